# A function with yield gives an iterator that runs as far as asked.
def count_to(n):
    i = 1
    while i <= n:
        yield i
        i += 1


print(list(count_to(4)), sum(count_to(10)), [x * 2 for x in count_to(2)])
g = count_to(2)
print(next(g), next(g))
try:
    next(g)
except StopIteration:
    print("StopIteration")
print(next(g, "default"), list(g))


def talk():
    print("start")
    yield 1
    print("middle")
    yield 2
    print("end")


for v in talk():
    print("got", v)
t = talk()
print("nothing yet")
print(next(t))
