# A function that a decorator with a cache of its own makes in a function, and that calls itself, would hold itself.
def memo(f):
    cache = {}
    def wrapper(n):  # error: PT0401
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    return wrapper
def solve(k):
    @memo
    def fib(n):
        return n if n < 2 else fib(n - 1) + fib(n - 2) + k - k
    return fib(30)
print(solve(2))
