# What is caught is the object that was raised, under whichever class: `is`, `==` and `in` find it.
class Failure(Exception):
    pass


class Timeout(Failure):
    pass


def same(x, y):
    return x is y, x == y


first = Timeout("t")
other = Failure("f")
for raised in (first, other):
    try:
        raise raised
    except Failure as error:
        print(error is first, error == first, error is not other, error != other)
try:
    raise first
except Exception as error:
    print(same(error, first), same(first, error), same(error, other), error in [first], [error] == [first])
try:
    try:
        raise Failure
    except Failure as error:
        cause = error
        raise Timeout from error
except Timeout as error:
    print(error.__cause__ is cause, error.__context__ is cause, error.__cause__ is error)


# What is raised again leaves the contexts of what it is raised during.
try:
    try:
        raise first
    except Timeout:
        try:
            raise other
        except Failure:
            print(other.__context__ is first)
            raise first
except Failure as error:
    print(error is first, first.__context__ is other, other.__context__)
