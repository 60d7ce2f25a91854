# Keys for sorting: several criteria, reversed ones, dictionaries.
words = ["delta", "Alpha", "charlie", "bravo", "Al"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True))
print(sorted(words, key=lambda w: (-len(w), w)), sorted(range(6), key=lambda n: (n % 2, -n)))
scores = {"ann": 3, "bob": 5, "cid": 3}
print(sorted(scores), sorted(scores, key=scores.get, reverse=True), sorted(scores.items(), key=lambda kv: (-kv[1], kv[0])))
print(dict(sorted(scores.items(), key=lambda item: item[1])), sorted(scores.values()))


class P:
    def __init__(self, name, age):
        self.name = name
        self.age = age


people = [P("x", 30), P("y", 20), P("z", 30)]
print([p.name for p in sorted(people, key=lambda p: p.age)], max(people, key=lambda p: p.age).name)
people.sort(key=lambda p: (p.age, p.name), reverse=True)
print([p.name for p in people], sorted([0.5, -0.0, 0, -1]), sorted([True, False]))
print(sorted("bca", reverse=True), sorted([(1, "b"), (1, "a")], key=lambda t: t[0]), sorted([[3], [1, 2], []]))
