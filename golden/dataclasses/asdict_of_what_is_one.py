# What `is_dataclass` says is what the branches go on with: only there may a value be made a dict.
from dataclasses import asdict, dataclass, is_dataclass
from datetime import date
from decimal import Decimal


@dataclass
class Address:
    street: str
    city: str = "Oslo"


@dataclass
class Order:
    id: int
    address: Address
    when: date


def plain(value):
    if is_dataclass(value):
        return {key: plain(item) for key, item in asdict(value).items()}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if not is_dataclass(value):
        return value


for value in (Order(7, Address("Main 1"), date(2024, 2, 29)), Address("Side 2", "Bergen"), date(2024, 1, 1), Decimal("1.50"), 3, None):
    print(plain(value))
