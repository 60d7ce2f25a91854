# Counters compare count by count; a key that is missing counts as zero.
from collections import Counter

letters = Counter("letter")
print(letters == Counter("tretel"), letters != Counter("let"), Counter(a=0) == Counter(), Counter(a=1) == {"a": 1})
print(Counter("let") <= letters, letters < letters, letters <= letters, letters >= Counter("tt"), Counter("z") > letters)


def can_spell(word, tiles):
    return Counter(word) <= Counter(tiles)


print(can_spell("tree", "letters"), can_spell("street", "letters"), can_spell("", "x"))
