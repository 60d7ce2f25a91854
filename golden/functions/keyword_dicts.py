# A dict gives keyword arguments with `**`: its keys must fit the parameters; `**kwargs` hands them on.
def show(a, b=2, *, c=3):
    return f"{a} {b} {c}"


def forward(*args, **kwargs):
    return show(*args, **kwargs)


def rest(x, **options):
    return x, sorted(options.items())


def pass_on(**options):
    return rest(0, **options)


d = {"a": 1, "c": 9}
print(show(**d), forward(1), forward(1, 2), forward(1, c=5), forward(a=7, b=8), show(5, **{"b": 1}) if False else "")
opts = {"b": 4}
print(show(1, **opts), pass_on(k=1, j=2), rest(1, **opts), pass_on())
for bad in ({"a": 1, "z": 2}, {"b": 2}):
    try:
        print(show(**bad))
    except TypeError as e:
        print("TypeError:", e)
try:
    print(show(1, **d))
except TypeError as e:
    print("TypeError:", e)


class Base:
    def __init__(self, name, size=1):
        self.name = name
        self.size = size


class Derived(Base):
    def __init__(self, extra, **kwargs):
        super().__init__(**kwargs)
        self.extra = extra


x = Derived(1, name="n", size=5)
print(x.name, x.size, x.extra)
config = {"name": "cfg"}
print(Base(**config).name)
