# A runtime-checkable protocol that more is done with than asking isinstance keeps its decorator, which is refused.
from typing import Protocol, runtime_checkable


@runtime_checkable  # error: PT0204
class Named(Protocol):
    def name(self) -> str: ...


class Person:
    def name(self) -> str:
        return "Ada"


checked = Named
print(isinstance(Person(), checked))
