# Generators that step.
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def count(start=0, step=1):
    n = start
    while True:
        yield n
        n += step


def squares(n):
    for i in range(n):
        yield i * i


def odd(source):
    for x in source:
        if x % 2 == 1:
            yield x
        elif x > 50:
            return


def pairs(source):
    for x in source:
        y = next(source, None)
        if y is None:
            break
        yield x, y


def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1


def steps(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1


def loud(n):
    for i in range(n):
        print("before", i)
        yield i
        print("after", i)


def halves(xs):
    for x in xs:
        yield 10 // x


def words(text):
    word = ""
    for c in text + " ":
        if c == " ":
            if word:
                yield word
            word = ""
        else:
            word += c


def take(n, source):
    for _ in range(n):
        yield next(source)


def running(source):
    total = 0
    for x in source:
        total += x
        yield total


g = fib()
print([next(g) for _ in range(10)])
print(list(zip(count(5, 3), squares(4))))
print(list(odd(iter(range(20)))), list(odd(squares(12))))
print(list(pairs(iter([1, 2, 3, 4, 5]))))
print(list(collatz(6)), list(steps(6)))
for i in loud(2):
    print("got", i)
g = loud(3)
next(g)
g.close()
print(list(g))
g = halves([5, 2, 0, 1])
try:
    for x in g:
        print(x)
except ZeroDivisionError as e:
    print(e, list(g))
print(list(words("a bc  def")))
print(list(take(3, fib())), list(running(squares(5))))
g = squares(3)
try:
    print(next(g))
    g.throw(ValueError("thrown"))
except ValueError as e:
    print(e, list(g))
g = squares(2)
print(next(g), g.send(None), next(g, "end"))
try:
    g = take(3, squares(1))
    print(next(g))
    next(g)
except RuntimeError as e:
    print(e)
h = squares(2)
try:
    h.send(1)
except TypeError as e:
    print(e)
