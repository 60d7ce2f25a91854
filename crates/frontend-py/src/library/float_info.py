from typing import NamedTuple as _NamedTuple


class _FloatInfo(_NamedTuple):
    max: float
    max_exp: int
    max_10_exp: int
    min: float
    min_exp: int
    min_10_exp: int
    dig: int
    mant_dig: int
    epsilon: float
    radix: int
    rounds: int

    def __repr__(self):
        return (
            f"sys.float_info(max={self.max!r}, max_exp={self.max_exp}, max_10_exp={self.max_10_exp}, "
            f"min={self.min!r}, min_exp={self.min_exp}, min_10_exp={self.min_10_exp}, dig={self.dig}, "
            f"mant_dig={self.mant_dig}, epsilon={self.epsilon!r}, radix={self.radix}, rounds={self.rounds})"
        )


float_info = _FloatInfo(
    1.7976931348623157e308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1
)
