# The default of `pop`, `get` and `setdefault` of a class of `MutableMapping` may be named.
from collections.abc import MutableMapping


class Table(MutableMapping):
    def __init__(self):
        self.rows = {}

    def __getitem__(self, key):
        return self.rows[key]

    def __setitem__(self, key, value):
        self.rows[key] = value

    def __delitem__(self, key):
        del self.rows[key]

    def __iter__(self):
        return iter(self.rows)

    def __len__(self):
        return len(self.rows)


table = Table()
table["a"] = 1
print(table.pop("a"), table.pop("a", 3), table.pop("a", default=4))
print(table.setdefault("b", default=5), table.get("c", default=6))
try:
    table.pop("c")
except KeyError as error:
    print("KeyError", error)
