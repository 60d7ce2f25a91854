# `__exit__` may be told of an object of the program's own exception classes.
class AppError(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code

class Guard:
    def __enter__(self):
        return self
    def __exit__(self, kind, value, tb):
        if isinstance(value, AppError):
            print("app", value.code)
            return True
        if value is not None:
            print("other", value)
        return kind is ValueError

with Guard():
    raise AppError(7)
with Guard():
    raise ValueError("v")
with Guard():
    pass
def risky(n):
    with Guard() as g:
        if n:
            raise AppError(n)
        return "fine"
    return "handled"
print(risky(0), risky(3))
