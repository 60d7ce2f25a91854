# A condition may ask for a group that comes later; a look-behind knows how long the groups before it are.
import re

for pattern in ["(a)(?(2)b|c)", "(?(0)a)", "(?(x)a)", "(?(1x)a)", "(a+)(?<=\\1)c", "(?<=(a)\\1)", "(?<=a(?(1)b|c))(d)"]:
    try:
        re.compile(pattern)
    except re.error as error:
        print(pattern, error)

print(re.match(r"(ab)(?<=\1)c", "abc"), re.match(r"(?:(a)|(x))b(?=(?(2)x|c))c", "abc"))
print(re.match(r"(?:(a)|(x))b(?<=(?(2)x|b))c", "abc"), re.match(r"(a)b(?=(?(2)b|x))(c)", "abc"))
