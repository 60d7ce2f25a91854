# What extends a container takes the items before an exception; divmod of floats names itself.
class Broken(Exception):
    pass


class Source:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == 3:
            raise Broken("at 3")
        return self.n


def numbers():
    yield 10
    yield 20
    raise Broken("done")


from collections import deque

row, queue, seen = [0], deque(), {0}
try:
    row.extend(Source())
except Broken as error:
    print(error, row)
try:
    queue.extend(numbers())
except Broken as error:
    print(error, queue)
try:
    queue.extendleft(Source())
except Broken as error:
    print(error, queue)
try:
    seen.update(Source())
except Broken as error:
    print(error, seen)
for left, right in [(1.0, 0.0), (7.5, -2.0)]:
    try:
        print(divmod(left, right))
    except ZeroDivisionError as error:
        print(error)
try:
    print(divmod(1, 0.0))
except ZeroDivisionError as error:
    print(error, "abc".startswith(()))
