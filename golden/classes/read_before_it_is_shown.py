# What is shown beside an object that shows itself is read before, each by itself.
class Shelf:
    def __init__(self, items: list[int]) -> None:
        self.size = len(items)
        self.items = items
        self.looks = 0

    def __len__(self) -> int:
        self.looks += 1
        return self.size

    def __getitem__(self, at: int) -> int:
        self.looks += 10
        return self.items[at]

    def __repr__(self) -> str:
        self.looks += 100
        return f"Shelf({self.items})"


shelf = Shelf([5, 1, 4])
shelf.size += 4
print(len(shelf))
print(shelf, len(shelf), shelf.size, shelf[0], shelf.looks, len(shelf), shelf[-1])
print(len(shelf), shelf.looks, shelf, shelf.looks)
