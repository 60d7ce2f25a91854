# Descriptors, hooks of attribute access and finalisers are refused: nothing would call them.
class Positive:
    def __get__(self, instance, owner):  # error: PT0204
        return 1

    def __set__(self, instance, value):  # error: PT0204
        pass


class Loud:
    def __del__(self):  # error: PT0204
        print("gone")


class Item:
    price = Positive()


print(Item().price, Loud())


class Watched:
    def __getattribute__(self, name):  # error: PT0204
        return name
