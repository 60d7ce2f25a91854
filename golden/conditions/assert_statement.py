# assert raises AssertionError when its test is false.
def half(n):
    assert n % 2 == 0, f"{n} is odd"
    return n // 2


print(half(4))
try:
    half(3)
except AssertionError as e:
    print("AssertionError:", e)
try:
    assert False
except AssertionError as e:
    print(repr(e), str(e) == "")
assert half(10) == 5
assert [1, 2] == [1, 2] and "a" in "abc"
assert isinstance(half(2), int), "type"
assert (1, "tuple")[0]
try:
    assert [], [1, 2]
except AssertionError as e:
    print(e.args)
print("done")
