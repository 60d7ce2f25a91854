# `--int=i64`: nothing is wider than 64 bits, also where it grows. What does not fit is a trap, never another number.
def power(base, n):
    result = 1
    for _ in range(n):
        result *= base
    return result


state = 1
for _ in range(3):
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**31
    print(state)
    state = 1
print(power(3, 39), 1 << 62, 2**3, 7**20 % 10)
print(power(3, 40))
