# Closures see the variable, not the value it had.
def make():
    fs = []
    for i in range(3):
        fs.append(lambda: i)
    return fs


print([f() for f in make()])


def make_bound():
    return [lambda i=i: i * 10 for i in range(3)]


print([f() for f in make_bound()])


def outer():
    x = 1

    def show():
        return x

    x = 2
    return show() + show()


print(outer())
n = 5
f = lambda: n
n = 6
print(f())
