# Programs run without `-O`: `__debug__` is true.
def checked_root(n):
    if __debug__:
        print("checking", n)
        assert n >= 0, "negative"
    return n**0.5


print(checked_root(16), __debug__)
