# A slice that is assigned its own items backwards.
def flip(xs: list[int], k: int) -> list[int]:
    xs[:k + 1] = xs[k::-1]
    return xs
def mid(xs: list[int], a: int, b: int) -> list[int]:
    xs[a:b] = xs[a:b][::-1]
    xs[a:] = reversed(xs[a:])
    xs[:b] = reversed(xs[:b])
    xs[a + 1:] = xs[a + 1:][::-1]
    xs[:b] = xs[:b][::-1]
    xs[:] = xs[::-1]
    return xs
for k in range(-6, 7):
    try:
        print(k, flip([1, 2, 3, 4], k))
    except ValueError as e:
        print(e)
    print(mid([1, 2, 3, 4, 5], 1, k))
    print(mid([1, 2, 3, 4, 5], k, 4))
