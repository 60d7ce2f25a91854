# The rest of a number that is read from text at once may be of any length: check sums of account numbers.
def is_valid(iban):
    iban = iban.replace(" ", "")
    digits = "".join(str(int(letter, 36)) for letter in iban[4:] + iban[:4])
    return int(digits) % 97 == 1


print(is_valid("GB82 WEST 1234 5698 7654 32"), is_valid("GB82 WEST 1234 5698 7654 33"))
print(int("HELLO" * 9, 36) % 1000000007, "ABCDEFGHIJKLM"[int("9" * 40) % 13])
try:
    print(int("12a") % 97)
except ValueError as error:
    print(error)
