# Classes that say how they are copied, with a memo that is handed on.
import copy
from copy import deepcopy
from dataclasses import dataclass, field

class Node:
    made = 0
    def __init__(self, name, next=None):
        self.name = name
        self.next = next
        Node.made += 1
    def __deepcopy__(self, memo):
        print("copying", self.name)
        new = Node(self.name + "'")
        memo[id(self)] = new
        new.next = copy.deepcopy(self.next, memo)
        return new

a = Node("a")
a.next = Node("b", a)
c = deepcopy(a)
print(c.name, c.next.name, c.next.next is c, Node.made)

class Base:
    def __init__(self, items):
        self.items = items
    def __copy__(self):
        print("Base copy")
        return type(self)(self.items[:])

class Derived(Base):
    pass

class Silent(Derived):
    def __copy__(self):
        print("Silent copy")
        return Silent([0])

for thing in (Base([1]), Derived([2]), Silent([3])):
    made = copy.copy(thing)
    print(type(made).__name__, made.items, made.items is thing.items)

@dataclass
class Matrix:
    rows: list = field(default_factory=list)
    shared: list = field(default_factory=list)
    def __deepcopy__(self, memo=None):
        twin = copy.copy(self)
        twin.rows = copy.deepcopy(self.rows, memo)
        twin.shared = copy.deepcopy(self.shared, memo)
        return twin

rows = [[1], [2]]
m = Matrix(rows, rows)
n = copy.deepcopy(m)
n.rows[0].append(5)
print(m, n, n.rows is n.shared)
print(copy.deepcopy([1, [2]]), copy.copy({"a": [1]}), copy.deepcopy(None), copy.copy(5))
class Graph:
    def __init__(self):
        self.adj = {}
    def __copy__(self):
        g = Graph()
        g.adj = self.adj
        return g
    def __deepcopy__(self, memo):
        g = Graph()
        g.adj = copy.deepcopy(self.adj, memo)
        return g
g = Graph()
g.adj[1] = [2]
h = copy.copy(g)
k = copy.deepcopy(g)
h.adj[1].append(3)
print(g.adj, h.adj, k.adj)
