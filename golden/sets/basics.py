# A set holds each value once.
s = {3, 1, 2, 3}
print(len(s), 2 in s, 5 in s, sorted(s))
s.add(5)
s.add(1)
s.discard(2)
s.discard(99)
s.remove(3)
print(sorted(s))
try:
    s.remove(99)
except KeyError as e:
    print("KeyError:", e)
print(set(), set([1, 1]), set("aaa"), len(set("hello")), {x % 3 for x in range(10)} == {0, 1, 2})
u = s.copy()
u.clear()
print(len(u), bool(u), len(s))
one = {7}
print(one.pop(), one)
try:
    one.pop()
except KeyError as e:
    print("KeyError:", e)
print(sum({1, 2, 3}), max({4, 9}), [0] * len({1, 2}))
