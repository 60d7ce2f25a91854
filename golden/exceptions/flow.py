# Exceptions leave loops and functions at once.
def parse_all(words):
    good, bad = [], 0
    for w in words:
        try:
            n = int(w)
        except ValueError:
            bad += 1
            continue
        good.append(n)
    return good, bad


print(parse_all(["1", "x", "22", "", "-3"]))


def find(matrix, wanted):
    try:
        for r, row in enumerate(matrix):
            for c, v in enumerate(row):
                if v == wanted:
                    raise StopIteration(r, c)
    except StopIteration as e:
        return e.args
    return None


print(find([[1, 2], [3, 4]], 3), find([], 1))


def retry(times):
    attempts = 0
    while True:
        try:
            attempts += 1
            if attempts < times:
                raise OSError("try again")
            return attempts
        except OSError:
            if attempts > 5:
                return -1


print(retry(3), retry(10))
x = "before"
try:
    x = "inside"
    raise RuntimeError
except RuntimeError:
    print(x)


def deep(n):
    if n == 0:
        raise LookupError("bottom")
    deep(n - 1)


try:
    deep(20)
except LookupError as e:
    print(e)
