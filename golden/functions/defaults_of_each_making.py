# Defaults are evaluated when the `def` or the `lambda` runs: a function that is made in a loop, or anew by each call of
# the function around it, keeps the values of its own making.
adders = [lambda x, i=i: x + i for i in range(3)]
print([add(10) for add in adders], adders[0](2, 5))

scaled = []
for factor in range(1, 4):

    def scale(x, factor=factor):
        return x * factor

    scaled.append(scale)
factor = 100
print([f(2) for f in scaled], scaled[0](x=3), scaled[2](1, factor=7))


# The value, where a variable that is only captured is read when the function is called.
def stepper(n, start=0):
    def step(by=n, *, offset=start):
        return by + offset

    n = start = 1000
    return step


small = stepper(3)
large = stepper(4, 10)
print(small(), large(), small(1), large(offset=2), small(1, offset=1))


# A list or dict that is a default belongs to one making.
def counter():
    def count(memo={}):
        memo[len(memo)] = True
        return len(memo)

    return count


first = counter()
second = counter()
print(first(), first(), second(), first({}))

handlers = {}
for label, action in [("inc", lambda v: v + 1), ("double", lambda v: v * 2)]:
    handlers[label] = lambda v, label=label, action=action: f"{label}: {action(v)}"
for label, handler in handlers.items():
    print(handler(10), handler(10, "same"))


# A recursive function takes the default in its first call only.
def depths(tree, start=0):
    def visit(node, level=start):
        print("  " * level + node)
        for child in tree.get(node, []):
            visit(child, level + 1)

    visit("root")


depths({"root": ["a", "b"], "a": ["c"]}, 1)
