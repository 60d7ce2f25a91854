# find gives -1 when there is nothing to find, index raises.
s = "banana"
print(s.find("an"), s.find("an", 2), s.rfind("an"), s.find("x"), s.find(""))
print(s.index("n"), s.rindex("a"), s.count("a"), s.count("an"), s.count(""), s.count("ana"))
print(s.find("a", -2), s.find("a", 2, 3), s.count("a", 2))
try:
    s.index("x")
except ValueError as e:
    print("ValueError:", e)
print(s.startswith("ban"), s.endswith("ana"), s.startswith("an", 1), s.startswith(("x", "b")))
print("é-à-ü".find("ü"), s.endswith(""), "" in s)
