# Zero, empty and None are false; all else is true unless the class says so.
class Never:
    def __bool__(self):
        return False


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class Plain:
    pass


for v in [0, 1, -1, 0.0, -0.0, 0.1, "", " ", "0", [], [0], (), (0,), {}, {0: 0}, None, True, False]:
    print(repr(v), "true" if v else "false")
print(bool(Never()), bool(Sized(0)), bool(Sized(2)), bool(Plain()), bool(set()), bool(range(0)))
if not Never() and Sized(1):
    print("as expected")
print(bool(float("nan")), bool("False"), bool(10 ** 30))
