# A library function is refused with arguments that it has in Python and not here.
import string

print(string.capwords("one  two"))
print(string.capwords("a-b c-d", "-"))  # error: PT0202
