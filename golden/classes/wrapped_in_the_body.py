# staticmethod and classmethod called in the body of a class, with a function that is there already.
def shouted(text):
    return text.upper() + "!"


class Tools:
    prefix = "tool"
    square = staticmethod(lambda x: x * x)
    shout = staticmethod(shouted)

    def named(cls, number):
        return f"{cls.prefix} {number}"

    named = classmethod(named)


print(Tools.square(4), Tools().square(5), Tools.shout("hey"))
print(Tools.named(1), Tools().named(2))
