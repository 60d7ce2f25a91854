# The constants of `string`.
import string
from string import ascii_lowercase, digits

print(ascii_lowercase, string.ascii_uppercase, string.ascii_letters)
print(digits, string.hexdigits, string.octdigits)
print(string.punctuation, repr(string.whitespace), len(string.printable))
print(string.capwords("hello  wide world"))
print([c for c in "a1!" if c in string.ascii_letters], digits.index("7"), {c: i for i, c in enumerate(ascii_lowercase[:3])})
