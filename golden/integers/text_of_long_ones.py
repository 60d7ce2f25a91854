# Text of an integer has at most 4300 digits, and of an integer in text.
x = 10**4299
print(len(str(x)), len(f"{x}"), str(-x)[:4])
try:
    print(len(str(10**4300)))
except ValueError as error:
    print(error)
try:
    print(int("9" * 4301))
except ValueError as error:
    print(error)
print(len(hex(10**4300)))
