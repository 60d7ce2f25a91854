# Tuples ask their items whether they are equal before which is less; an item is equal to itself without being asked.
class Task:
    def __init__(self, name, weight):
        self.name = name
        self.weight = weight

    def __eq__(self, other):
        print("equal?", self.weight, other.weight)
        return self.name == other.name

    def __lt__(self, other):
        print("less?", self.weight, other.weight)
        return self.weight < other.weight


light, heavy, other = Task("wash", 1), Task("wash", 2), Task("dry", 3)
print((1, light) < (1, heavy))
print((1, light) < (1, other))
print((1, light) < (1, light))
print((1, light) < (2, heavy))
print([light] < [heavy], [light] < [other])
print((1, light) != (1, heavy), (1, light) == (1, other))
