# The class of the iterator of a text depends on its characters: nothing names it.
letters = iter("ab")
print(type(letters).__name__)  # error: PT0305
print(letters)  # error: PT0305
print([iter([1])])  # error: PT0305
