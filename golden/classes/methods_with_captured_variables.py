# A method uses the variables of the function around its class, where that function runs at most once.
def watch(limit):
    seen = []
    total = 0

    class Watcher:
        def __init__(self, tag):
            self.tag = tag

        def update(self, x):
            nonlocal total
            seen.append((self.tag, x))
            total += x
            return scaled(x)

        def is_open(self):
            return len(seen) < limit

    def scaled(x):
        return x * limit

    class Loud(Watcher):
        def update(self, x):
            return super().update(x) + total

    watcher, loud = Watcher("w"), Loud("l")
    for i in range(2):
        print(watcher.update(i), loud.update(i), watcher.is_open())
    # The variable is shared, so that the method sees its new value.
    limit = 100
    print(watcher.is_open(), seen, total)


watch(3)


# An attribute of such a class is made where the class is.
def boxed(first):
    class Box:
        items = [first]

        def put(self, x):
            self.items.append(x)

    one, other = Box(), Box()
    one.put(2)
    print(other.items)


boxed(1)
