# An inner function keeps the variables of the outer one; nonlocal rebinds them.
def counter(start=0):
    n = start

    def increment(step=1):
        nonlocal n
        n += step
        return n

    return increment


a, b = counter(), counter(10)
print(a(), a(), b(), a(5), b(-1))


def account(balance):
    def deposit(x):
        nonlocal balance
        balance += x
        return balance

    def get():
        return balance

    return deposit, get


deposit, get = account(100)
deposit(50)
print(get(), deposit(1), get())
