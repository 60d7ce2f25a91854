# Containers are equal when their items are, however each is held.
def powers(n):
    result = []
    x = 1
    for i in range(n):
        x = x * (i + 1) * 7
        result.append(x)
    return result


print(powers(3) == [7, 98, 2058], powers(30) == [1], powers(2) != [7, 98])


def pick(flag):
    return (1, 2) if flag else None


print(pick(True) == (1, 2), pick(False) == (1, 2))
a = [1.0, 2.0]
print(a == [1, 2], {"a": 1.0} == {"a": 1}, (1, "a") == (1.0, "a"))
print(2 in a, 2.5 in [1, 2], 10**30 in [1, 2], None in [1, 2], "a" in ["b", None])
t = tuple([3, 4])
print(t == (3, 4), (3, 4) == t, t == (3.0, 4.5), t == (3,))
try:
    print([[1]] == [[1.0]], [powers(1)] == [[7.0]])
except TypeError as error:
    print(error)
