# Padding fills up to a width and never cuts.
print(repr("ab".ljust(5)), repr("ab".rjust(5)), repr("ab".center(5)), repr("abc".center(6)))
print("ab".ljust(5, "."), "ab".rjust(5, "*"), "ab".center(7, "-"), "abcdef".ljust(3))
print("42".zfill(5), "-42".zfill(5), "+7".zfill(4), "".zfill(2), "12345".zfill(3))
for name, price in [("apple", 3), ("fig", 12)]:
    print(name.ljust(8, ".") + str(price).rjust(4))
