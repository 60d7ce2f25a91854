# `__dict__` and `vars` show the attributes of an object, in the order in which `__init__` assigns them.
class Shown:
    """A mixin that knows no attribute itself."""

    def __repr__(self):
        pairs = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({pairs})"

    def __eq__(self, other):
        return self.__dict__ == other.__dict__


class Book(Shown):
    def __init__(self, title, pages, lent):
        self.title = title
        self.pages = pages
        if lent:
            self.reader = "someone"
        else:
            self.reader = None
        self.__code = 7


class Atlas(Book):
    def __init__(self, title):
        super().__init__(title, 99, False)
        self.maps = [1, 2]


book = Book("Emma", 400, True)
print(book, Atlas("World"), book == Book("Emma", 400, True), book == Book("Emma", 401, True))
for name, value in vars(book).items():
    print(name, value)
print(sorted(vars(book)), len(book.__dict__), "title" in vars(book), book.__dict__["pages"])
book.pages = 5
print({**vars(book)}["pages"], list(vars(book).values()))
