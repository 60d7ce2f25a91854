# Arguments that are functions, classes or None run the code that makes them, in order.


def seen(text, value):
    print(text)
    return value


def apply(function, n):
    return function("abc") + n


print(apply(seen("length", len), seen("number", 1)))
print(apply(n=seen("number first", 2), function=seen("then length", len)))


class Holder:
    def __init__(self, function):
        self.function = function

    def both(self, function, extra=None):
        return self.function([1, 2]) + function([3])


print(Holder(seen("sum", sum)).both(seen("len", len), seen("nothing", None)))

stock = {"a": 1}
print(stock.get(seen("key", "z"), seen("default", None)), stock.pop(seen("key", "a"), seen("none", None)))
print(stock.get("a", seen("a text", "empty")), stock)
print([1, 2, 3][seen("from", None) : seen("to", 2)])
print("a b".split(seen("separator", None), seen("once", 1)), " a ".strip(seen("characters", None)))
