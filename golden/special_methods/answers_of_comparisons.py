# `==` hands on what `__eq__` gives, `!=` negates its truth; `in` and the end of `with` take the truth of an answer.
class Verdict:
    def __init__(self, holds):
        self.holds = holds

    def __bool__(self):
        print("asked", self.holds)
        return self.holds


class Score:
    def __init__(self, points):
        self.points = points

    def __eq__(self, other):
        return self.points if self.points == other.points else 0


class Guard:
    def __init__(self, forgives):
        self.forgives = forgives

    def __enter__(self):
        return "inside"

    def __exit__(self, *error):
        return Verdict(self.forgives)


class Level(Guard):
    def __init__(self):
        self.steps = 3
        return self.report()

    def report(self):
        print("level of", self.steps)


print(Score(7) == Score(7), Score(7) == Score(8), Score(7) != Score(7), Score(7) != Score(8))
print(Score(7) in [Score(7)], Score(7) in [Score(8)])
Level()
with Guard(False) as where:
    print(where)
with Guard(True):
    raise KeyError("forgiven")
try:
    with Guard(False):
        raise KeyError("kept")
except KeyError as error:
    print(error)
