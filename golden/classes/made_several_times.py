# A class in a function that runs several times is several classes: attributes that they would not share are refused.
def limited(limit):
    class Counter:
        n = 0
        top = limit  # error: PT0204
        seen = []  # error: PT0204

    return Counter()


print(limited(3).top, limited(5).top)
