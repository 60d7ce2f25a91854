# Views of items are compared as sets where the values have no hash, too.
class Box:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n


small, large = {1: Box(1)}, {1: Box(1), 2: Box(2)}
print(small.items() <= large.items(), small.items() < large.items(), small.items() >= large.items())
print(large.items() > small.items(), large.items() >= large.items(), large.items() < large.items())
print(small.items() <= {1: Box(2)}.items(), small.items() == {1: Box(1)}.items())
lists = {"a": [1]}
print(lists.items() <= {"a": [1], "b": [2]}.items())
