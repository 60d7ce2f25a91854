# `sys.version_info` is that of CPython 3.11, so that definitions can depend on it.
import sys

if sys.version_info >= (3, 8):

    def kind():
        return "new"

else:

    def kind():
        return "old"


print(kind(), sys.version_info[0], sys.version_info.minor, sys.version_info[:2] == (3, 11), sys.version_info < (4,))
