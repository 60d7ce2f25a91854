# What the class of an iterator is called depends on what it iterates over: no message names it.
numbers = iter([1, 2])
try:
    print(numbers[0])  # error: PT0305
except TypeError as e:
    print(e)
print(type(reversed("ab")).__name__)  # error: PT0305
