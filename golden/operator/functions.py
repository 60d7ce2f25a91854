# Operators as functions, and functions that get items and attributes.
import operator
from functools import reduce
from operator import attrgetter, itemgetter


class Player:
    def __init__(self, name: str, score: int) -> None:
        self.name = name
        self.score = score


print(operator.add(2, 3), operator.mul(2.5, 2), operator.floordiv(-7, 2), operator.lt("a", "b"), operator.concat([1], [2]))
print(reduce(operator.mul, [1, 2, 3, 4]), reduce(operator.xor, [5, 3]), list(map(operator.sub, [5, 6], [1, 2])))
rows = [("b", 2), ("a", 3), ("c", 1)]
print(sorted(rows, key=itemgetter(1)), sorted(rows, key=itemgetter(0), reverse=True), max(rows, key=itemgetter(1, 0)))
records = [{"name": "x", "age": "3"}, {"name": "y", "age": "1"}]
print([record["name"] for record in sorted(records, key=itemgetter("age"))], list(map(itemgetter(-1), ["ab", "cd"])))
players = [Player("ann", 3), Player("bob", 1), Player("cid", 3)]
print([player.name for player in sorted(players, key=attrgetter("score"))])
print([player.name for player in sorted(players, key=operator.attrgetter("score", "name"), reverse=True)])
second = itemgetter(1)
print(second([7, 8]), second("xy"))
