# A seed gives the numbers that CPython gives, whatever its type.
import random

random.seed(42)
print(random.random(), random.random())
print([random.randint(1, 6) for _ in range(10)])
print(random.randrange(10), random.randrange(5, 50), random.randrange(0, 100, 7), random.randrange(10, 0, -3))
print(random.getrandbits(8), random.getrandbits(100))
random.seed("hello")
print(random.random())
random.seed(3.5)
print(random.random())
random.seed(-7)
print(random.random())
random.seed(2**100)
print(random.random(), random.randint(1, 2**70))
random.seed(b"bytes")
print(random.random())
# Without a seed it is the system's entropy.
random.seed()
first = random.getrandbits(64)
random.seed(None)
print(first != random.getrandbits(64))
