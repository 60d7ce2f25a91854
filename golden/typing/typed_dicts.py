# A TypedDict is a plain dict at run time; a NewType returns what it is given; an alias is only looked at by checkers.
from typing import NewType, Optional, TypedDict


class Base(TypedDict):
    name: str


class Movie(Base, total=False):
    """A film."""

    year: int


UserId = NewType("UserId", int)
Rows = list[list[int]]


def title(movie: Movie, user: Optional[UserId] = None) -> str:
    return f"{movie['name']} ({movie.get('year', '?')}) {user}"


first: Movie = {"name": "Alien", "year": 1979}
second = Movie(name="Heat", year=1995)
print(title(first, UserId(7)), title(second), title({"name": "Solaris"}))
print(first == {"name": "Alien", "year": 1979}, sorted(second), isinstance(second, dict), UserId(3) + 1)


def total(rows: Rows) -> int:
    return sum(map(sum, rows))


print(total([[1, 2], [3]]))
