# `__dict__` of classes, and of objects whose attributes come in an order that depends on the run, is refused.
class Either:  # error: PT0304
    def __init__(self, choices):
        for choice in choices:
            if choice:
                self.chosen = 1
            else:
                self.left = 1


print(vars(Either([True])))
print(len(Either.__dict__))  # error: PT0304
kept = Either([False]).__dict__  # error: PT0304
