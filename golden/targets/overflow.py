# Sums that pass 64 bits, and a comment that makes a variable big.
"""Where i64 is enough, where it is not, and what happens at the edge."""


def travel(position: int, step: int, times: int) -> int:
    for _ in range(times):
        position += step
    return position


def travel_far(position, step, times):
    for _ in range(times):
        position += step  # portalis: int=big
    return position


def checksum(text: str) -> int:
    value = 7
    for char in text:
        value = (value * 31 + ord(char)) % 1_000_003
    return value


print(checksum("portalis"), travel(-5, 2, 10))
print(travel_far(2**62, 2**62, 2))
print(travel(2**62, 2**62, 2))
