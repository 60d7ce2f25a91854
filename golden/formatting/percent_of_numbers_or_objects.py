# `%s` and `%r` of a sum that is a number or an object with `__float__`: each is shown as it is.
class Ratio:
    def __init__(self, num, den):
        self.num = num
        self.den = den

    def __radd__(self, other):
        return Ratio(self.num + other * self.den, self.den)

    def __add__(self, other):
        return Ratio(self.num * other.den + other.num * self.den, self.den * other.den)

    def __float__(self):
        return self.num / self.den

    def __str__(self):
        return "%d/%d" % (self.num, self.den)

    def __repr__(self):
        return "Ratio(%d, %d)" % (self.num, self.den)


def total(ratios):
    return sum(ratios)


print("%s %r" % (total([Ratio(1, 2), Ratio(1, 3)]), total([])))
print("%.3f" % Ratio(1, 3))
