# Classes derived from OSError, StopIteration and SystemExit have the attributes that those make of their arguments.


class NetError(OSError):
    """Two arguments are a number and a text."""


class Refused(NetError):
    def __init__(self, number, text):
        super().__init__(number, text)
        self.text = text.upper()


class Silent(ConnectionError):
    def __init__(self, peer):
        self.peer = peer


class Finished(StopIteration):
    pass


class Leave(SystemExit):
    pass


def show(error):
    print(type(error).__name__, error.errno, error.strerror, error.args, error)


for make in (
    lambda: NetError(5, "no route"),
    lambda: NetError("plain"),
    lambda: NetError(),
    lambda: Refused(7, "closed"),
    lambda: Silent("peer"),
    lambda: OSError(3, "builtin"),
):
    try:
        raise make()
    except OSError as error:
        show(error)

print(Finished().value, Finished(1).value, Finished(1, 2).value)
try:
    raise Leave(4)
except SystemExit as error:
    print(error.code, Leave().code)
