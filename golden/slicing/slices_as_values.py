# A slice is a value: `x[1:3]` hands `slice(1, 3, None)` to `__getitem__`, and `slice(1, 3)` makes one that any sequence takes.
class Row:
    def __init__(self, items):
        self.items = list(items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return Row(self.items[key])
        return self.items[key]

    def __setitem__(self, key, value):
        self.items[key] = value

    def __delitem__(self, key):
        del self.items[key]

    def __repr__(self):
        return f"Row({self.items})"


row = Row(range(8))
print(row[1], row[-1], row[2:5], row[::-1], row[::3][1])
row[0] = 10
row[1:3] = [11, 12, 13]
del row[-1]
del row[4:6]
print(row, len(row))


# What it holds, and where it falls in a sequence.
class Steps:
    def __init__(self, n):
        self.n = n

    def __getitem__(self, key):
        if not isinstance(key, slice):
            raise TypeError(f"a slice is wanted, not {type(key).__name__}")
        print(key, key.start, key.stop, key.step, key.indices(self.n))
        return [i * i for i in range(*key.indices(self.n))]


steps = Steps(6)
print(steps[1:4], steps[::-2], steps[-2:])
try:
    print(steps[1])
except TypeError as error:
    print(error)


# By name.
YEAR, MONTH, DAY = slice(0, 4), slice(5, 7), slice(-2, None)
date = "2024-03-09"
print([date[part] for part in (YEAR, MONTH, DAY)])
back = slice(None, None, -1)
print("abc"[back], [1, 2, 3][back], (1, 2, 3)[back], b"abc"[back], range(3)[back], bytearray(b"abc")[back])
numbers = list(range(6))
numbers[slice(1, 3)] = [7, 8, 9]
del numbers[slice(None, None, 2)]
print(numbers)


def pick(items, key):
    return items[key]


print(pick(numbers, 0), pick(numbers, slice(1, None)))


# Equal where all three are; no key of a dict.
print(back == slice(None, None, -1), back != slice(3), slice(1, 2) in [slice(0, 1), slice(1, 2)])
print(repr(slice(3)), str(slice(1, 2)), isinstance(back, slice), type(back).__name__)
try:
    print({back: 1})
except TypeError as error:
    print(error)
try:
    print(slice(0, 4, 0).indices(4))
except ValueError as error:
    print(error)
try:
    print(slice(4).indices(-1))
except ValueError as error:
    print(error)


# Several subscripts are a tuple, slices among them.
class Grid:
    def __init__(self, rows):
        self.rows = rows

    def __getitem__(self, key):
        row, column = key
        if isinstance(row, slice):
            return [cells[column] for cells in self.rows[row]]
        return self.rows[row][column]

    def __setitem__(self, key, value):
        row, column = key
        self.rows[row][column] = value


grid = Grid([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
grid[0, 0] = 0
print(grid[1, 2], grid[1:3, 0], grid[0, 1:], grid[:2, :2])


# A loop asks for the items by number, whatever else `__getitem__` takes.
class Pages:
    def __init__(self, texts):
        self.texts = list(texts)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return Pages(self.texts[key])
        return self.texts[key]

    def __len__(self):
        return len(self.texts)


pages = Pages(["one", "two", "three"])
print([text for text in pages[1:]], list(reversed(pages)), "two" in pages, pages[-1])
for number, text in zip(range(2), pages):
    print(number, text)
