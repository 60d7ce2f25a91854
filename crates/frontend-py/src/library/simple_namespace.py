class SimpleNamespace:
    __module__ = "types"

    def __init__(self, **attributes):
        for name in attributes:
            setattr(self, name, attributes[name])

    def __repr__(self):
        items = ", ".join([f"{name}={value!r}" for name, value in self.__dict__.items()])
        return f"namespace({items})"

    def __eq__(self, other):
        if not isinstance(other, SimpleNamespace):
            return NotImplemented
        return self.__dict__ == other.__dict__
