# Literals, joins and lists that the generator of programs found: each once did not compile.
def either(p24):
    return ([{8}] if p24 else []) + [{2}]
print(either(0), either(1))
def compared():
    if '' <= '日本'.join([]):
        print("le")
compared()
empty = len("") == 0
print(abs(0.5 if empty else 0.0), abs((0.5 if empty else 1.5)))
def empties(p9):
    return [[] for v13 in p9]
x24 = filter(lambda v23: 0, empties(''))
print(list(x24))
def one(p2, p3):
    return [[]]
print(list(filter(lambda v17: 0, one(0, 0))), list(filter(lambda v17: 1, one(0, 0))))
def wide(p2: float) -> 0:
    if -1 > 9007199254740993 > 0:
        print("no")
    if -4 > 9007199254740993 < 2:
        print("no")
    print(-1 < 9007199254740993 < 10**20)
wide(3)
def sets(p11: list[int]) -> 0:
    return [set(p11)]
print(sets(list('')))
def captured():
    x11, x12 = (6, 6)
    for i14 in '':
        x12 += x12
        x11 = lambda v18: x12
    print(x11, x12)
captured()
class One:
    def __init__(self, f5):
        self.f5 = f5

def objects(p7, p8, p9=8):
    return ([] if p8 else [One(p8)]) + [One(p8)]
print(len(objects(0, 0)), len(objects(0, 1)))
