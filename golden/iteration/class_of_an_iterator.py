# The class of an iterator says what made it: what it iterates over, or which function.
numbers = [1, 2]
letters = {"a": 1}
print(type(iter(numbers)).__name__, type(iter(letters)), type(iter(letters.items())).__name__)
print(type(reversed(numbers)), type(reversed(letters)).__name__, type(reversed("ab")).__name__)


def squares():
    for n in numbers:
        yield n * n


def kind(x):
    return type(x).__name__


print(kind(map(str, numbers)), kind(zip(numbers)), kind(enumerate(numbers)), kind(squares()))
print(isinstance(map(str, numbers), map), isinstance(iter(numbers), map))
print(type(iter(numbers)) is type(iter([3])), type(iter(numbers)) is type(iter((3,))))

# Messages name it, and so does its text, before the address.
for wrong in (iter(numbers),):
    try:
        print(wrong[0])
    except TypeError as e:
        print(e)
print(str(filter(None, numbers)).split(" at ")[0])
print(repr(squares()).split(" at ")[0])
print(f"got {zip(numbers, numbers)}".split(" at ")[0])
print(("%s" % iter(numbers)).split(" at ")[0])
