# Whether a number is in bytes is no question for what is no byte.
def is_in(number, data):
    try:
        return number in data
    except ValueError as error:
        return str(error)


print(97 in b"abc", 0 in bytearray(3))
for number in (97, 300, -1):
    print(is_in(number, b"abc"), is_in(number, bytearray(b"abc")))
