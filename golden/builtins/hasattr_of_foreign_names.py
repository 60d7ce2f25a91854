# A special method that only classes of the program have tells their objects from builtin values.
class Doc:
    def __html__(self):
        return "<b>"


def show(x):
    if hasattr(x, "__html__"):
        return x.__html__()
    if hasattr(x, "__array__"):
        return "array"
    return str(x)


print(show(1), show("a"), show(Doc()), show(None), show([1]), show(2.5), show({"a": 1}), show((1,)))
