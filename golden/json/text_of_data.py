# json.dumps writes data as text; what JSON has no form for raises, unless a function says what to write instead.
import io
import json

order = {"id": 7, "items": [{"sku": "A-1", "price": 2.5}, {"sku": "B", "price": 3}], "paid": True, "note": None}
print(json.dumps(order))
print(json.dumps(order, indent=2))
print(json.dumps({"b": [], "a": {}, "c": (1, "x")}, sort_keys=True, separators=(",", ":")))
print(json.dumps("caf\u00e9 \"q\" \\ \n \x01 \U0001f600"), json.dumps("caf\u00e9", ensure_ascii=False))
print(json.dumps({1: "int", None: "none", True: "bool", 2.5: "float"}), json.dumps([[], [[1]]], indent="\t"))
print(json.dumps([float("nan"), float("inf"), -float("inf"), 1e100, -0.0, 10**20]))


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def encode(value):
    if isinstance(value, Point):
        return {"x": value.x, "y": value.y}
    return sorted(value)


print(json.dumps({"at": Point(1, 2), "of": {3, 1}}, default=encode))
for attempt in range(3):
    try:
        if attempt == 0:
            print(json.dumps({"at": Point(1, 2)}))
        elif attempt == 1:
            print(json.dumps({(1, 2): 3}))
        else:
            print(json.dumps(float("nan"), allow_nan=False))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

file = io.StringIO()
json.dump(order["items"], file, indent=1)
print(file.getvalue())
