# A class that a call gives is raised after the call; a power past all floats has two arguments.
class Own(Exception):
    pass


def builtin() -> type[ValueError]:
    print("builtin")
    return ValueError


def own() -> type[Own]:
    print("own")
    return Own


for make in (builtin, own):
    try:
        raise make()
    except Exception as error:
        print(repr(error))
try:
    print(10.0**400)
except OverflowError as error:
    print(error, repr(error))
