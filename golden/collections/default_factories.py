# The factory of a defaultdict may have variables of its own, be a method of an object, or raise.
from collections import defaultdict
import itertools


def distances(graph, source, unreached):
    found = defaultdict(lambda: unreached)
    found[source] = 0
    queue = [source]
    for node in queue:
        for other, length in graph.get(node, []):
            if found[node] + length < found[other]:
                found[other] = found[node] + length
                queue.append(other)
    return dict(found), found["nowhere"]


def table(width):
    rows = defaultdict(lambda: defaultdict(lambda: [0] * width))
    rows["x"]["y"][0] += 1
    rows["x"]["z"]
    return {key: dict(row) for key, row in rows.items()}


class Names:
    def __init__(self, prefix):
        self.prefix = prefix
        self.given = 0
        self.names = defaultdict(self.make)

    def make(self):
        self.given += 1
        return f"{self.prefix}{self.given}"


def strict(what):
    def fail():
        raise KeyError("no " + what)

    return defaultdict(fail, known=1)


print(distances({"a": [("b", 2), ("c", 7)], "b": [("c", 1)]}, "a", 99))
print(table(2), table(3))
names = Names("n")
print(names.names["x"], names.names["y"], names.names["x"], names.given)
numbers = defaultdict(itertools.count().__next__)
print([numbers[word] for word in "to be or not to be".split()])
settings = strict("setting")
try:
    print(settings["known"], settings["unknown"])
except KeyError as error:
    print(error, len(settings))
