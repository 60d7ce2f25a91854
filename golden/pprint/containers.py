# `pprint` breaks what is wider than the line, item by item; keys are sorted.
import pprint
from pprint import pformat

pprint.pprint({"b": 1, "a": [1, 2, 3]})
inventory = {
    "tools": ["hammer", "screwdriver", "wrench", "pliers", "saw"],
    "parts": {"bolt": (1, 2), "nut": (3, 4)},
    "open": True,
}
pprint.pprint(inventory, width=40)
print(pformat(inventory, indent=2, width=60, sort_dicts=False))
pprint.pp({"z": 1, "y": 2})
print(pformat(list(range(30)), width=50, compact=True))
pprint.pprint([("name", "x" * 30), ("description", "a text of several words that does not fit in a line")], width=50)
print(pformat("a long text on its own that is broken between its words", width=30))
print(pformat({30, 10, 20}, width=5), pformat(set()), pformat([]))

# A PrettyPrinter keeps its settings.
printer = pprint.PrettyPrinter(indent=2, width=40)
printer.pprint(inventory)
print(printer.pformat([1, 2]))
