# The keys and the items of a dict are sets to the operators; the other operand is any iterable.
old = {"x": 1, "y": 2, "z": 3}
new = {"y": 2, "z": 30, "w": 4}
print("kept", sorted(old.keys() & new.keys()), "gone", old.keys() - new.keys(), "new", new.keys() - old.keys())
print("same", old.items() & new.items(), "changed", sorted(old.items() ^ new.items()))
print(sorted(old.keys() & ["x", "q"]), sorted(old.keys() - ("x",)), ["x", "k"] - old.keys())
print(sorted(old.keys() & new), sorted({"x"} | new.keys()), sorted(old.keys() ^ new))
print(old.keys().isdisjoint(new), old.keys().isdisjoint(["a"]))

# They compare as sets do.
print(old.keys() >= {"x", "y"}, {"x"} < old.keys(), old.keys() <= new.keys(), old.items() >= {("x", 1)})

# The order of the result is that of CPython's sets, built in its way.
squares = {n: n * n for n in range(40)}
thirds = {n * 3: n for n in range(20, -1, -1)}
print(squares.keys() & thirds.keys())
print(thirds.keys() | range(100, 110))
print(thirds.keys() & set(range(0, 60, 6)), set(range(0, 60, 6)) & thirds.keys())

# In place, a set with a view makes a new set.
found = {1, 2}
same = found
found |= squares.keys() & {3}
print(found, same)
