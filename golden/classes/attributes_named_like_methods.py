# Attributes that are stored by names which only the run knows may be called like methods of texts and lists.
class Book:
    def __init__(self, **values):
        for name, value in values.items():
            setattr(self, name, value)

    def show(self):
        return f"{self.title} by {self.author} ({self.index})"


book = Book(title="Rust", author="Ann", index=3)
print(book.show(), "a title".title(), [5, 3].index(3))
book.title = book.title.upper()
print(book.show())


class Page:
    def __init__(self, values):
        for name in values:
            setattr(self, name, values[name])


page = Page({"count": 2, "strip": "wide"})
print(page.count + 1, page.strip, " a ".strip(), "banana".count("a"))


class Options:
    def __init__(self, **given):
        self.__dict__.update(given)


options = Options(values=[1, 2], start=1)
print(options.values[options.start], getattr(options, "stop", None), hasattr(options, "start"))
