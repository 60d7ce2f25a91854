# A parser that gives each node together with where it ends; nodes are tuples of several lengths that hold one another.
def parse_pair(text, at):
    left, at = parse_item(text, at)
    op = text[at]
    right, at = parse_item(text, at + 1)
    return (op, left, right), at


def parse_item(text, at):
    c = text[at]
    if c == "(":
        pair, end = parse_pair(text, at + 1)
        return ("group", pair), end + 1
    if c == "'":
        return ("str", text[at + 1]), at + 2
    if c.isdigit():
        return ("int", int(c)), at + 1
    return ("none",), at + 1


def value_of(node):
    if node[0] == "none":
        return None
    if node[0] == "group":
        return run(node[1])
    return node[1]


def run(node):
    op, left, right = node
    a, b = value_of(left), value_of(right)
    if op == "+" and type(a) is int and type(b) is int:
        return a + b
    return str(a) + str(b)


tree, end = parse_pair("(1+2)+(3+('a+.))", 0)
print(tree, end)
print(run(tree), run(parse_pair("4+(5+6)", 0)[0]))
