# What was read from JSON may be of any kind: a number made of it is asked for its kind when the program runs.
import json
from decimal import Decimal

data = json.loads('{"total": "1.50", "n": 3, "lines": [{"price": "0.20"}], "none": null}')
print(Decimal(data["total"]) + Decimal(data["n"]))
print(sum(Decimal(line["price"]) for line in data["lines"]))
for key in ("none", "total"):
    try:
        print(Decimal(data[key]))
    except TypeError as e:
        print(e)
