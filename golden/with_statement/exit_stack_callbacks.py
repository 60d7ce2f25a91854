# An ExitStack calls what it was given, with its arguments or none, in reverse order.
from contextlib import ExitStack, suppress


def leave(name, sign="!"):
    print("leave", name + sign)


with ExitStack() as stack:
    stack.callback(lambda: print("last"))
    stack.callback(leave, "a")
    stack.callback(leave, "b", sign="?")
    stack.enter_context(suppress(KeyError))
    print({}["nothing"])
