# A parameter that is a function is wrapped in an object where it is none yet.


class Constraint:
    def check(self, value):
        return True


class FunctionConstraint(Constraint):
    def __init__(self, function):
        self.function = function

    def check(self, value):
        return self.function(value)


class Problem:
    def __init__(self):
        self.constraints = []

    def add(self, constraint, names=None):
        if not isinstance(constraint, Constraint):
            if callable(constraint):
                constraint = FunctionConstraint(constraint)
            else:
                raise ValueError("neither a constraint nor a function")
        self.constraints.append((constraint, names))

    def holds(self, value):
        return [constraint.check(value) for constraint, _ in self.constraints]


problem = Problem()
problem.add(lambda value: value > 1, ["a"])
print(problem.holds(2), problem.holds(0))


def checked(test, value):
    if not isinstance(test, FunctionConstraint):
        print("wrapped")
        test = FunctionConstraint(test)
    return test.check(value)


print(checked(lambda value: value < 0, -1))
