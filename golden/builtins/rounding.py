# round goes to the even neighbour; with digits it gives a float.
print(round(0.5), round(1.5), round(2.5), round(-0.5), round(-1.5), round(2.4), round(2.6))
print(round(3.14159, 2), round(2.675, 2), round(1234.5, -2), round(1, 2), round(1.0, 1), round(5.015, 2))
print(round(1250, -2), round(1350, -2), round(-7, -1), round(15, -1), round(25, -1), round(10 ** 20 + 55, -2))
print(type(round(1.5)).__name__, type(round(1.5, 0)).__name__, type(round(7, 1)).__name__)
print(abs(-5), abs(-2.5), abs(0), abs(-0.0), abs(True), abs(-(10 ** 20)))
print(int(3.9), int(-3.9), int(1e15), int(True), float(3), int(1e20))
for v in ("inf", "nan"):
    try:
        print(int(float(v)))
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
