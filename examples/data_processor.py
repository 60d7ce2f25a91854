"""Sales by region: comprehensions over records."""

from dataclasses import dataclass


@dataclass
class Sale:
    region: str
    units: int
    price: float

    def revenue(self) -> float:
        return self.units * self.price


def by_region(sales: list[Sale]) -> dict[str, float]:
    totals: dict[str, float] = {}
    for sale in sales:
        totals[sale.region] = totals.get(sale.region, 0.0) + sale.revenue()
    return totals


def large(sales: list[Sale], units: int = 100) -> list[Sale]:
    return [sale for sale in sales if sale.units >= units]


def report(sales: list[Sale]) -> str:
    lines = [f"{region:<8}|{total:>12.2f}" for region, total in sorted(by_region(sales).items())]
    return "\n".join(lines)


def revenue_of(units: int, price: float) -> float:
    """The revenue of large sales, of two that are given."""
    sales = [Sale("north", units, price), Sale("south", 120, 2.5)]
    return sum(sale.revenue() for sale in large(sales))
