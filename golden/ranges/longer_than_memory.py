# Ranges with more items than fit in memory are counted and indexed; more than 64 bits count is an OverflowError for len.
import sys

big = range(10_000_000_000)
print(len(big), big[9_000_000_000], big[-1], big[::-1][0], big == range(10_000_000_000 - 2**32))
print(next(reversed(big)), len(big[5_000_000_000:]))
whole = range(-sys.maxsize, sys.maxsize)
print(bool(whole), whole[0], whole[-1], whole[sys.maxsize])
print(len(whole))
