# `sort` takes its key by name alone.
numbers = [3, 1]
try:
    numbers.sort(len)
except TypeError as error:
    print(error)
print(numbers)
