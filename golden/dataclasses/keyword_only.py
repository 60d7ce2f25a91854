# Fields after `_: KW_ONLY`, those of `field(kw_only=True)` and all of `dataclass(kw_only=True)` are given by name; they
# stand in the text and in comparisons where they are written.
from dataclasses import KW_ONLY, dataclass, field


@dataclass
class Request:
    url: str
    _: KW_ONLY
    method: str = "GET"
    retries: int


print(Request("/", retries=2), Request("/a", method="POST", retries=0))


@dataclass
class Base:
    key: int = field(kw_only=True)
    value: str = "v"


@dataclass
class Derived(Base):
    more: float = 0.5


print(Base("w", key=1), Derived("x", 1.5, key=2), Derived(key=3) == Derived(key=3))


@dataclass(kw_only=True, order=True)
class Options:
    depth: int
    width: int = 2


print(Options(width=1, depth=5) < Options(depth=6))
try:
    Request("/", "POST", retries=1)
except TypeError as e:
    print("TypeError", e)
try:
    Base("w")
except TypeError as e:
    print("TypeError", e)


# `unsafe_hash` gives a hash by the fields to a class whose objects change.
@dataclass(unsafe_hash=True)
class Key:
    a: int
    b: str


print(len({Key(1, "x"), Key(1, "x"), Key(2, "x")}), hash(Key(1, "a")) == hash(Key(1, "a")))
