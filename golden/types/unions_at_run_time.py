# A union that is handed on is a value that nothing here knows more of.
def check(value, expected):
    return isinstance(value, expected)  # error: PT0305


print(check(1, int | str))
