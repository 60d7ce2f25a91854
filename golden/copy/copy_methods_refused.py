# Objects that say how they are copied, inside of what is copied, are not asked for it: refused.
import copy


class Node:
    def __deepcopy__(self, memo):
        return Node()


nodes = [Node()]
print(nodes[0] is nodes[0])
copy.deepcopy(nodes)  # error: PT0305
