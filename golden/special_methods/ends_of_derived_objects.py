# A class takes the `__del__` of its base, or calls it; what only counts is seen by nobody at the end of the program.
class Base:
    alive = 0

    def __init__(self):
        Base.alive += 1

    def __del__(self):
        Base.alive -= 1


class Derived(Base):
    pass


class Loud(Base):
    def __del__(self):
        print("gone")
        super().__del__()


items = [Base(), Derived(), Loud(), Derived()]
print(Base.alive)
items.pop()
items.pop()
print(Base.alive)


def counted():
    mine = [Derived() for _ in range(3)]
    return len(mine), Base.alive


print(counted(), Base.alive)
