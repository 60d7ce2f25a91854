# A class may be called as the fields of another would be.
class Node:
    def __init__(self, value):
        self.value = value
        self.next = None


class NodeFields:
    def __init__(self, names):
        self.names = names


node = Node(1)
node.next = node
other = node
other.value = 5
fields = NodeFields(["value"])
fields.names.append("next")
print(node.next.value, fields.names)
