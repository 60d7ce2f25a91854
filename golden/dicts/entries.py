# What is read and stored again under one key is one change of the entry.
from collections import Counter, defaultdict


class Stock:
    def __init__(self) -> None:
        self.counts: dict[str, int] = {}

    def add(self, name: str, n: int) -> None:
        if name not in self.counts:
            self.counts[name] = 0
        self.counts[name] += n

    def take(self, name: str, n: int) -> None:
        self.counts[name] -= n


def tally(words: list[str], weights: list[float]) -> None:
    counts: dict[str, int] = {}
    totals: dict[str, float] = {}
    seen: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        counts[word] = counts.get(word, 0) + 1
        if word in totals:
            totals[word] += weights[at]
        else:
            totals[word] = weights[at]
        if word not in seen:
            seen[word] = []
        seen[word].append(at)
    print(counts, totals, seen, weights)


def kinds(words: list[str]) -> None:
    letters = Counter()
    lengths = defaultdict(int)
    groups = defaultdict(list)
    matrix: defaultdict[int, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for word in words:
        letters[word[0]] += 1
        lengths[len(word)] += len(word)
        groups[len(word)].append(word)
        matrix[len(word)][word] += 1
    print(letters, dict(lengths), dict(groups), lengths[99], sorted(lengths))
    print({length: dict(row) for length, row in matrix.items()})


def hits(keys: list[int]) -> int:
    table: dict[int, int] = {}
    found = 0
    for key in keys:
        if key not in table:
            table[key] = key
        else:
            found += 1
            table[key] *= 2
    print(table)
    return found


def grow(table: dict[str, int], key: str) -> int:
    """It changes the dict while an entry of it is changed."""
    table[key + "!"] = 1
    table[key] = 100
    return len(table)


def missing(table: dict[str, int], key: str) -> str:
    try:
        table[key] += 1
    except KeyError as error:
        return f"no {error}"
    return "ok"


stock = Stock()
stock.add("nail", 5)
stock.add("nail", 6)
stock.take("nail", 1)
print(stock.counts)
tally("to be or not to be".split(), [0.5, 1.5, 2.0, 0.25, 3.0, 1.0])
kinds(["ant", "bee", "wasp", "ant", "beetle"])
print(hits([3, 4, 3, 3, 5, 4]))
table = {"a": 1}
table["a"] += grow(table, "a")
table["b"] = table.get("b", 7) + grow(table, "b")
print(table)
print(missing(table, "a"), missing(table, "z"))
pairs = {(1, 2): "x"}
pairs[1, 2] += "y"
pairs[1, 2] += pairs[1, 2]
print(pairs)
