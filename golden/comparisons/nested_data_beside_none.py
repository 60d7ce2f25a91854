# Data of every kind, nested and with None among it, can be sorted as long as the values that are compared have an order.
records = [
    {"name": "pear", "price": 3, "tags": ["green", "soft"]},
    {"name": "fig", "price": 2.5, "tags": []},
    {"name": "plum", "price": None, "tags": None},
]
print(sorted(record["name"] for record in records), max(record["name"] for record in records))
print([record["name"] for record in sorted(records[:2], key=lambda record: record["price"])])
print(sorted(records[:2], key=lambda record: record["tags"])[0]["name"])
for field in ["price", "tags"]:
    try:
        print(sorted(record[field] for record in records))
    except TypeError as error:
        print(field, error)
try:
    print(sorted(records))
except TypeError as error:
    print(error)


def flat(node):
    if isinstance(node, list):
        return [leaf for part in node for leaf in flat(part)]
    return [node]


print(sorted(flat([3, [1, [2.5]]])), sorted([["b", None], ["a", [None]], ["a", []]][:2]))
try:
    print(sorted(flat([1, [None, "x"]])))
except TypeError as error:
    print(error)
