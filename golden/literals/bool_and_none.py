# True and False are the integers 1 and 0; None is a value of its own.
print(True, False, None)
print(True + True, True * 10, False - 1)
print(True == 1, False == 0, True is not None)
print([True, None, 1], (None,), {None: False})
x = None
print(x is None, x == None, x is not None)
print(str(True), repr(None), int(True), float(False))
print(-True, ~True, True / 2, True // 1, True ** 2)
print(True & False, True | False, True ^ True, type(True & True) == bool)
print(True & 3, sum([True, True, False]))
