# Integers past 53 bits are rounded where they meet floats.
print(-2.25 + 9223372036854775807, 9007199254740993 * 1.0, 0.5 - 2147483648)
print(abs(2.675 / 1.5), abs(-1.5 - 2.25), "%s|%s" % (min(-2, 12), max(3, 4)))
