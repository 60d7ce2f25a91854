# Alternatives capture the same name from different attributes; one that no object can match captures nothing.
class Leaf:
    def __init__(self, value):
        self.value = value


class Branch:
    __match_args__ = ("left", "right")

    def __init__(self, left, right):
        self.left, self.right = left, right


def depth(tree):
    match tree:
        case None:
            return 0
        case Leaf():
            return 1
        case Branch(only, None) | Branch(None, only):
            return 1 + depth(only)
        case Branch(left=left, right=right):
            return 1 + max(depth(left), depth(right))


print(depth(Branch(Branch(Leaf(1), Leaf(1)), Branch(Leaf("a"), Branch(None, Leaf("b"))))))


def single(pair):
    match pair:
        case Branch(left=one, right=None) | Branch(left=None, right=one):
            return one
    return "both"


print(single(Branch(1, None)), single(Branch(None, "x")), single(Branch(None, None)), single(Branch(1, 2)))
