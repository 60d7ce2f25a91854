# A metaclass that looks at what the body of a class holds is no longer known from the text.
class Upper(type):  # error: PT0204
    def __new__(mcs, name, bases, namespace):
        loud = {key.upper(): value for key, value in namespace.items()}
        return super().__new__(mcs, name, bases, loud)


class Shouting(metaclass=Upper):  # error: PT0204
    word = "hey"


print(Shouting.WORD)
