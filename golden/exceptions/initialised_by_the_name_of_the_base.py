# `Base.__init__(self, …)` of a class that has only the `__init__` of a builtin base.
class MachineError(Exception):
    """Any of them."""


class Underflow(MachineError):
    def __init__(self, op):
        MachineError.__init__(self, "stack underflow in %s" % op)
        self.op = op


class Empty(object):
    kind = "empty"


class Full(Empty):
    def __init__(self, n):
        Empty.__init__(self)
        self.n = n


try:
    raise Underflow("add")
except MachineError as error:
    print(error, error.args, error.op)
print(Full(3).n, Full(3).kind)
