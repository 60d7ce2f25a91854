# A Decimal or a Fraction beside texts, lists and dicts: it has none of their attributes, and no items.
from fractions import Fraction
def f(x):
    if x == 0: return Fraction(1, 2)
    return "a b"
print(f(1).split())
try:
    print(f(0).split())
except AttributeError as e: print(e)
from decimal import Decimal
def g(k):
    if k == 0: return Decimal("1.5")
    return ["x"]
for k in (0, 4):
    try:
        v = g(k)
        v.append("y")
        print(v)
    except AttributeError as e: print(e)
try:
    Decimal(1).split()
except AttributeError as e: print(e)
def item(x, i):
    try:
        return x[i]
    except TypeError as e:
        return str(e)
print([item(x, 0) for x in ([1], Decimal(2), Fraction(1, 3))])
from decimal import Decimal
class T(object):
    def __init__(self): self.postings = []
    def post(self, account, amount=None):
        self.postings.append([account, amount])
t = T()
t.post("a:b", Decimal("1.5")); t.post("c")
for p in t.postings:
    if p[1] is None: p[1] = Decimal(0) - t.postings[0][1]
for acc, amt in t.postings:
    for part in acc.split(":"): print(part, amt)
from decimal import Decimal
node = {'total': Decimal(0), 'sub': {}}
def add(root, path, amt):
    n = root
    n['total'] += amt
    for part in path.split(':'):
        n = n['sub'].setdefault(part, {'total': Decimal(0), 'sub': {}})
        n['total'] += amt
add(node, "a:b", Decimal("1.5"))
add(node, "a:c", Decimal("2"))
print(node['total'], node['sub']['a']['total'], sorted(node['sub']['a']['sub']))
