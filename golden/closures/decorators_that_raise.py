# A decorator that raises leaves the name unbound: the ones under it are never applied.


def noisy(number):
    print("made", number)
    return lambda function: function


def registered(name):
    raise KeyError(name)


def rejected(function):
    raise ValueError("no " + function.__name__)


try:

    @noisy(1)
    @registered("first")
    @noisy(2)
    def first(x):
        return x

except KeyError as error:
    print("not registered", error)

try:

    @rejected
    def second(x):
        return x

except ValueError as error:
    print(error)


def main():
    try:

        @noisy(unknown)  # warning: PT0307
        def third(x):
            return x

    except NameError as error:
        print(error)


main()
