# `property` called with its functions, by position or by name, the deleter included.
class Box:
    def __init__(self):
        self._content = 1

    def get(self):
        return self._content

    def put(self, content):
        self._content = content

    def empty(self):
        print("emptied")
        self._content = 0

    content = property(get, put, empty, "What is in the box.")
    named = property(fget=get, fset=put)
    emptied = property(fget=get, fdel=empty, doc="Read, or emptied.")
    doubled = property(lambda self: self._content * 2, lambda self, half: self.put(half // 2))

    state = property(doc="A property whose functions follow.")

    @state.getter
    def state(self):
        return "full" if self._content else "empty"

    @state.deleter
    def state(self):
        self.empty()


box = Box()
box.content = 5
print(box.content, box.named, box.emptied, box.doubled)
box.named = 7
print(box.content)
del box.content
print(box.content)
box.doubled = 18
print(box.content)
del box.emptied
print(box.content)
try:
    del box.named
except AttributeError as error:
    print(error)
try:
    box.emptied = 9
except AttributeError as error:
    print(error)
print(box.state)
box.content = 4
print(box.state)
del box.state
print(box.state)
