# `fields` gives what the fields of a dataclass are called, of the class and of its objects.
import dataclasses
from dataclasses import dataclass, field, fields


@dataclass
class Book:
    title: str
    pages: int = 0
    tags: list = field(default_factory=list)

    def as_row(self):
        return {column.name: getattr(self, column.name) for column in fields(self)}

    def show(self):
        for column in fields(self):
            print(column.name, "=", getattr(self, column.name))


@dataclass
class Novel(Book):
    author: str = "?"


book = Novel("Tides", 120, ["sea"], author="ann")
print([column.name for column in fields(Book)], len(fields(book)), fields(Novel)[-1].name)
print(", ".join(column.name for column in dataclasses.fields(book)))
print(book.as_row())
book.show()
