# Objects that hold decimals, dates, patterns and arrays are copied with them.
import copy
import re
from array import array
from datetime import date
from decimal import Decimal


class Invoice:
    def __init__(self, due, total):
        self.due = due
        self.total = total
        self.pattern = re.compile(r"(\d+)")
        self.counts = array("i", [1, 2])
        self.lines = []


first = Invoice(date(2024, 2, 28), Decimal("12.50"))
deep = copy.deepcopy(first)
shallow = copy.copy(first)
deep.lines.append("deep")
shallow.lines.append("shallow")
deep.counts.append(3)
print(first.lines, deep.lines, shallow.lines is first.lines)
print(first.counts, deep.counts, copy.copy(first.counts))
print(deep.due == first.due, deep.total is first.total, deep.pattern.findall("a1b22"))
print(copy.deepcopy([Decimal(1), Decimal(2)]), copy.deepcopy({date(2024, 1, 1): "new year"}))
