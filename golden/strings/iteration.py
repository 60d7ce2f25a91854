# Iterating over a string gives its characters, as strings of length one.
for ch in "añ😀":
    print(ch, ord(ch), len(ch))
print(list("abc"), tuple("xy"), sorted("banana"), "".join(sorted("hello")))
print([chr(c) for c in (65, 233, 8364, 128512)], chr(ord("a") + 2))
for i, ch in enumerate("ab", start=1):
    print(i, ch)
counts = {}
for ch in "mississippi":
    counts[ch] = counts.get(ch, 0) + 1
print(counts, max("hello"), min("hello"))
print("".join(reversed("stressed")), [a + b for a, b in zip("abc", "xyz")])
first, *rest = "word"
print(first, rest)
