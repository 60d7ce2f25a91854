# `__getitem__` and `__contains__` of containers and text are functions that can be handed on; `__next__` is what `next` calls.
prices = {"pear": 3, "fig": 1, "plum": 2}
print(sorted(prices, key=prices.__getitem__), min(prices, key=prices.get), max(prices, key=prices.__getitem__))
print(list(map(prices.__getitem__, ["fig", "plum"])), sorted([2, 0, 1], key=[30, 20, 10].__getitem__))
print(list(filter({"fig", "date"}.__contains__, prices)), list(map("aeiou".__contains__, "fig")))
print(list(map((7, 8, 9).__getitem__, [0, -1])), list(filter(frozenset([1, 2]).__contains__, [2, 3])))

# Called by name they are the operators.
rows = [[1, 2], [3]]
print(rows.__getitem__(0), "text".__contains__("ex"), (1, 2).__len__(), "ab".__getitem__(1), prices.__contains__("kiwi"))
is_known = prices.__contains__
print(is_known("pear"), is_known("kiwi"))
try:
    print(list(map(prices.__getitem__, ["kiwi"])))
except KeyError as error:
    print("KeyError", error)

numbers = iter([1, 2])
step = numbers.__next__
print(step(), numbers.__next__())
try:
    step()
except StopIteration:
    print("no more")


def countdown(n):
    while n:
        yield n
        n -= 1


down = countdown(2)
print(down.__next__(), next(down))
