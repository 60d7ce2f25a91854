# Compiled patterns, named groups and flags.
import re

DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)")
for date in DATE.finditer("2020-01 and 1999-12"):
    print(date.group("year"), date["month"], date.groupdict(), date.span())
print(DATE.pattern, DATE.groups, DATE.findall("2001-02"), DATE.search("none"))
word = re.compile("hello", re.IGNORECASE)
print(word.findall("Hello HELLO hell"), word.sub("bye", "Hello!"), word.match("say hello", 4) is not None)
print(re.findall(r"^\w", "ab\ncd", re.M), re.search("a.b", "a\nb", re.S) is not None, re.findall("(?i)é", "É"))
number = re.compile(
    r"""
    [+-]?      # sign
    \d+ (?: \. \d+ )?
    """,
    re.VERBOSE,
)
print(number.findall("1 -2.5 +3."), number.fullmatch("12.") is None)
