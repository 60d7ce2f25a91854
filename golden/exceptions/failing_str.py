# An uncaught exception whose `__str__` raises: the report says that it failed.
class Odd(Exception):
    def __init__(self, n):
        super().__init__(n)
        self.n = n
    def __str__(self):
        if self.n > 2:
            raise ValueError("too large")
        return f"odd {self.n}"
try:
    raise Odd(1)
except Odd as e:
    print(e)
try:
    raise Odd(2)
except Exception as e:
    print(str(e))
try:
    print(str(Odd(5)))
except ValueError as e:
    print("failed", e)
raise Odd(4)
