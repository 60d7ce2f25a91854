# With a value of another class Python gives NotImplemented, which is refused.
print(int.__add__(1, 2.5))  # error: PT0305
