# A function has attributes like any object; those that are set right after the `def` are variables of the module here.
def count():
    """Counts its calls."""
    count.calls += 1
    return count.calls


count.calls = 0
count()
print(count(), count.calls, count.__name__, count.__doc__)


def fib(n):
    if n not in fib.cache:
        fib.cache[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return fib.cache[n]


fib.cache = {}
fib.limit = 30
print(fib(fib.limit), len(fib.cache))


def log(text, seen=[]):
    def note():
        log.last = text
        return f"{log.prefix}: {text}"

    return note()


log.last = None
log.prefix = "log"
print(log.last, log("a"), log.last)
log.prefix = "LOG"
print(log("b"), log.last)


def reset():
    count.calls = 0


reset()
print(count.calls, count())
