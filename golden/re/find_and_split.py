# findall, finditer and split; what findall gives depends on the groups of the pattern.
import re

print(re.findall(r"\w+", "the quick, brown_fox 42!"), re.findall(r"x(\d)", "x1 x2"), re.findall("z", "abc"))
for letter, digit in re.findall(r"(\w)(\d)", "a1 b2 c3"):
    print(letter, int(digit) + 1)
print([m.group().upper() for m in re.finditer(r"\b\w", "one two")], re.findall("a*", "baac"))
print(re.split(r"[,;]\s*", "a, b;c,d"), re.split(r"(-)", "a-b-c"), re.split("x*", "axbc"), re.split(" ", "a b c", maxsplit=1))
print(re.findall(r"(?<=\$)\d+", "$10 20 $30"), re.findall(r"(\w)\1", "aabbcd"), re.findall("a+?", "aaa"))
tokens = re.compile(r"\s*(?:(\d+)|(.))")
print([number or operator for number, operator in tokens.findall("12 + (3*45)")])
