# A key of one kind is looked up among keys of several kinds.


class Graph:
    def __init__(self):
        self.neighbours = {}

    def add(self, a, b):
        if a in self.neighbours:
            self.neighbours[a].append(b)
        else:
            self.neighbours[a] = [b]
        return self

    def drop(self, a):
        del self.neighbours[a]


numbers = Graph().add(0, 1).add(1, 2).add(0, 2)
print(numbers.neighbours)
mixed = Graph().add("a", 1).add(1, "b").add("a", 3)
print(mixed.neighbours)
mixed.drop("a")
mixed.drop(1)
print(mixed.neighbours)
try:
    mixed.drop("a")
except KeyError as error:
    print("KeyError", error)
