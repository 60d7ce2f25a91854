from typing import NamedTuple as _LineTuple


class LinearRegression(_LineTuple):
    slope: float
    intercept: float
