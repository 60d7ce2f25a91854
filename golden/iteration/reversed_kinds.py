# Objects are reversed by length and index; what cannot be reversed raises.
def pick(n):
    if n == 0:
        return [1, 2, 3]
    if n == 1:
        return {4, 5}
    if n == 2:
        return (6, 7)
    if n == 3:
        return range(3)
    if n == 4:
        return {"a": 1, "b": 2}
    return None


for n in range(6):
    try:
        print(list(reversed(pick(n))))
    except TypeError as e:
        print(e)
