# sub puts in a text with references to groups, or what a function makes of each match.
import re


def double(found: re.Match) -> str:
    return str(int(found.group()) * 2)


print(re.sub(r"\s+", " ", "a   b \n c"), re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub("a", "b", "aaaa", 2))
print(re.sub(r"\d+", double, "1 20 300"), re.sub("[aeiou]", lambda m: m.group().upper(), "education"))
print(re.sub(r"(?P<first>\w)(\w*)", r"\g<2>\g<first>ay", "pig latin"), re.sub("x*", "-", "abxd"), re.subn("a", "x", "banana"))


def snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


print(snake("camelCaseName"), re.escape("a.b*c"), re.sub(r"[^\w\s]", "", "Hi, there!"))
