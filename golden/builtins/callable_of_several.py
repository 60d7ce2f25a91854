# Of values of several kinds, the run knows which of them can be called.
class Called:
    def __call__(self):
        return "called"


class Plain:
    pass


def kind(value):
    if callable(value):
        return "callable"
    return repr(value)


for value in (1, "a", len, kind, None, Called(), [1]):
    print(kind(value))
print(callable(Plain()), callable(Plain), kind(Called), callable(kind))


def prefix(words):
    for i, letters in enumerate(zip(*words)):
        if len(set(letters)) > 1:
            return words[0][:i]
    return ""


print(prefix(["ab", "ac"]), repr(prefix([])))
