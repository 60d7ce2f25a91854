# `__doc__` of the module is its docstring.
"""Tool.

Usage:
    tool [options]
"""
import sys

print(__doc__)
print(len(__doc__.splitlines()), __doc__.strip()[:4])
