# Iterators over no rows at all.
import itertools

print(list(itertools.zip_longest()), list(zip()), list(itertools.product()), list(itertools.chain(*[])))
print(list(itertools.zip_longest(fillvalue=0)))
rows = []
print(list(itertools.zip_longest(*rows)))
