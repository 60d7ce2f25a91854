# Indices outside, read and written.
def get(xs, i):
    try:
        return xs[i]
    except IndexError as error:
        return str(error)


def put(xs, i):
    try:
        xs[i] = 0
    except IndexError as error:
        return str(error)
    return xs


a = [1, 2]
print(get(a, -2), get(a, 2), get(a, -3))
print(put(a, -1), put(a, 5))
try:
    [].pop()
except IndexError as error:
    print(error)
