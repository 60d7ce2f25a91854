# A library function is refused with arguments that it has in Python and not here.
import random

random.seed(7)
random.seed(7, version=1)  # error: PT0202
