# The math module works on floats.
import math

print(math.sqrt(2), math.sqrt(16), math.pi, math.e, math.tau, math.inf)
print(math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(-2.7), math.floor(5))
print(math.gcd(12, 18), math.gcd(0, 5), math.gcd(), math.lcm(4, 6), math.factorial(5), math.factorial(25))
print(math.isqrt(17), math.comb(5, 2), math.perm(5, 2), math.prod([1, 2, 3]), math.pow(2, 3), math.fabs(-2))
print(math.exp(0), math.log(1), math.log(8, 2), math.log2(8), math.log10(1000), math.hypot(3, 4))
print(math.sin(0), math.cos(0), math.degrees(math.pi), math.radians(180), math.copysign(1, -0.0))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1.0), math.isclose(0.1 + 0.2, 0.3), math.fmod(-7, 3))
print(f"{math.sin(1):.6f} {math.atan2(1, -1):.6f} {math.tan(0.5):.6f} {math.log(10):.6f} {math.exp(1.5):.6f}")
print(math.modf(2.5), math.frexp(8.0), math.ldexp(0.5, 4), math.fsum([0.1] * 10), math.dist([0, 0], [3, 4]))
