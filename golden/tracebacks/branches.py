# The test of an `elif` has its own line.
def check(x):
    if x < 0:
        print("neg")
    elif 10 // x > 3:
        print("big")
    else:
        raise ValueError("x")


for v in (-1, 1, 5, 0):
    try:
        check(v)
    except ValueError:
        print("ve")
