# in looks for an equal value: items, keys, substrings, range members.
print(3 in [1, 2, 3], "x" in {"x": 1}, 2 in {1, 2}, (1, 2) in [(1, 2)])
print(5 in range(0, 10, 5), 6 in range(0, 10, 5), -1 in range(10))
print("lo" in "hello", "" in "", "H" not in "hello")
print([1] in [[1], [2]], None in [0, None], 1.0 in [1])
vowels = "aeiou"
print([c for c in "education" if c not in vowels])
word = "banana"
print(all(c in word for c in "ban"), any(c in word for c in "xyz"))
