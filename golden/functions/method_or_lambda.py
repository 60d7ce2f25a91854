# A key that is a method of a dict or a function of the program: what the one gives beside what the other does.

counts = {"pear": 3, "fig": 1}


def best(word, words):
    return max(sorted(words), key=counts.get if word in counts else lambda other: len(other))


print(best("fig", ["fig", "pear"]), best("plum", ["plum", "apple"]))

look = counts.get if len(counts) > 1 else lambda word: 0
print(look("fig"), look("kiwi"), sorted(["pear", "fig"], key=look))
