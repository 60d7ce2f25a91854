# Exceptions hold numbers as they are.
try:
    print({"a": 1}[11])
except KeyError as error:
    print(repr(error))
numbers = [1]
try:
    assert not numbers, 5
except AssertionError as error:
    print(repr(error), error)
