# The text of a module says where it lies on the machine.
import math

print(math)  # error: PT0305
