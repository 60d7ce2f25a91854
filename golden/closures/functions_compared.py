# A function is equal to itself alone: one that a call makes is another than that of the next call.
def make(n):
    def show():
        return n

    return show


a = make(1)
b = make(1)
print(a == b, a == a, a is b, a is a, a != b)
print(a in [b], a in [b, a], [b, a].index(a), [a, b, a].count(a))
print(len({a, b, a}), {a: "first", b: "second"}[b])


# A handler that takes itself out of the list.
class Emitter:
    def __init__(self):
        self.handlers = []

    def on(self, handler):
        self.handlers.append(handler)

    def off(self, handler):
        self.handlers.remove(handler)

    def once(self, handler):
        def wrapper(*args):
            self.off(wrapper)
            handler(*args)

        self.on(wrapper)

    def emit(self, *args):
        for handler in list(self.handlers):
            handler(*args)


emitter = Emitter()
emitter.once(lambda text: print("once:", text))
emitter.on(lambda text: print("always:", text))
emitter.once(lambda text: print("once, too:", text))
emitter.emit("a")
emitter.emit("b")
print(len(emitter.handlers))
