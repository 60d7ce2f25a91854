//! `fractions`.

use super::{LibraryModule, Native};

pub(super) const FRACTIONS: LibraryModule = LibraryModule {
    name: "fractions",
    rows: ROWS,
    natives: &[Native {
        name: "Fraction",
        module: "fractions",
        runtime: "fractions::Fraction",
        has_functions: false,
    }],
    ..LibraryModule::EMPTY
};

const ROWS: &str = "
fractions.Fraction() -> Fraction => fractions::Fraction::zero
fractions.Fraction(numerator: &int|float|str|Fraction|Decimal) -> Fraction ; !ValueError OverflowError ZeroDivisionError => fractions::Fraction::of
fractions.Fraction(numerator: &int|Fraction, denominator: &int|Fraction) -> Fraction ; !ZeroDivisionError => fractions::Fraction::ratio_of

Fraction.numerator: bigint => numerator
Fraction.denominator: bigint => denominator
Fraction.as_integer_ratio() -> tup[bigint, bigint] => as_integer_ratio
Fraction.limit_denominator(max_denominator: bigint?) -> Fraction ; !ValueError => limit_denominator_million|limit_denominator

Fraction.__neg__() -> Fraction => negative
Fraction.__pos__() -> Fraction => positive
Fraction.__abs__() -> Fraction => abs
Fraction.__int__() -> bigint => trunc
Fraction.__trunc__() -> bigint => trunc
Fraction.__floor__() -> bigint => floor
Fraction.__ceil__() -> bigint => ceil
Fraction.__round__() -> bigint => round
Fraction.__round__(digits: int) -> Fraction => round_to
Fraction.__float__() -> float ; !OverflowError => float

Fraction.__add__(other: &Fraction|int) -> Fraction => plus
Fraction.__radd__(other: &int) -> Fraction => plus
Fraction.__add__(other: float) -> float ; !OverflowError => plus_float
Fraction.__radd__(other: float) -> float ; !OverflowError => plus_float
Fraction.__sub__(other: &Fraction|int) -> Fraction => minus
Fraction.__rsub__(other: &int) -> Fraction => minus_from
Fraction.__sub__(other: float) -> float ; !OverflowError => minus_float
Fraction.__rsub__(other: float) -> float ; !OverflowError => float_minus
Fraction.__mul__(other: &Fraction|int) -> Fraction => times
Fraction.__rmul__(other: &int) -> Fraction => times
Fraction.__mul__(other: float) -> float ; !OverflowError => times_float
Fraction.__rmul__(other: float) -> float ; !OverflowError => times_float
Fraction.__truediv__(other: &Fraction|int) -> Fraction ; !ZeroDivisionError => over
Fraction.__rtruediv__(other: &int) -> Fraction ; !ZeroDivisionError => under
Fraction.__truediv__(other: float) -> float ; !ZeroDivisionError => over_float
Fraction.__rtruediv__(other: float) -> float ; !ZeroDivisionError => float_over
Fraction.__floordiv__(other: &Fraction|int) -> bigint ; !ZeroDivisionError => floor_over
Fraction.__rfloordiv__(other: &int) -> bigint ; !ZeroDivisionError => floor_under
Fraction.__mod__(other: &Fraction|int) -> Fraction ; !ZeroDivisionError => rest
Fraction.__rmod__(other: &int) -> Fraction ; !ZeroDivisionError => rest_of
Fraction.__pow__(exponent: bigint) -> Fraction ; !ZeroDivisionError => power
Fraction.__pow__(exponent: Fraction) -> float => ?
Fraction.__rpow__(base: int) -> float => ?
Fraction.__rpow__(base: float) -> float => ?
Fraction.__divmod__(other: &Fraction|int) -> tup[bigint, Fraction] ; !ZeroDivisionError => divided
Fraction.__divmod__(other: float) -> float => ?
Fraction.__pow__(exponent: float) -> float ; !OverflowError => power_float

Fraction.__eq__(other: &Fraction|int) -> bool => equals
Fraction.__eq__(other: float) -> bool => equals_float
Fraction.__add__(other: complex) -> complex => ?
Fraction.__radd__(other: complex) -> complex => ?
Fraction.__sub__(other: complex) -> complex => ?
Fraction.__rsub__(other: complex) -> complex => ?
Fraction.__mul__(other: complex) -> complex => ?
Fraction.__rmul__(other: complex) -> complex => ?
Fraction.__truediv__(other: complex) -> complex => ?
Fraction.__rtruediv__(other: complex) -> complex => ?
Fraction.__floordiv__(other: float) -> float => ?
Fraction.__rfloordiv__(other: float) -> float => ?
Fraction.__mod__(other: float) -> float => ?
Fraction.__rmod__(other: float) -> float => ?
Fraction.__pow__(exponent: complex) -> complex => ?
Fraction.__rpow__(base: complex) -> complex => ?
Fraction.__rdivmod__(other: int) -> tup[bigint, Fraction] => ?
Fraction.__rdivmod__(other: float) -> float => ?
Fraction.__eq__(other: complex) -> bool => equals_complex
Fraction.__lt__(other: &Fraction|int) -> bool => less
Fraction.__lt__(other: float) -> bool => less_float
Fraction.__le__(other: &Fraction|int) -> bool => at_most
Fraction.__le__(other: float) -> bool => at_most_float
Fraction.__gt__(other: &Fraction|int) -> bool => greater
Fraction.__gt__(other: float) -> bool => greater_float
Fraction.__ge__(other: &Fraction|int) -> bool => at_least
Fraction.__ge__(other: float) -> bool => at_least_float
";
