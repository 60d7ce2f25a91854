# What operators make of sets that never hold anything is a new set, which gets its items afterwards.
def both(a, b, more):
    result = a | b
    if more:
        result.add(3)
    return result


print(both(set(), set(), False), both(set(), set(), True))

nothing, none = set(), set()
words = nothing & none
words.add("a")
numbers = nothing - none
numbers.add(1.5)
print(words, numbers, nothing, none)


# The smallest cover of the edges of a tree of parts, without and with the node itself.
def covers(part):
    if isinstance(part, int):
        return set(), {part}
    left, right = covers(part[0]), covers(part[1])
    without = left[0] | right[0]
    own = min(left[0] | right[1], left[1] | right[0], key=len)
    return without, own


print(covers(((1, 2), (3, (4, 5)))))

mixed = {1, 2} - {2}
mixed.add("s")
print(sorted(mixed, key=str))
