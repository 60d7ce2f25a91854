# cmath: the functions of math for complex numbers.
import cmath

print(cmath.sqrt(-4), cmath.sqrt(3 + 4j), cmath.sqrt(-2.0 + 0j), cmath.exp(1j * cmath.pi), cmath.log(1j), cmath.log(8, 2))
print(cmath.phase(-1), cmath.polar(1 + 1j), cmath.rect(2, cmath.pi / 3), cmath.log10(100j))
print(cmath.sin(1 + 1j), cmath.cos(1j), cmath.tan(0.5 + 0.25j), cmath.sinh(1j), cmath.cosh(1j), cmath.tanh(0.5j))
print(cmath.isclose(1, 1 + 1e-12j), cmath.isnan(complex("nan")), cmath.isfinite(1j), cmath.tau, cmath.infj)


def roots(a, b, c):
    """The solutions of a quadratic equation."""
    root = cmath.sqrt(b * b - 4 * a * c)
    return (-b + root) / (2 * a), (-b - root) / (2 * a)


print(roots(1, -3, 2), roots(1, 2, 5))
for action in (lambda: cmath.log(0), lambda: cmath.exp(1000)):
    try:
        print(action())
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
