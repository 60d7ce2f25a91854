# A `__setattr__` that makes another name of the one it gets, and a private attribute that it would get, are refused.
class Shouting:
    def __setattr__(self, name, value):  # error: PT0204
        name = name.upper()
        self.__dict__[name] = value


class Private:
    def __init__(self):
        self.__hidden = 1  # error: PT0204

    def __setattr__(self, name, value):
        super().__setattr__(name, value)


Shouting()
Private()
