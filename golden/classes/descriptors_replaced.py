# A method of a descriptor may answer the one that comes in its place, as `@price.setter` does.
class Watched:
    def __init__(self, get=None, put=None):
        self.get = get
        self.put = put

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return self.get(instance)

    def __set__(self, instance, value):
        print("setting", value)
        self.put(instance, value)

    def setter(self, put):
        print("a setter")
        return type(self)(self.get, put)


class Item:
    def __init__(self, price):
        self._price = price

    @Watched
    def price(self):
        return self._price

    def double(self):
        return 2 * self.price

    @price.setter
    def price(self, price):
        if price < 0:
            raise ValueError("too cheap")
        self._price = price


item = Item(3)
item.price = 5
print(item.price, item.double())
try:
    item.price = -1
except ValueError as error:
    print(error, item.price)
