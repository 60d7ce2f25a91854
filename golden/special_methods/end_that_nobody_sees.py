# A `__del__` that only empties the object is seen by nobody, but where the program calls it.
class Resource:
    def __init__(self, name: str) -> None:
        self.name = name
        self.data: list[int] | None = [1]

    def close(self) -> None:
        self.__del__()

    def __del__(self) -> None:
        """Lets go of what it holds."""
        self.data = None


class Quiet:
    def __del__(self) -> None:
        pass


resource = Resource("a")
resource = Resource("b")
quiet = [Quiet() for _ in range(3)]
quiet.pop()
print(resource.name, resource.data, len(quiet))
resource.close()
print(resource.data)
*rest, last = (1,)
print(rest, last)
*rest, middle, last = 1, 2
print(rest, middle, last)
