# Everyday use: areas, distances, roots of quadratics.
from math import pi, sqrt, sin, cos


def distance(p, q):
    return sqrt((p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2)


def quadratic(a: float, b: float, c: float) -> tuple[float, ...]:
    d = b * b - 4 * a * c
    if d < 0:
        return ()
    if d == 0:
        return (-b / (2 * a),)
    r = sqrt(d)
    return (-b - r) / (2 * a), (-b + r) / (2 * a)


print(distance((0, 0), (3, 4)), distance((1.5, 0), (1.5, 0)))
print(quadratic(1, -3, 2), quadratic(1, 2, 1), quadratic(1, 0, 1))
print(round(pi * 2 ** 2, 4), [round(sin(k * pi / 4), 3) for k in range(4)], round(cos(pi), 1))


def polygon_area(points):
    total = 0
    for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1]):
        total += x1 * y2 - x2 * y1
    return abs(total) / 2


print(polygon_area([(0, 0), (4, 0), (4, 3)]), polygon_area([(0, 0), (2, 0), (2, 2), (0, 2)]))
