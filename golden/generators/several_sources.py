# Iterators over sources of several kinds: the tuple of the arguments gives way to a list of iterators.
def interleave(*sources):
    sources = [iter(source) for source in sources]
    while sources:
        for source in sources[:]:
            try:
                yield next(source)
            except StopIteration:
                sources.remove(source)


def group(pairs):
    last, held = None, []
    for key, value in sorted(pairs):
        if key != last and held:
            yield last, held
            held = []
        last = key
        held.append(value)
    if held:
        yield last, held


def collect(start=[]):
    start.append(len(start))
    return start


first, *middle, last = [c for c in "hello"]
print(first, middle, last)
(a, b), *rest = [(1, 2), (3, 4)]
print(a, b, rest)
print(list(interleave([1, 2, 3], "ab", (9.5,))))
print(dict(group([("b", 1), ("a", 2), ("b", 0)])))
print(collect(), collect(), collect([5]))
