# Programs check the types of their arguments and raise TypeError themselves.
def factorial(n: int) -> int:
    if not isinstance(n, int):
        raise TypeError("n must be an integer")
    if n < 0:
        raise ValueError("n must not be negative")
    return 1 if n == 0 else n * factorial(n - 1)


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print(factorial(5))
for value in (4, -1, 2.5, "3"):
    print(attempt(factorial, value))


def is_palindrome(value: int | str) -> bool:
    text = str(value)
    return text == text[::-1]


print(is_palindrome(121), is_palindrome("ab"))
try:
    "abc" + 1
except TypeError as e:
    print(e)
try:
    factorial("x")
except TypeError as e:
    print(e)
