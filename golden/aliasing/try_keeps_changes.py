# What was done before the exception stays done.
def fill(xs, items):
    for item in items:
        xs.append(10 // item)


a = []
try:
    fill(a, [1, 2, 0, 5])
except ZeroDivisionError:
    print("stopped", a)
finally:
    a.append(-1)
print(a)
