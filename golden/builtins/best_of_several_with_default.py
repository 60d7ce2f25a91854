# `default` is for one iterable; views of dicts have classes of their own.
print(max([], default=42), min([3, 1], default=0))
try:
    print(max([1, 6], [1, 5], default=[]))
except TypeError as error:
    print(error)
try:
    print(min(3, 4, default=5))
except TypeError as error:
    print(error)

squares = {1: 1, 2: 4}
values, keys, items = squares.values(), squares.keys(), squares.items()
print(type(values), type(keys), type(items), len(values), len(keys), len(items))
try:
    del values[0]
except TypeError as error:
    print(error)
