# `+` of what may be numbers, texts, lists or tuples of any lengths: tuples give a tuple of both lengths.
def add(a, b):
    try:
        return a + b
    except TypeError as error:
        return f"<{error}>"


pairs = [(1, 2), ("a", "b"), ([1], [2]), ((1,), (2,)), ((1, "x"), (2.5,)), (1, "a"), ([1], (2,)), (None, 1), (1.5, True)]
for pair in pairs:
    print(add(*pair))
