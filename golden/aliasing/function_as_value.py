# A function that is a value takes any list.
def push(xs, x):
    xs.append(x)


def twice(f, xs):
    f(xs, 1)
    f(xs, 2)


a = []
b = a
twice(push, a)
print(b)
