# An exception in a generator comes out of the loop that reads it.
def numbers(words):
    for w in words:
        yield int(w)


for n in numbers(["1", "2", "three"]):
    print(n)
