# An object with `__getitem__` and no `__iter__` is walked by index until it raises IndexError, in every way of walking.
class Steps:
    def __init__(self, n):
        self.n = n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError(i)
        return i * 10


print([step for step in Steps(3)], Steps(3)[1])
for step in Steps(2):
    print(step)
print(sum(Steps(3)), list(Steps(2)), max(Steps(3)), 10 in Steps(3), 70 in Steps(3))
print(list(zip(Steps(2), "ab")), dict(enumerate(Steps(2))), *Steps(2))
first, second = Steps(2)
print(first, second)


class Words:
    def __init__(self, *words):
        self.words = list(words)

    def __getitem__(self, i):
        return self.words[i]


print(list(Words("a", "b")), "b" in Words("a", "b"))
shelves = [Words("c"), Words("d", "e")]
for word in shelves[1]:
    print(word)
print(Steps(1)[4])
