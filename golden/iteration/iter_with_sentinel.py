# `iter(function, sentinel)` calls the function until it returns the sentinel.
numbers = iter([1, 2, 3, 0, 4])
print([number for number in iter(lambda: next(numbers), 0)], next(numbers))


class Countdown:
    def __init__(self, start):
        self.left = start

    def step(self):
        self.left -= 1
        return self.left


for left in iter(Countdown(3).step, 0):
    print(left)
print(list(iter([1, 2])))
