# The empty tuple among tuples of other lengths: added from either side, also to itself.
def join(a, b):
    return a + b


parts = ((), ("a",), ("b", "c"))
for left in parts:
    for right in parts:
        both = join(left, right)
        print(both, len(both), "a" in both)
