# A copy of a tuple is another tuple where what it holds was copied: `is` asks for the items.
import copy


def is_same(first, second):
    return first is second


pair = ([1, 2], 3)
deep = copy.deepcopy(pair)
print(is_same(pair, pair), is_same(pair, copy.copy(pair)), is_same(pair, deep), pair == deep)
print(pair[0] is deep[0], pair is not deep)

words = ("a", 1, None)
print(is_same(words, copy.deepcopy(words)))
