# Dicts of functions, tuples and lists.
def add(a, b):
    return a + b


def sub(a, b):
    return a - b


OPS = {"+": (add, 1), "-": (sub, 1), "max": (max, 0)}
for name, (f, level) in OPS.items():
    print(name, level, f(7, 3))


def rpn(text):
    stack = []
    for token in text.split():
        if token in OPS:
            b = stack.pop()
            a = stack.pop()
            stack.append(OPS[token][0](a, b))
        else:
            stack.append(int(token))
    return stack.pop()


print(rpn("3 4 + 2 -"), rpn("1 9 max"), rpn("5"))
handlers = {}


def register(name):
    def deco(f):
        handlers[name] = f
        return f

    return deco


@register("hello")
def hello(who):
    return f"hello {who}"


print(handlers["hello"]("x"), list(handlers), handlers.get("bye", lambda w: "?")("y"))
