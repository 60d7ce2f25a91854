# A bound of a search that is None is no bound, as in a slice; an index of a list takes none.

print("abcabc".find("b", None), "abc".find("b", None, None), "abc".startswith("a", None), "abcb".rfind("b", None, -1), "abc".index("c", None))
print(b"abc".find(b"b", None), "abc".count("a", None))
x = None
print("abcabc".find("b", x))
for stop in (None, 2, 3):
    print("abab".find("b", 0, stop), "abab".rfind("a", None, stop), "abab".endswith("b", None, stop), b"abab".count(b"a", 0, stop))
try:
    "abc".find("a", "b")
except TypeError as e:
    print(e)
try:
    [1].index(1, None)
except TypeError as e:
    print(e)
