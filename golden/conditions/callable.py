# What `callable` says is known of the kind of a value: what it may be is what the branches go on with.
class Greeter:
    def __call__(self):
        return "hello"


class Plain:
    name = "plain"


def value(x):
    return x() if callable(x) else x


def describe(x):
    if not callable(x):
        return f"value {x}"
    return f"call {x()}"


print(value(3), value(lambda: 4), value("text"), value(Greeter()), value(None), value(list))
print([describe(x) for x in (1, "a", dict, Greeter())])
settings = {"size": 10, "scale": lambda: 2.5}
print({key: item() if callable(item) else item for key, item in settings.items()})
plain = Plain()
if callable(plain):
    print("never", plain())
else:
    print(plain.name)
