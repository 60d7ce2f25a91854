# nonlocal finds the nearest enclosing function that has the name.
x = "global"


def outer():
    x = "outer"

    def middle():
        def inner():
            nonlocal x
            x = "changed by inner"
            return x

        return inner()

    before = x
    middle()
    return before, x


print(outer(), x)


def walk(tree):
    best = 0
    count = 0

    def visit(node, depth):
        nonlocal best, count
        count += 1
        best = max(best, depth)
        for child in node:
            visit(child, depth + 1)

    visit(tree, 1)
    return best, count


print(walk([[], [[]], []]), walk([]))


def shadows():
    items = [1, 2]

    def f(items):
        items = items + [3]
        return items

    return f(items), items


print(shadows())
