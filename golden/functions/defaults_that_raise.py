# Defaults are evaluated where the function is made, whether it is called or not: what they raise, and print, comes then.
def boom():
    raise ValueError("boom")


try:

    def never(x=boom()):
        return x

    print("made")
except ValueError as error:
    print(error)
try:

    def unknown(x=1, *, y=undefined):  # warning: PT0307
        return x

    print("made")
except NameError as error:
    print(error)


def shown(x=print("shown")):
    return x


print(shown(), "called")
