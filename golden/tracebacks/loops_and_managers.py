# A loop that goes on is at its head again; what is raised inside a manager has come through it.
class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        print("exit", kind.__name__)
        return False


def work(n):
    with Manager():
        while n:
            n -= 1
            if n == 2:
                continue
            x = 10 / (n - 1)
            print(x)


work(5)
