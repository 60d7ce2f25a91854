# `dict` of what may be a dict or something else: the run knows whether it copies entries or takes pairs.
def copied(x):
    try:
        return dict(x)
    except (TypeError, ValueError) as e:
        return str(e)


for value in [{"k": 1}, [("a", 2)], None, ["bc"], 5, {1: "x"}]:
    print(copied(value))


def entries(d):
    return dict(d)


for d in ({"a": 1}, None):
    try:
        print(entries(d))
    except TypeError as e:
        print(e)
