# order=True compares like tuples; frozen=True forbids assignment and gives a hash.
from dataclasses import dataclass


@dataclass(order=True)
class Job:
    priority: int
    name: str


jobs = [Job(2, "b"), Job(1, "z"), Job(2, "a")]
print(sorted(jobs), min(jobs), Job(1, "a") < Job(1, "b"), Job(1, "a") >= Job(2, "a"))


@dataclass(frozen=True)
class Key:
    a: int
    b: str = "x"


k = Key(1)
print(k, {k: "v"}[Key(1, "x")], hash(k) == hash(Key(1)), len({Key(1), Key(1), Key(2)}))
try:
    k.a = 5
except AttributeError as e:
    print(type(e).__name__, e)
