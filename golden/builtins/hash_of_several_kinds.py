# Of values of several kinds some have no hash: the others do.
def has_hash(x):
    try:
        h = hash(x)
    except TypeError as e:
        return str(e)
    return f"{h}".lstrip("-").isdigit()


for value in [1, "a", [1], None, {1}, (1, 2)]:
    print(has_hash(value))


# So it is with what is repeated.
def twice(x):
    return x * 2


for value in ["ab", [1], (3,), (), (1, 2)]:
    print(twice(value))
