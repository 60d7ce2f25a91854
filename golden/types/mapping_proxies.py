# A MappingProxyType shows a dict as it is now, and changes nothing.
from types import MappingProxyType
from typing import Mapping


class Prices:
    DEFAULTS: Mapping[str, float] = MappingProxyType({"tea": 1.5, "cake": 2.0})

    def __init__(self) -> None:
        self._prices = {"tea": 3.0}

    @property
    def view(self) -> MappingProxyType[str, float]:
        return MappingProxyType(self._prices)


prices = Prices()
view = prices.view
prices._prices["bun"] = 0.5
print(view, repr(view), len(view), view["tea"], "bun" in view, view.get("pie"), view.get("pie", 1.0), list(view))
print(Prices.DEFAULTS["cake"], {**view}, sorted(view.items()), view == prices._prices, type(view).__name__)
try:
    view["tea"] = 1.0
except TypeError as error:
    print(error)
try:
    view["pie"]
except KeyError as error:
    print("no", error)
