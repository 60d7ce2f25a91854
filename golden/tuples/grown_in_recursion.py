# A tuple that every call makes longer may have any length; the calls before know theirs.
def paths(n, acc=()):
    acc += (n,)
    if n <= 0:
        return [acc]
    return paths(n - 1, acc) + paths(n - 2, acc)


print(paths(2), len(paths(10)), max(map(len, paths(12))))


def down(n, seen=()):
    if n == 0:
        return seen
    seen += (n, str(n))
    return down(n - 1, seen)


print(down(0), down(2), down(6))
