# Augmented assignment changes lists in place and rebinds what cannot change.
n = 10
n += 5
n -= 3
n *= 2
n //= 5
n **= 3
n %= 50
print(n)
x = 7
x /= 2
print(x)
x //= 1
x **= 2
print(x)
s = "ab"
s *= 2
s += "c"
print(s)
t = (1,)
u = t
t += (2,)
print(t, u)
a = [1]
b = a
a += [2]
a *= 2
a += "xy"
a += (9,)
print(b, a is b)
bits = 6
bits &= 3
bits |= 8
bits ^= 1
bits <<= 2
bits >>= 1
print(bits)
