# `__file__` is the path of the program, from the root on.
import os
import sys

here = os.path.dirname(os.path.abspath(__file__))
print(os.path.basename(__file__) == os.path.basename(sys.argv[0]), os.path.isabs(__file__))
print(here == os.path.dirname(__file__), here == os.path.dirname(os.path.realpath(sys.argv[0])))


def beside(name):
    return os.path.join(os.path.dirname(__file__), name)


print(beside("data.txt").endswith("/data.txt"), os.path.splitext(__file__)[1] in (".py", ""))
sys.argv.clear()
print(__file__ == beside(os.path.basename(__file__)))
