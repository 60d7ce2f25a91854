# `__init_subclass__` of a base runs for each class that derives from it.
class Plugin:
    registry = []

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry.append(cls.__name__)


class A(Plugin):
    pass


class B(Plugin):
    pass


print(Plugin.registry)
