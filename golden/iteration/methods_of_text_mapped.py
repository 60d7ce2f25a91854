# Methods of text handed to map as they are: what they may be given besides is left out.
text = "a b\nc d e"
rows = [list(map(int, r.split())) for r in ["1 2", "3 4"]]
print(rows, list(map(str.split, text.splitlines())))


def f(lines):
    try:
        return [w for ws in map(str.split, lines) for w in ws]
    except ValueError as e:
        return e


print(f(["x y", "z"]))
print(sorted(map(str.strip, ["b ", " a"])), list(map(str.splitlines, ["a\nb"])), list(map(str.rsplit, ["a b"])))
print(list(map(str.expandtabs, ["a\tb"])), list(map(str.encode, ["é"])), list(map(str.title, ["ab cd"])), list(map(str.ljust, ["a"], [3])), list(map(list.pop, [[1, 2]])), list(map(dict.get, [{"a": 1}], "a")), list(map(str.split, ["a-b"], "-")))
