# A list made of an object asks it for its length first: a `__len__` that shows it is refused there.
class Bag:
    def __init__(self, items):
        self.items = items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        print("asked")
        return len(self.items)


bag = Bag([3, 1, 2])
print(list(bag))  # error: PT0305
print(sorted(bag))  # error: PT0305
print(tuple(bag))  # error: PT0305
print([*bag])  # error: PT0305
# Nothing else asks.
print(len(bag), sum(bag), max(bag), set(bag))
