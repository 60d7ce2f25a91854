# Docstrings and comments of every kind.
#!/usr/bin/env python3
# Copyright line: comments before the docstring open the file.
"""Temperature log.

Readings arrive in degrees Celsius; a *spike* is a jump of more than LIMIT degrees.
"""
from dataclasses import dataclass  # imports leave no trace

# The largest step that a healthy sensor makes.
LIMIT = 5.0


@dataclass
class Reading:
    """One measurement."""

    hour: int  # 0 to 23
    degrees: float

    def fahrenheit(self) -> float:
        """The value in Fahrenheit.

        >>> Reading(0, 100.0).fahrenheit()
        212.0
        """
        return self.degrees * 9 / 5 + 32


def spikes(readings: list[Reading]) -> list[int]:
    """The hours at which a spike ends.

    Args:
        readings: in order of time.

    Returns:
        Hours, in order.
    """
    hours = []
    # Pairs of neighbours: the first reading has none before it.
    for before, after in zip(readings, readings[1:]):
        step = abs(after.degrees - before.degrees)
        if step > LIMIT:  # equal is still healthy
            hours.append(after.hour)
    return hours


# --- the program ---

log = [Reading(h, d) for h, d in enumerate([20.0, 21.5, 29.0, 24.0, 18.5])]
print(spikes(log))  # two of them
print(f"{log[2].fahrenheit():.1f}")
# the end
