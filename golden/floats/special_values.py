# Floats have signed zeros, infinities and not-a-number.
inf, nan = float("inf"), float("nan")
print(inf, -inf, nan, inf + 1, inf - inf, inf * 0, -inf < inf, 1 / inf, -1 / inf)
print(nan == nan, nan != nan, nan < 1, nan in [nan], [nan] == [nan], max(1.0, nan), min(nan, 1.0))
print(-0.0, 0.0 == -0.0, str(-0.0), -0.0 + 0, 0.0 * -1, [-0.0], round(-0.4), -(0.0))
print(1e308 * 10, -1e308 * 10, 5e-324 / 2, 2.0 ** -1075, 1e-400)
print(float("Infinity"), float("-inf"), float("NaN"), inf // 1, inf % 2, 5 % inf, -5 % inf, 5 // -inf)
print(bool(nan), bool(0.0), int(1e18), float(10 ** 22), float(2 ** 53 + 1), 1e22, 1e23)
