# A generator that puts one of its lists in the place of another one.
def triples():
    current = [(3, 4, 5)]
    following = []
    while True:
        a, b, c = current.pop()
        following.append((2 * a + b, b, c))
        following.append((a, b, c + 1))
        if not current:
            current = following
            following = []
        yield a, b, c


for _, triple in zip(range(6), triples()):
    print(triple)
