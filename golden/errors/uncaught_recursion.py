# Endless recursion raises RecursionError.
def down(n):
    return down(n + 1) + 1


try:
    down(0)
except RecursionError:
    print("caught RecursionError")
