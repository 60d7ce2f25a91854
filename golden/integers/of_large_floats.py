# `int` of a float past 64 bits has all its digits; a constant says that it is one.
googol = int(1e100)  # revealed: int(big)
print(googol, int(1e30), int(-1e20), int(2.0**70), int(2.0 * 1e19), int(9.3e18))
print(int(1e15), int(-2.5), int(1e18), int(2.0**62))
print(int(1e30) + 1, int(1e30) % 7, len(str(int(1e300))))
