# A class derived from a container may hand all its arguments on to it, and so may a function that calls dict.
class Logged(dict):
    def __init__(self, *args, **kwargs):
        self.log = []
        super().__init__(*args, **kwargs)
        self.log.append(len(args))

    def __setitem__(self, key, value):
        self.log.append(key)
        super().__setitem__(key, value)


class Numbers(list):
    def __init__(self, *args):
        list.__init__(self, *args)
        self.n_arguments = len(args)


def options(*args, **others):
    return dict(*args, **others)


first, second, third = Logged(), Logged({"a": 1}, b=2), Logged([("c", 3)])
second["d"] = 4
print(first, second, second.log, third)
print(Numbers(), Numbers([1, 2]), Numbers(range(3)).n_arguments)
print(options(), options({"a": 1}), options(b=2), options([("c", 3)], d=4))
