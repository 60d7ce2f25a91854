# Records, grouping, reports with formatted columns.
from collections import defaultdict, Counter
from dataclasses import dataclass


@dataclass
class Item:
    name: str
    category: str
    price: float
    quantity: int

    @property
    def value(self) -> float:
        return self.price * self.quantity


def parse(lines: list[str]) -> list[Item]:
    items = []
    for number, line in enumerate(lines, 1):
        line = line.split("#")[0].strip()
        if not line:
            continue
        try:
            name, category, price, quantity = [part.strip() for part in line.split(",")]
            items.append(Item(name, category, float(price), int(quantity)))
        except ValueError as e:
            print(f"line {number}: {e}")
    return items


items = parse("""
# name, category, price, quantity
apple, fruit, 0.5, 100
pear, fruit, 0.75, 40   # seasonal
hammer, tool, 12.99, 3
broken, tool, x, 1
short, tool
nail, tool, 0.01, 5000
""".split("\n"))
print(f"{'name':<10}{'price':>8}{'qty':>6}{'value':>10}")
for item in sorted(items, key=lambda i: -i.value):
    print(f"{item.name:<10}{item.price:>8.2f}{item.quantity:>6}{item.value:>10,.2f}")
groups = defaultdict(list)
for item in items:
    groups[item.category].append(item.name)
print(dict(groups), Counter(i.category for i in items).most_common(1))
totals = {}
for item in items:
    totals[item.category] = totals.get(item.category, 0) + item.value
for category, total in totals.items():
    print("%-6s %8.2f" % (category, total))
print(max(items, key=lambda i: i.price), sum(i.quantity for i in items))
