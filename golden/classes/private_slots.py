# Private names in `__slots__` are mangled, as in the class's body: a list that is its own iterator.
class Node:
    __slots__ = ["data", "next_node"]

    def __init__(self, data, next_node=None):
        self.data = data
        self.next_node = next_node


class Chain:
    __slots__ = ["head", "__current", "__length"]

    def __init__(self):
        self.head = None
        self.__current = None
        self.__length = 0

    def push(self, data):
        self.head = Node(data, self.head)
        self.__length += 1

    def __len__(self):
        return self.__length

    def __iter__(self):
        self.__current = self.head
        return self

    def __next__(self):
        if self.__current is None:
            raise StopIteration
        node = self.__current
        self.__current = node.next_node
        return node.data


chain = Chain()
for word in ["a", "b", "c"]:
    chain.push(word)
print(len(chain), list(chain))


# A class without the name in its list has no such attribute.
class Sealed:
    __slots__ = ("__key",)

    def __init__(self, key):
        self.__key = key

    def key(self):
        return self.__key

    def open(self):
        self.__door = "open"


sealed = Sealed("k")
print(sealed.key())
try:
    sealed.open()
except AttributeError as error:
    print(error)
