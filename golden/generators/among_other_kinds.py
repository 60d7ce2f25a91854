# A variable may hold a generator or something else; generators are equal only to themselves.
def count():
    yield 1
    yield 2


def some(kind):
    if kind:
        return count()
    return 5


first, second = some(True), some(False)
print(first == second, second == 5, first == first, first != some(True))
print(second if isinstance(second, int) else list(second), list(first) if not isinstance(first, int) else 0)
for item in [count(), [7, 8], 3]:
    if isinstance(item, int):
        print(item)
    else:
        print(*item)
