# Tuples of several lengths, of items of one type, are ordered item by item; the shorter of two that begin alike comes first.
answers = {(1, 2), (1,), (1, 2, 2), (2,), (), (2, 2)}
print(sorted(answers))
words = [("b", "a"), ("b",), ("a", "z", "c"), ("a", "z")]
words.sort()
print(words, max(words), min(words))
print(sorted(words, reverse=True))
print((1, 2) < (1, 2, 3), sorted([(2, 1), (1,)]) == [(1,), (2, 1)])
mixed = [(1, 2), "a"]
try:
    print(sorted(mixed))
except TypeError as e:
    print(e)
print(sorted([(3, (1,)), (1, (2, 2)), (1, (2,))]))
