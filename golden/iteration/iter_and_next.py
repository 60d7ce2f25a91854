# iter makes an iterator, next takes one item; it is used up once.
it = iter([1, 2, 3])
print(next(it), next(it), list(it), list(it))
print(next(iter("ab")), next(iter({"k": 1})), next(iter(()), "empty"))
try:
    next(iter([]))
except StopIteration as e:
    print("StopIteration", repr(str(e)))
it = iter("abcdef")
for a in it:
    b = next(it)
    print(a + b)
pairs = iter([1, 2, 3, 4])
print(list(zip(pairs, pairs)))
first = iter(range(5))
print(next(first), sum(first))
words = iter("one two three".split())
print(next(words), [w.upper() for w in words])
