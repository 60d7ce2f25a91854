# Equal is not the same.
a = [1, 2]
b = [1, 2]
c = a
print(a == b, a is b, a == c, a is c, a != [1, 2], a < [1, 3], [] == [])
b.append(3)
print(a == b, a < b, a == [1, 2], b == a + [3])
