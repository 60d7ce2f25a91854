# An empty list is false.
for value in ([], [0], [[]], [None]):
    if value:
        print(value, "is true, length", len(value))
    else:
        print("empty")


def last(items, default=None):
    return items[-1] if items else default


print(last([1, 2]), last([]), last([], 0))
stack = [1, 2, 3]
while stack:
    print(stack.pop(), end=",")
print(not stack)
