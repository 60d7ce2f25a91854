# complex numbers: literals with j, arithmetic with all numbers, equality but no order.
z = 3 + 4j
print(z, -z, z.real, z.imag, abs(z), z.conjugate(), [z, 1j, -0.5j])
print(z + 1, 2 - z, z * 1.5, z / 2, z * z, z / (1 - 1j), z**2, z**-1, z**0.5, 2**1j, z ** (1 + 1j))
print(z == 3 + 4j, (2 + 0j) == 2, 2.5 == (2.5 + 0j), z != 3, bool(0j), hash(2 + 0j) == hash(2), {1 + 0j: "one"})
print(complex(1, 2), complex(1.5), complex(), complex("1+2j"), complex("-j"), complex(" (2.5e1-1J) "), complex(1j, 1j))
print(f"{z:.2f}", f"{z:>12}|", format(1j, ".1e"), "{:+.1f}".format(z), f"{1.25 + 2j:.2}")
print(complex(0.0, -0.0), complex(-0.0, 0.0), 1e400 * 1j, type(z).__name__, isinstance(z, complex), sum([1j, 2 + 1j]))


def attempt(action):
    try:
        print(action())
    except (ValueError, TypeError, ZeroDivisionError, OverflowError) as error:
        print(type(error).__name__, error)


attempt(lambda: z / 0)
attempt(lambda: 0j ** -1)
attempt(lambda: z < 1)
attempt(lambda: z // 2)
attempt(lambda: int(z))
attempt(lambda: float(z))
attempt(lambda: complex("1 + 2j"))
attempt(lambda: complex("1", 2))
attempt(lambda: complex(None))
attempt(lambda: (1e200 + 0j) ** 2)
