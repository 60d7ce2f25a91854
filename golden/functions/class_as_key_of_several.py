# A class that is handed in as a function makes objects of what it is given there, of whichever kind that is.
class Key:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return str(self.value) < str(other.value)


def in_order(items):
    return sorted(items, key=Key)


print(in_order([3, 1, 2]))
print(in_order([3, "1", 2]))
print(in_order(["b", "a"]))


class Store:
    def __init__(self):
        self.items = {}

    def put(self, key):
        self.items[key] = True

    def keys(self):
        return in_order(list(self.items))


numbers = Store()
numbers.put(2)
numbers.put(1)
print(numbers.keys())
both = Store()
both.put("b")
both.put(10)
print(both.keys())
