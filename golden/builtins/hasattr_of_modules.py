# Whether a module has a function, which programs ask before they call it.

import math
import random
import sys
if hasattr(math, "prod"):
    print(math.prod([1, 2]))
if not hasattr(random, "randrange"):
    print("no")
else:
    print("yes")
print(hasattr(sys, "stdout"), hasattr(math, "pi"))
