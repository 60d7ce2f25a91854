# send(None) is next: it begins a generator that something is sent to later.
class Reset(Exception):
    def __init__(self, start):
        super().__init__(f"from {start}")
        self.start = start


def average():
    total, count, result = 0.0, 0, None
    while True:
        try:
            total += yield result
            count += 1
        except Reset as e:
            print(e, e.start)
            total, count = e.start, 1
        result = total / count


def words():
    got = []
    while True:
        word = yield len(got)
        if word is None:
            return got
        got.append(word)


def begin(generator, first=None):
    return generator.send(first)


a = average()
a.send(None)
print(a.send(3), a.send(4.5))
print(a.throw(Reset(10.0)), a.send(0))
b = average()
print(begin(b), begin(b, 2))
w = words()
next(w)
try:
    for word in ["a", "b", None]:
        print(w.send(word))
except StopIteration as e:
    print(e.value)
try:
    average().send(5)
except TypeError as e:
    print(e)
