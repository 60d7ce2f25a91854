# `__dict__` of classes is refused, and one that is kept while its object changes.
class Either:
    def __init__(self, choices):
        for choice in choices:
            if choice:
                self.chosen = 1
            else:
                self.left = 1


print(vars(Either([True, False])))
print(len(Either.__dict__))  # error: PT0304
kept = Either([False]).__dict__  # error: PT0304
