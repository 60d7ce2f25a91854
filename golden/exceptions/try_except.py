# The first matching except clause handles the exception.
def attempt(f):
    try:
        return f()
    except ZeroDivisionError:
        return "zero"
    except (ValueError, TypeError) as e:
        return f"{type(e).__name__}: {e}"
    except LookupError as e:
        return "lookup " + repr(e)
    except Exception as e:
        return "other " + type(e).__name__


print(attempt(lambda: 1 / 0))
print(attempt(lambda: int("x")))
print(attempt(lambda: "a" + 1))
print(attempt(lambda: [][0]))
print(attempt(lambda: {}["k"]))
print(attempt(lambda: None.x))
print(attempt(lambda: 42))
print(attempt(lambda: 1 + "a"))
print(attempt(lambda: int([])))
try:
    print("before")
    x = [1][3]
    print("never")
except IndexError:
    print("after")
try:
    pass
except:
    print("never")
