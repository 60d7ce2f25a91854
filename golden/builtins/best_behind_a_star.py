# `max(*xs)` looks at its arguments, however many there are: one alone is what to go over, and none is an error.
def best(*args):
    return max(*args)


def least_of(items):
    try:
        return min(*items)
    except (TypeError, ValueError) as e:
        return f"{type(e).__name__}: {e}"


print(best(3, 1.5, 2), best("a", "b"), best([4, 7, 5]))
for calls in (lambda: best(), lambda: best(3), lambda: best([]), lambda: best(1, "a")):
    try:
        print(calls())
    except (TypeError, ValueError) as e:
        print(f"{type(e).__name__}: {e}")

print(least_of([3, 1, 2]), least_of([3]), least_of([]), sep=", ")
print(least_of(["b", "a"]), least_of(["cab"]), least_of([""]), sep=", ")

limits: list[int] = []
try:
    print(max(0, *limits))
except TypeError as e:
    print(e)
limits.append(4)
print(max(0, *limits), min(*limits, 9, key=lambda n: -n))
