# Notes stand below the error, and `from None` hides what was handled.
def first(xs):
    try:
        return xs[0]
    finally:
        print("done")


def second(xs):
    try:
        return first(xs)
    except IndexError as e:
        e.add_note("while looking")
        raise


class AppError(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code


try:
    second([])
except IndexError as e:
    print(e)
    raise AppError(7) from None
