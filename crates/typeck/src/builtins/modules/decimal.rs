//! `decimal`.

use super::{LibraryModule, Native};

pub(super) const DECIMAL: LibraryModule = LibraryModule {
    name: "decimal",
    rows: ROWS,
    by_code: &["InvalidOperation", "DivisionByZero"],
    natives: &[
        Native { name: "Decimal", module: "decimal", runtime: "decimal::Decimal", has_functions: false },
        Native {
            name: "DecimalTuple",
            module: "decimal",
            runtime: "decimal::DecimalTuple",
            has_functions: false,
        },
        Native { name: "Context", module: "decimal", runtime: "decimal::Context", has_functions: false },
    ],
};

const ROWS: &str = "
decimal.ROUND_CEILING: str => decimal::ROUND_CEILING
decimal.ROUND_FLOOR: str => decimal::ROUND_FLOOR
decimal.ROUND_UP: str => decimal::ROUND_UP
decimal.ROUND_DOWN: str => decimal::ROUND_DOWN
decimal.ROUND_HALF_UP: str => decimal::ROUND_HALF_UP
decimal.ROUND_HALF_DOWN: str => decimal::ROUND_HALF_DOWN
decimal.ROUND_HALF_EVEN: str => decimal::ROUND_HALF_EVEN
decimal.ROUND_05UP: str => decimal::ROUND_05UP

decimal.getcontext() -> Context => decimal::getcontext
decimal.Context(prec: int = 28, rounding: &str?) -> Context ; !ValueError TypeError => decimal::context|rounding:decimal::context_rounding
Context.quantize(a: &Decimal, b: &Decimal|int) -> Decimal ; !decimal.InvalidOperation => quantize
Context.divide(a: &Decimal, b: &Decimal|int) -> Decimal ; !decimal.DivisionByZero decimal.InvalidOperation => divide
Context.add(a: &Decimal, b: &Decimal|int) -> Decimal ; !decimal.InvalidOperation => add
Context.subtract(a: &Decimal, b: &Decimal|int) -> Decimal ; !decimal.InvalidOperation => subtract
Context.multiply(a: &Decimal, b: &Decimal|int) -> Decimal ; !decimal.InvalidOperation => multiply
Context.sqrt(a: &Decimal) -> Decimal ; !decimal.InvalidOperation => sqrt
Context.prec: nat => prec
Context.rounding: str => rounding
Context.__set_prec__(digits: int) -> none ; !ValueError => set_prec
Context.__set_rounding__(name: &str) -> none ; !TypeError => set_rounding

decimal.Decimal() -> Decimal => decimal::Decimal::zero
decimal.Decimal(value: &int|float|str|Decimal) -> Decimal ; !decimal.InvalidOperation => decimal::Decimal::of

Decimal.quantize(exp: &Decimal|int) -> Decimal ; !decimal.InvalidOperation => quantize
Decimal.quantize(exp: &Decimal|int, rounding: &str) -> Decimal ; !decimal.InvalidOperation TypeError => quantize_by
Decimal.to_integral() -> Decimal => to_integral_value
Decimal.to_integral(rounding: &str) -> Decimal ; !TypeError => to_integral_by
Decimal.to_integral_value() -> Decimal => to_integral_value
Decimal.to_integral_value(rounding: &str) -> Decimal ; !TypeError => to_integral_by
Decimal.sqrt() -> Decimal ; !decimal.InvalidOperation => sqrt
Decimal.normalize() -> Decimal => normalize
Decimal.copy_abs() -> Decimal => copy_abs
Decimal.copy_negate() -> Decimal => copy_negate
Decimal.copy_sign(other: &Decimal|int) -> Decimal => copy_sign
Decimal.scaleb(other: int) -> Decimal => scaleb
Decimal.same_quantum(other: &Decimal|int) -> bool => same_quantum
Decimal.next_plus() -> Decimal => next_plus
Decimal.next_minus() -> Decimal => next_minus
Decimal.adjusted() -> int => adjusted
Decimal.as_tuple() -> DecimalTuple => as_tuple
DecimalTuple.sign: nat => sign
DecimalTuple.exponent: int => exponent
DecimalTuple.__eq__(other: &DecimalTuple) -> bool => equals
Decimal.as_integer_ratio() -> tup[bigint, bigint] => as_integer_ratio
Decimal.compare(other: &Decimal|int) -> Decimal => compare
Decimal.is_nan() -> bool => is_nan
Decimal.is_infinite() -> bool => is_infinite
Decimal.is_finite() -> bool => is_finite
Decimal.is_zero() -> bool => is_zero
Decimal.is_signed() -> bool => is_signed

Decimal.__neg__() -> Decimal => negative
Decimal.__pos__() -> Decimal => positive
Decimal.__abs__() -> Decimal => abs
Decimal.__int__() -> bigint => trunc
Decimal.__trunc__() -> bigint => trunc
Decimal.__floor__() -> bigint => floor
Decimal.__ceil__() -> bigint => ceil
Decimal.__round__() -> bigint => round
Decimal.__round__(digits: int) -> Decimal ; !decimal.InvalidOperation => round_to
Decimal.__float__() -> float => float

Decimal.__add__(other: &Decimal|int) -> Decimal => plus
Decimal.__radd__(other: &int) -> Decimal => plus
Decimal.__sub__(other: &Decimal|int) -> Decimal => minus
Decimal.__rsub__(other: &int) -> Decimal => minus_from
Decimal.__mul__(other: &Decimal|int) -> Decimal => times
Decimal.__rmul__(other: &int) -> Decimal => times
Decimal.__truediv__(other: &Decimal|int) -> Decimal ; !decimal.DivisionByZero decimal.InvalidOperation => over
Decimal.__rtruediv__(other: &int) -> Decimal ; !decimal.DivisionByZero decimal.InvalidOperation => under
Decimal.__floordiv__(other: &Decimal|int) -> Decimal ; !decimal.DivisionByZero decimal.InvalidOperation => floor_over
Decimal.__rfloordiv__(other: &int) -> Decimal ; !decimal.DivisionByZero decimal.InvalidOperation => floor_under
Decimal.__mod__(other: &Decimal|int) -> Decimal ; !decimal.InvalidOperation => rest
Decimal.__rmod__(other: &int) -> Decimal ; !decimal.InvalidOperation => rest_of
Decimal.__pow__(exponent: &Decimal|int) -> Decimal ; !decimal.InvalidOperation => power
Decimal.__rpow__(base: &int) -> Decimal ; !decimal.InvalidOperation => power_of
Decimal.__divmod__(other: &Decimal|int) -> tup[Decimal, Decimal] ; !decimal.InvalidOperation => divided
Decimal.__rdivmod__(other: &int) -> tup[Decimal, Decimal] ; !decimal.InvalidOperation => divided_by

Decimal.__eq__(other: &Decimal|int) -> bool => equals
Decimal.__eq__(other: float) -> bool => equals_float
Decimal.__eq__(other: complex) -> bool => equals_complex
Decimal.__lt__(other: &Decimal|int) -> bool => less
Decimal.__lt__(other: float) -> bool => less_float
Decimal.__le__(other: &Decimal|int) -> bool => at_most
Decimal.__le__(other: float) -> bool => at_most_float
Decimal.__gt__(other: &Decimal|int) -> bool => greater
Decimal.__gt__(other: float) -> bool => greater_float
Decimal.__ge__(other: &Decimal|int) -> bool => at_least
Decimal.__ge__(other: float) -> bool => at_least_float
";
