# A class derived from list or dict calls the methods that it replaces through the class that it derives from.
class Sorted(list):
    def append(self, item):
        at = 0
        while at < len(self) and self[at] < item:
            at += 1
        list.insert(self, at, item)

    def remove(self, item):
        if item in self:
            list.remove(self, item)


class Folded(dict):
    def __setitem__(self, key, value):
        dict.__setitem__(self, key.lower(), value)

    def __getitem__(self, key):
        return dict.__getitem__(self, key.lower())

    def get(self, key, default=None):
        return dict.get(self, key.lower(), default)


items = Sorted()
for number in (5, 1, 3):
    items.append(number)
items.remove(1)
items.remove(77)
print(items, list.count(items, 3), list.index(items, 5))
headers = Folded()
headers["HOST"] = "example.org"
print(headers["Host"], headers.get("hOST"), headers.get("port", "80"), headers, list(dict.keys(headers)))
