# An attribute that one builtin type has and another one has not: the other one raises.
def start(x):
    return x.start


def numerator(x):
    return x.numerator


print(start(range(3, 9)), numerator(7), numerator(True), (3).imag, (2.5).real)
for look in (lambda: start(3), lambda: start(2.5), lambda: numerator(2.5), lambda: numerator(range(3))):
    try:
        look()
    except AttributeError as error:
        print(error)
try:
    print(sorted([3, 1], key=lambda x: x.stop))
except AttributeError as error:
    print(error)
