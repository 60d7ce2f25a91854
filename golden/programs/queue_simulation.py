# A discrete simulation: customers, counters, and a pseudo-random generator of its own.
from collections import deque
from dataclasses import dataclass, field


class Random:
    def __init__(self, seed):
        self.state = seed

    def next(self, limit):
        self.state = (self.state * 1103515245 + 12345) % 2 ** 31
        return self.state // 65536 % limit


@dataclass
class Customer:
    number: int
    arrived: int
    items: int


@dataclass
class Counter:
    name: str
    busy_until: int = 0
    served: list[int] = field(default_factory=list)

    def free(self, now: int) -> bool:
        return now >= self.busy_until

    def serve(self, customer: Customer, now: int) -> None:
        self.busy_until = now + customer.items
        self.served.append(customer.number)


def simulate(minutes: int, counters: list[Counter], seed: int = 1) -> tuple[int, float, int]:
    rng = Random(seed)
    queue: deque[Customer] = deque()
    waits = []
    longest = 0
    number = 0
    for now in range(minutes):
        if rng.next(3) == 0:
            number += 1
            queue.append(Customer(number, now, 1 + rng.next(6)))
        longest = max(longest, len(queue))
        for counter in counters:
            if queue and counter.free(now):
                customer = queue.popleft()
                waits.append(now - customer.arrived)
                counter.serve(customer, now)
    return len(waits), sum(waits) / len(waits) if waits else 0.0, longest


for count in (1, 2):
    counters = [Counter(f"c{i + 1}") for i in range(count)]
    served, wait, longest = simulate(60, counters, seed=42)
    print(f"{count} counter(s): served {served}, mean wait {wait:.2f}, longest queue {longest}")
    for c in counters:
        print(" ", c)
