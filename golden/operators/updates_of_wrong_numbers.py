# An augmented assignment that numbers do not have names itself in the message.
ratio, count, point = 2.5, 3, 1j
try:
    ratio |= True
except TypeError as e:
    print(e)
try:
    count @= 2
except TypeError as e:
    print(e)
try:
    point //= 2
except TypeError as e:
    print(e)
try:
    count <<= 1.5
except TypeError as e:
    print(e)
