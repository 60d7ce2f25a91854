# An encoder says what stands for objects that JSON has nothing for; what it leaves to its base is refused by that.
import io
import json
from datetime import date
from decimal import Decimal


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {"x": o.x, "y": o.y}
        if isinstance(o, date):
            return o.isoformat()
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)


class MoneyEncoder(Encoder):
    def default(self, o):
        if isinstance(o, Decimal):
            return str(o)
        return super().default(o)


data = {"where": [Point(1, 2), Point(0.5, None)], "when": date(2024, 2, 29), "tags": {"b", "a"}}
print(json.dumps(data, cls=Encoder))
print(json.dumps({"total": Decimal("1.50"), **data}, cls=MoneyEncoder, sort_keys=True))
try:
    print(json.dumps([1j], cls=Encoder))
except TypeError as e:
    print(e)
out = io.StringIO()
json.dump([Point(3, 4)], out, cls=MoneyEncoder)
print(out.getvalue())
print(Encoder().encode([{3, 1}]), json.JSONEncoder().encode({"a": [None, True]}))
