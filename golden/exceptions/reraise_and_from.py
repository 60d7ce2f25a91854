# raise alone passes the exception on; raise from sets its cause.
def inner():
    raise ValueError("original")


def middle():
    try:
        inner()
    except ValueError:
        print("passing on")
        raise


try:
    middle()
except ValueError as e:
    print("outer got", e)


def convert():
    try:
        inner()
    except ValueError as e:
        raise RuntimeError("converted") from e


try:
    convert()
except RuntimeError as e:
    print(e, "caused by", repr(e.__cause__))
try:
    try:
        {}["a"]
    except KeyError as e:
        saved = e
        raise TypeError("second") from None
except TypeError as e:
    print(e, e.__cause__, repr(saved))
try:
    raise saved
except KeyError as e:
    print("again", e)
