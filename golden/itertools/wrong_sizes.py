# What is no integer is refused by `permutations` in words of its own.
import itertools

for function in (itertools.permutations, itertools.combinations):
    try:
        print(list(function("ab", "2")))
    except TypeError as e:
        print(e)
print(len(list(itertools.permutations("abc", None))), list(itertools.permutations("ab", True)))
