# A value of several kinds after `%`: a tuple gives its items, a list is one value, and each kind raises its own error.
for value in [1, "a", [2], (3,), (1, 2), None]:
    for template in ["%s", "%d!", "<%r>"]:
        try:
            print(template % value)
        except TypeError as error:
            print(error)
