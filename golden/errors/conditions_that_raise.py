# A condition that always raises is left there.
q = [[], []]
def enq(p, d):
    try:
        if len(q[p]) >= 2:
            raise OverflowError("max")
        q[p].append(d)
    except IndexError:
        raise ValueError("valid 0 1")
enq(0, 1)
try:
    enq("a", 1)
except TypeError as e:
    print(e)
try:
    enq(5, 1)
except ValueError as e:
    print(e)
def z(p):
    try:
        while len(q[p]) > 5:
            print("x")
        x = 1 if q[p] else 2
        for y in q[p]:
            print(y)
        assert q[p]
    except IndexError:
        print("no")
z(0)
try:
    z("k")
except TypeError as e:
    print(e)
