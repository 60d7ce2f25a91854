# A class statement makes a new class each time it runs: whether two objects are of one class is not asked of them.
def make():
    class Point:
        pass

    return Point()


def alone():
    class Local:
        def __eq__(self, other):
            return type(self) is type(other)

    one = Local()
    return type(one) is Local, isinstance(one, Local), one == Local()


print(alone(), alone())
print(type(make()) is type(make()))  # error: PT0305
print(isinstance(make(), type(make())))  # error: PT0305
