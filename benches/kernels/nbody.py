"""Objects with float attributes: planets around the sun."""
import math
import sys

SOLAR_MASS = 4 * math.pi * math.pi
DAYS = 365.24


class Body:
    def __init__(self, x: float, y: float, z: float, vx: float, vy: float, vz: float, mass: float) -> None:
        self.x = x
        self.y = y
        self.z = z
        self.vx = vx * DAYS
        self.vy = vy * DAYS
        self.vz = vz * DAYS
        self.mass = mass * SOLAR_MASS


def bodies() -> list[Body]:
    return [
        Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
        Body(4.84143144, -1.16032004, -0.10362204, 0.00166007, 0.00769901, -0.00006904, 0.00095479),
        Body(8.34336671, 4.12479856, -0.40352341, -0.00276742, 0.00499852, 0.00002304, 0.00028588),
        Body(12.8943695, -15.1111514, -0.22330757, 0.00296460, 0.00237847, -0.00002965, 0.00004366),
        Body(15.3796971, -25.9193146, 0.17925877, 0.00268067, 0.00162824, -0.00009515, 0.00005151),
    ]


def advance(system: list[Body], dt: float) -> None:
    for i, body in enumerate(system):
        for other in system[i + 1 :]:
            dx = body.x - other.x
            dy = body.y - other.y
            dz = body.z - other.z
            square = dx * dx + dy * dy + dz * dz
            magnitude = dt / (square * math.sqrt(square))
            body.vx -= dx * other.mass * magnitude
            body.vy -= dy * other.mass * magnitude
            body.vz -= dz * other.mass * magnitude
            other.vx += dx * body.mass * magnitude
            other.vy += dy * body.mass * magnitude
            other.vz += dz * body.mass * magnitude
    for body in system:
        body.x += dt * body.vx
        body.y += dt * body.vy
        body.z += dt * body.vz


def energy(system: list[Body]) -> float:
    total = 0.0
    for i, body in enumerate(system):
        total += 0.5 * body.mass * (body.vx * body.vx + body.vy * body.vy + body.vz * body.vz)
        for other in system[i + 1 :]:
            dx = body.x - other.x
            dy = body.y - other.y
            dz = body.z - other.z
            total -= body.mass * other.mass / math.sqrt(dx * dx + dy * dy + dz * dz)
    return total


def main(steps: int) -> None:
    system = bodies()
    print(f"{energy(system):.9f}")
    for _ in range(steps):
        advance(system, 0.01)
    print(f"{energy(system):.9f}")


main(int(sys.argv[1]))
