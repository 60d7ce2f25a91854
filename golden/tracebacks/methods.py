# Frames name methods by their names alone.
class Base:
    def run(self):
        return self.step(3)

    def step(self, n):
        raise NotImplementedError


class Child(Base):
    def step(self, n):
        if n == 0:
            return super().step(n)
        return self.step(n - 1)


def apply(f, *args):
    return f(*args)


try:
    Base().run()
except NotImplementedError:
    print("base")

apply(Child().run)
