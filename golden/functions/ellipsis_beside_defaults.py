# The `...` that stands for a missing argument would be mistaken for one that the program passes.
def make(n):
    def show(value, default=n):  # error: PT0203
        return default

    return show


print(make(1)(2), make(1)(2, ...) is ...)
