# `Counter.elements` gives each key as often as it counts; what is not positive never.
from collections import Counter

letters = Counter("mississippi")
print(sorted(letters.elements()), list(Counter(a=2, b=0, c=1).elements()))
letters["m"] = -1
print("".join(letters.elements()))
