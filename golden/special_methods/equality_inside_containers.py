# Items are compared through their `__eq__`, whatever stands on the other side.
class Node:
    def __init__(self, name: str) -> None:
        self.name = name

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Node):
            return self.name == other.name
        return self.name == other

    def __repr__(self) -> str:
        return f"<{self.name}>"


class Strict:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return self.name == other.name


class Graph:
    def __init__(self):
        self.nodes = []

    def node(self, name):
        try:
            return self.nodes[self.nodes.index(name)]
        except ValueError as error:
            print("new:", error)
            made = Node(name)
            self.nodes.append(made)
            return made


graph = Graph()
for name in ["a", "b", "a", "c", "b"]:
    graph.node(name)
print(graph.nodes)

nodes = [Node("a"), Node("b"), Node("a")]
print("a" in nodes, "z" in nodes, "b" not in nodes)
print(nodes.count("a"), nodes.index("b"))
print(nodes == ["a", "b", "a"], [["a"]] != [[Node("a")]])
print((Node("a"), 1) == ("a", 1), {1: Node("x")} == {1: "x"})
print(Node("b") in ["a", "b"], ["a", "b"].index(Node("b")))
nodes.remove("a")
print(nodes)
try:
    nodes.remove("q")
except ValueError as error:
    print(error)

strict = [Strict("a"), Strict("b")]
print(Node("b") in strict, strict.count(Node("a")))
try:
    print(None in strict)
except AttributeError as error:
    print(error)
