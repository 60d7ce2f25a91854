# A class that a call of `type` makes is refused.
Point = type("Point", (), {"x": 1})  # error: PT0303
print(Point().x, type("Pair", (), {})())  # error: PT0303
