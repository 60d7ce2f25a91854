# A class or a function that is known before the run is looked up all the same, with what that prints or raises.
class Circle:
    kind = "circle"

    @staticmethod
    def unit():
        return "unit circle"


def ping():
    return "pong"


class Button:
    def on_click(self, handler):
        self.handler = handler

    def click(self):
        if hasattr(self, "handler"):
            return self.handler()
        return "nothing"


def chosen(name):
    print("asked for", name)
    return Circle


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


shapes, handlers, by_name = [Circle], [ping], {"circle": Circle}
print(chosen("a").kind, chosen("b")().kind, chosen("c").unit())
attempt(lambda: shapes[0]().kind)
attempt(lambda: shapes[5].kind)
attempt(lambda: shapes[5]().kind)
attempt(lambda: handlers[3]())
attempt(lambda: by_name["square"].kind)
attempt(lambda: by_name["square"]())

first, second = Button(), Button()
print(first.click())
first.on_click(ping)
print(first.click(), second.click())
buttons = [Button() for _ in range(2)]
buttons[0].shape = Circle
buttons[0].handler = ping
print(buttons[0].shape.kind, buttons[0].handler())
attempt(lambda: buttons[1].shape.kind)
attempt(lambda: buttons[1].shape())
attempt(lambda: buttons[1].handler())


def builtin(name):
    print("asked for", name)
    return int


class Ring(chosen("base")):
    kind = "ring"


print(builtin("d").__name__, Ring().kind, Ring.unit())
try:

    class Square(by_name["square"]):
        pass

except KeyError as error:
    print("no base", error)
