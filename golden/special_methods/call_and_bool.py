# __call__ makes an object callable, __bool__ gives its truth.
class Poly:
    def __init__(self, *coeffs):
        self.coeffs = coeffs

    def __call__(self, x):
        result = 0
        for c in self.coeffs:
            result = result * x + c
        return result

    def __bool__(self):
        return any(self.coeffs)


p = Poly(1, 0, -2)
print(p(0), p(3), p(1.5), bool(p), bool(Poly(0, 0)), list(map(p, [1, 2])))
print("nonzero" if p else "zero", not Poly(), callable(p))


class Counter:
    def __init__(self):
        self.n = 0

    def __call__(self):
        self.n += 1
        return self.n


c = Counter()
print(c(), c(), c.n)


class Index:
    def __int__(self):
        return 7

    def __float__(self):
        return 1.5


print(int(Index()), float(Index()))
