# A copy of an object of a class derived from a container has a container of its own; a Counter takes the counts of one.
from collections import Counter, defaultdict
import copy


class Stack(list):
    pass


class Tally(Counter):
    pass


class Groups(defaultdict):
    pass


stack = Stack([1])
other = copy.copy(stack)
other.append(2)
print(stack, other, type(other).__name__)
tally = Tally("abracadabra")
again = copy.copy(tally)
again["a"] = 0
print(tally["a"], again, Counter(tally), Tally(tally) == tally)
again.update(tally)
again.subtract(Tally("bb"))
print(again)
print(Groups(), len(Groups(list)), Groups(int, {"a": 1})["b"])
