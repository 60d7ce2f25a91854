# What `sys` says about the machine's numbers and about the version.
import sys
from sys import float_info, hexversion

print(sys.float_info.epsilon, float_info.max, sys.float_info.min, float_info.dig, float_info[10])
print(sys.float_info)
print(hexversion >= 0x03080000, sys.maxunicode, sys.byteorder, sys.getdefaultencoding(), sys.float_repr_style)
print(sys.intern("name") == "name")


def is_close(a, b):
    return abs(a - b) <= sys.float_info.epsilon * max(abs(a), abs(b))


print(is_close(0.1 + 0.2, 0.3), is_close(0.1, 0.2))
