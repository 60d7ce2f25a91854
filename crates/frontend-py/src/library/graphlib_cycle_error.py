class CycleError(ValueError):
    __module__ = "graphlib"
