# A star behind which nothing ever is fills no parameter: those with defaults have them.
class Graph:
    def __init__(self):
        self.weights = {}

    @classmethod
    def of(cls, edges):
        graph = cls()
        for source, target, *weight in edges:
            graph.add(source, target, *weight)
        return graph

    def add(self, source, target, weight=1.0):
        self.weights[source, target] = weight


def add(a, b):
    return a + b


def joined(first, *rest, separator="-"):
    return separator.join([first, *rest])


print(Graph.of([("a", "b", 7), ("a", "c", 9)]).weights)
print(Graph.of([("a", "b"), ("b", "c")]).weights)
print(joined("x", *[]), joined("x", *["y"]))
try:
    print(add(1, *[]))
except TypeError as error:
    print(error)
