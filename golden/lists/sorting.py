# sort changes the list, sorted makes a new one; both keep equal items in order.
a = [3, 1, 2]
print(sorted(a), a)
a.sort()
print(a)
a.sort(reverse=True)
print(a, a.sort())
words = ["banana", "Apple", "cherry", "fig"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len))
print(sorted(words, key=lambda w: (len(w), w)), sorted(words, key=lambda w: -len(w)))
people = [("Ann", 30), ("Bob", 25), ("Cid", 30)]
people.sort(key=lambda p: p[1])
print(people)
print(sorted(people, key=lambda p: p[1], reverse=True))
print(sorted([2, 1.5, True, 0]), sorted("hello"), sorted({3, 1}), sorted({"b": 1, "a": 2}))
print(sorted([[2, 1], [1, 9], [1, 2]]), sorted([]), sorted((3, 2)))
try:
    sorted([1, "a"])
except TypeError as e:
    print("TypeError:", e)
