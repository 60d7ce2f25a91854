# `object.__init__`, the end of every `super().__init__()`, takes no arguments; what stars hold, the run knows.
class Base:
    def __init__(self, name):
        super().__init__(name)


class Mixin:
    def __init__(self, **options):
        self.seen = sorted(options)
        super().__init__(**options)


class Rest:
    def __init__(self, *rest):
        super().__init__(*rest[1:])


for make in (
    lambda: Base("b"),
    lambda: Mixin(),
    lambda: Mixin(depth=3),
    lambda: Rest(1),
    lambda: Rest(1, 2),
):
    try:
        print(type(make()).__name__)
    except TypeError as wrong:
        print(wrong)
