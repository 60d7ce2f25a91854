# An ExitStack leaves what was entered in reverse order; a manager that swallows an exception hides it from those before it.
from contextlib import ExitStack


class Door:
    def __init__(self, name, swallows=False):
        self.name = name
        self.swallows = swallows

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, error, traceback):
        print("leave", self.name, kind.__name__ if kind else None)
        return self.swallows


class Broken:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        raise OSError("broken")


with ExitStack() as stack:
    doors = [stack.enter_context(Door(i)) for i in range(2)]
    print(len(doors))

with ExitStack() as stack:
    stack.enter_context(Door("outer"))
    stack.enter_context(Door("middle", swallows=True))
    stack.enter_context(Door("inner"))
    raise RuntimeError("swallowed")

for error in [None, KeyError("lost")]:
    try:
        with ExitStack() as stack:
            stack.enter_context(Door("a"))
            stack.enter_context(Broken())
            if error:
                raise error
    except OSError as found:
        print("got", found)

stack = ExitStack()
stack.enter_context(Door("kept"))
moved = stack.pop_all()
stack.close()
print("nothing left")
moved.close()
