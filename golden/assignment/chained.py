# a = b = value binds all names to one object, from left to right.
a = b = c = 0
print(a, b, c)
x = y = []
x.append(1)
print(y, x is y)
m = n = 5
m += 1
print(m, n)
i = 0
a = [0, 0, 0]
i = a[i] = 2
print(i, a)


class Node:
    def __init__(self):
        self.left = self.right = None


node = Node()
print(node.left, node.right)
p, q = r = (1, 2)
print(p, q, r)
