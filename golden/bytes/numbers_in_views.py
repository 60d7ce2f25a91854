# int and float read the bytes of a memoryview, in base ten.
data = memoryview(b"12.5 77")
print(float(data[:4]), int(data[5:]), int(data[:2]))
try:
    print(int(data[5:], 8))
except TypeError as error:
    print(error)
try:
    print(int(data))
except ValueError as error:
    print(error)
