# capwords capitalizes the words between spaces, or between a separator, which then stays as it is.
from string import capwords

print(capwords("  hello  wide WORLD "), capwords("a-b  c-d", "-"), capwords("a  b", sep=" "))
print(capwords("x y", None))
try:
    capwords("x", "")
except ValueError as error:
    print(error)
