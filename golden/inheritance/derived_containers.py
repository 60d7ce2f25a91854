# Classes derived from Counter, deque and defaultdict: what they do not define is done as the base does it, under their name.
from collections import Counter, defaultdict, deque


class Tally(Counter):
    def __init__(self, text=""):
        super().__init__()
        for word in text.lower().split():
            self[word.strip(".,")] += 1

    def top(self, n):
        return sorted(self.items(), key=lambda pair: (-pair[1], pair[0]))[:n]


class Stock(Counter):
    def __missing__(self, item):
        return -1


class Window(deque):
    def __init__(self, size):
        deque.__init__(self, [0] * size, maxlen=size)
        self.size = size

    @property
    def mean(self):
        return sum(self) / self.size


class History(deque):
    def __str__(self):
        return " < ".join(str(item) for item in self)


class Keyed(defaultdict):
    # The factory is given the key.
    def __missing__(self, key):
        value = self[key] = self.default_factory(key)
        return value


class Graph(defaultdict):
    def __init__(self, edges=()):
        super().__init__(set)
        for a, b in edges:
            self[a].add(b)
            self[b].add(a)


words = Tally("The cat, the dog and the bird.")
print(words.top(2), words["cow"], len(words), words.most_common(1))
print(words + Counter(cow=2), isinstance(words, dict), words == Counter(dict(words)))
stock = Stock(pear=2, fig=1)
stock.update(["fig"])
print(stock, stock["fig"], stock["plum"], Stock())
window = Window(3)
for number in (3, 6, 9, 12):
    window.append(number)
print(window, window.mean, window[-1], window.maxlen)
history = History(["a", "b"])
history.appendleft("c")
print(history, repr(history), history.pop(), len(history), "a" in history, History("xyz", 2))
squares = Keyed(lambda n: n * n)
print(squares[4], squares[5], dict(squares), 6 in squares)
graph = Graph([(1, 2), (1, 3)])
print(sorted(graph[1]), len(graph[9]), graph, sorted(graph))
