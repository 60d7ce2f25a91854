# `IOError` and `EnvironmentError` are `OSError`; classes derived from it show the number of an error first.
def read(path):
    try:
        with open(path) as file:
            return file.read()
    except IOError as error:
        return "cannot read: %s" % error


print(read("/nowhere/at/all"), IOError is OSError)

try:
    raise IOError("broken")
except EnvironmentError as error:
    print(type(error).__name__, error)


class DiskError(IOError):
    pass


class QuotaError(DiskError):
    def __init__(self, limit):
        super().__init__(122, "more than %d" % limit)
        self.limit = limit


class Silent(OSError):
    def __init__(self, text):
        self.text = text


for error in (DiskError(5, "bad block"), DiskError("plain"), DiskError(), QuotaError(10), Silent("nothing")):
    try:
        raise error
    except OSError as caught:
        print(type(caught).__name__, caught, repr(caught), caught.args)
