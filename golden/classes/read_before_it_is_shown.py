# What is shown beside a call that changes its object is read before, each by itself.
class Shelf:
    def __init__(self, items: list[int]) -> None:
        self.size = len(items)
        self.items = items
        self.looks = 0

    def __len__(self) -> int:
        return self.size

    def __getitem__(self, at: int) -> int:
        self.looks += 10
        return self.items[at]

    def grow(self) -> None:
        self.size += 4

    def __repr__(self) -> str:
        return f"Shelf({self.items})"


shelf = Shelf([5, 1, 4])
shelf.grow()
print(len(shelf))
print(shelf, len(shelf), shelf.looks, shelf[0])
print(len(shelf), shelf.looks, shelf[1], shelf.size, shelf.looks)
