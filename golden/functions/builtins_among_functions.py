# Functions of the program and builtins in one list: each makes what it makes, a container of its own kind.
from collections import Counter


def groups(words):
    found = {}
    for word in words:
        found.setdefault(word[0], []).append(word)
    return found


def longest(words):
    return max(words, key=len)


words = ["ant", "bee", "ant", "heron"]
for summarise in [groups, longest, Counter, sorted, len, set]:
    answer = summarise(words)
    print(summarise.__name__, sorted(answer) if isinstance(answer, set) else answer)
