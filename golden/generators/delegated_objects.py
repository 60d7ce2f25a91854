# An iterator with its own `send`, `throw` or `close` takes part in `yield from`, and is refused.


class Doubling:
    def __iter__(self):
        return self

    def __next__(self):
        return self.send(1)

    def send(self, value):
        return value * 2


def delegating():
    yield from Doubling()  # error: PT0305


def asking():
    value = yield from map(len, ["a", "bc"])  # error: PT0305
    print(value)


for answer in delegating():
    print(answer)
    break
print(list(asking()))
