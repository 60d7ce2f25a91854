# Sentinels made by `object()`, as defaults, ends and marks.

_sentinel = object()
END = object()


def first(iterable, default=_sentinel):
    for item in iterable:
        return item
    if default is _sentinel:
        raise ValueError("empty")
    return default


print(first([3]), first([], 5), first([], None))
try:
    first([])
except ValueError as e:
    print(e)
it = iter([1, 2])
while True:
    x = next(it, END)
    if x is END:
        break
    print(x)


class Field:
    UNSET = object()

    def __init__(self, value=UNSET):
        self.value = value

    def is_set(self):
        return self.value is not Field.UNSET


print(Field().is_set(), Field(3).is_set(), Field("x").is_set())


def walk(tree, skip=object()):
    return [n for n in tree if n is not skip and n != skip]


print(walk([1, 2, None]))
cache = {}


def memo(key, *rest, mark=object()):
    k = (key, mark) + rest
    return k in cache or cache.setdefault(k, 1)


print(memo(1), memo(1))
print(isinstance(END, object), type(END).__name__, bool(END), END == _sentinel, END != _sentinel, type(END) is object)
print(str(END).startswith("<object object at 0x"), repr(END)[:7])
stack = [END, 1, END]
print(stack.count(END), stack.index(1), END in stack, _sentinel in stack)
try:
    print(END < _sentinel)
except TypeError as e:
    print(e)
try:
    END()
except TypeError as e:
    print(e)
try:
    END + 1
except TypeError as e:
    print(e)
try:
    len(END)
except TypeError as e:
    print(e)
