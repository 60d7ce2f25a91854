# An uncaught exception ends the program with exit code 1.
def check(n):
    if n < 0:
        raise ValueError("n must not be negative")
    return n


print(check(1))
print(check(-1))
print("never")
