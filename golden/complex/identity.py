# `is` of complex numbers, as of all numbers, asks whether they are the same value.
items = [2, 2.0, 2 + 0j, [1], None]
print([[a is b for b in items] for a in items])
z = 2j
print(z is z, z is not None, [x for x in items if x is z])
