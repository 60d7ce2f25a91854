# A function that sees the variable of a comprehension in a class body is refused.
class Table:
    ACTIONS = [lambda: n for n in range(2)]  # error: PT0203
    SQUARES = [n * n for n in range(3)]


print([action() for action in Table.ACTIONS], Table.SQUARES)
