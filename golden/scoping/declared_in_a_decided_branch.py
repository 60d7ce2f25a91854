# A branch that is always taken binds names as any other.
def check(flag):
    if False:
        result = "never"
    else:
        try:
            result = int(flag)
        except ValueError as error:
            result = str(error)
        try:
            result = [result, int("x")]
        except ValueError as error:
            print(error)
    return result


print(check("12"), check("none"))


def found(items, wanted):
    if True:
        for item in items:
            if item == wanted:
                place = item
                break
        else:
            place = None
        label = f"found {place}"
    return label


print(found([1, 2, 3], 2), found([1], 5))
