# choice, choices, sample and shuffle draw in CPython's order.
import random
from random import choice, shuffle

random.seed(1)
print(choice([1, 2, 3]), choice("abc"), choice(("x", "y")), choice(range(10)))
xs = list(range(20))
shuffle(xs)
print(xs)
print(random.sample(xs, 5), random.sample(range(1000), 4), random.sample("abcdefgh", k=3))
print(random.choices("abc", k=5))
print(random.choices([1, 2, 3], weights=[1, 5, 1], k=6))
print(random.choices(["a", "b"], cum_weights=[1.5, 9], k=3))
