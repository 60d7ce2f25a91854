# A method of an object is true, whatever its object is.
def walk(items, visit=None):
    for item in items:
        if visit:
            visit(item)
    return bool(visit), not visit


found = []
print(walk([1, 2], found.append), found)
print(walk([3]))


class Empty:
    def __init__(self):
        self.total = 0

    def __len__(self):
        return 0

    def add(self, item):
        self.total += item


empty = Empty()
print(walk([1, 2], empty.add), empty.total, bool(empty))
print("yes" if {}.get else "no", "yes" if empty.add else "no")
