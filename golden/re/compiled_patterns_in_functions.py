# The functions of `re` take compiled patterns, too.
import re

PAIR = re.compile(r"(\d+)-(\w+)")
plain = re.compile("a+")
if match := re.search(PAIR, "x 12-ab"):
    print(match.groups(), match.string, match.group(2))
print(re.match(plain, "aab").group(), re.fullmatch(plain, "aab"))
print(re.findall(PAIR, "1-a 2-b"), re.findall(plain, "a b aa"))
print(re.sub(plain, "_", "aabaa", count=1), re.split(plain, "xaay", 1), re.subn(PAIR, r"\2", "1-a"))
print([m.group(1) for m in re.finditer(PAIR, "1-a 2-b")], re.sub(plain, lambda m: m.group().upper(), "aab"))
