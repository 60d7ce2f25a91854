# One function can loop over anything that gives items.
def collect(things):
    out = []
    for t in things:
        out.append(t)
    return out


print(collect([1, 2]), collect((3,)), collect("ab"), collect(range(2)))
print(collect({"k": 1, "l": 2}), collect({5}), collect(x * x for x in range(3)))
print(collect(map(str, [1])), collect(zip("a", [1])), collect(enumerate("z")), collect(b"A"))
print(collect({"k": 1}.items()), collect(reversed([1, 2])), collect([]))
for i in 1, 2, 3:
    print(i, end=";")
print()
try:
    for x in 5:
        pass
except TypeError as e:
    print("TypeError:", e)
