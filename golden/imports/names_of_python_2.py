# A builtin that Python 3 does not have is a `NameError`, so that what `try` binds to it is never bound.
try:
    range = xrange
    input = raw_input
except NameError:
    pass

try:
    unicode = unicode
except NameError:
    unicode = str

try:
    text_types = basestring
except NameError:
    text_types = (str, bytes)

try:
    reduce
except NameError:
    from functools import reduce


def describe(value):
    return "text" if isinstance(value, text_types) else "no text"


print(list(range(3)), unicode(1.5), describe("a"), describe(b"a"), describe(1))
print(reduce(lambda a, b: a * b, range(1, 6)))

try:
    next
except NameError:

    def next(iterator):
        return iterator.next()


print(next(iter([7])))

# Those before it in a tuple are there.
try:
    integer_types = (int, long)
    zip = izip
except NameError:
    integer_types = (int,)

print(isinstance(2**70, integer_types), isinstance("2", integer_types), list(zip("ab", "cd")))
