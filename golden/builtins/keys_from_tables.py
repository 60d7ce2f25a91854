# The function of a key may be one of several, which only the run knows.
from operator import itemgetter

people = [{"name": "Bo", "age": 31}, {"name": "Al", "age": 40}, {"name": "Cyd", "age": 22}]
orders = {"name": lambda row: row["name"], "length": lambda row: len(row["name"]), "age": itemgetter("age")}


def ordered(by, reverse=False):
    return [row["name"] for row in sorted(people, key=orders[by], reverse=reverse)]


print(ordered("name"), ordered("age", True))
shortest = [min(people, key=orders[by])["name"] for by in ("name", "length")]
print(shortest)


def column(rows, key):
    return list(map(itemgetter(key), rows))


print(column(people, "name"), column([(1, 2), (3, 4)], 1))
