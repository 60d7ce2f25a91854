# Records: grouped, filtered, sorted and summed up.
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


def report(sales: list[Sale]) -> None:
    totals = by_region(sales)
    print(f"{'region':<8}|{'revenue':>12}")
    for region, total in sorted(totals.items(), key=lambda item: -item[1]):
        print(f"{region:<8}|{total:>12.2f}")
    large = [sale for sale in sales if sale.units >= 100]
    units = {sale.region: sale.units for sale in large}
    print(units, sum(sale.units for sale in sales))
    best = max(sales, key=lambda sale: sale.revenue())
    print(f"best: {best}, {best.units:,} units, {best.units / 1000:.1%}")


report(
    [
        Sale("north", 120, 2.5),
        Sale("south", 80, 4.0),
        Sale("north", 1300, 0.75),
        Sale("west", 10, 99.99),
    ]
)
