# `pow` takes its arguments by name, too.
from functools import partial

print(pow(2, exp=5), pow(base=2, exp=3, mod=5), pow(7, 3, mod=4), pow(2.25, exp=0.5))
cube = partial(pow, exp=3)
print([cube(number) for number in range(4)])
