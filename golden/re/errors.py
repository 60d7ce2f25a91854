# A pattern that cannot be read is an error when it is compiled.
import re


def attempt(pattern: str) -> None:
    try:
        print(re.search(pattern, "aab"))
    except re.error as error:
        print("re.error:", error)


for pattern in ("a+b", "(a", "a)", "[a", "*a", "a**", r"\2", "(?P<n>a)(?P<n>b)", "[b-a]", "(?<=a+)b", "a{3,1}"):
    attempt(pattern)
found = re.search("(a)", "a")
if found:
    try:
        found.group(2)
    except IndexError as error:
        print(error)
re.compile("(?P<")
