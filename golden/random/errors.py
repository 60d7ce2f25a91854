# What cannot be drawn raises.
import random


def attempt(n: int) -> None:
    try:
        if n == 0:
            random.choice([])
        elif n == 1:
            random.randint(5, 1)
        elif n == 2:
            random.sample([1, 2], 3)
        elif n == 3:
            random.randrange(0)
        elif n == 4:
            random.choices([1, 2], weights=[1])
        elif n == 5:
            random.choices([1, 2], weights=[0, 0])
        else:
            random.randrange(3, 9, 0)
    except (IndexError, ValueError) as error:
        print(type(error).__name__, error)


for n in range(7):
    attempt(n)
random.choice("")
