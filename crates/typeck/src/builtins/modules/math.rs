//! `math`.

use super::LibraryModule;

pub(super) const MATH: LibraryModule = LibraryModule {
    name: "math",
    rows: ROWS,
    by_code: &["prod", "floor", "ceil", "trunc"],
    ..LibraryModule::EMPTY
};

const ROWS: &str = "
math.pi: float => math::PI
math.e: float => math::E
math.tau: float => math::TAU
math.inf: float => f64::INFINITY
math.nan: float => f64::NAN

math.sqrt(x: float) -> float ; !ValueError => math::sqrt
math.sin(x: float) -> float ; !ValueError => math::sin
math.cos(x: float) -> float ; !ValueError => math::cos
math.tan(x: float) -> float ; !ValueError => math::tan
math.asin(x: float) -> float ; !ValueError => math::asin
math.acos(x: float) -> float ; !ValueError => math::acos
math.atan(x: float) -> float => math::atan
math.atan2(y: float, x: float) -> float => math::atan2
math.sinh(x: float) -> float ; !OverflowError => math::sinh
math.cosh(x: float) -> float ; !OverflowError => math::cosh
math.tanh(x: float) -> float => math::tanh
math.exp(x: float) -> float ; !OverflowError => math::exp
math.expm1(x: float) -> float ; !OverflowError => math::expm1
math.log2(x: float) -> float ; !ValueError => math::log2
math.log2(x: &bigint) -> float ; !ValueError => math::log2_int
math.log10(x: float) -> float ; !ValueError => math::log10
math.log10(x: &bigint) -> float ; !ValueError => math::log10_int
math.log1p(x: float) -> float ; !ValueError => math::log1p
math.log(x: float, base: float?) -> float ; !ValueError ZeroDivisionError => math::log|math::log_base
math.log(x: &bigint, base: float?) -> float ; !ValueError ZeroDivisionError => math::log_int|math::log_int_base
math.asinh(x: float) -> float => math::asinh
math.acosh(x: float) -> float ; !ValueError => math::acosh
math.atanh(x: float) -> float ; !ValueError => math::atanh
math.exp2(x: float) -> float ; !OverflowError => math::exp2
math.remainder(x: float, y: float) -> float ; !ValueError => math::remainder
math.pow(x: float, y: float) -> float ; !ValueError OverflowError => math::pow
math.fabs(x: float) -> float => math::fabs
math.hypot(x: float, y: float) -> float => math::hypot2
math.hypot(*coordinates: float) -> float => math::hypot
math.dist(p: iter[float], q: iter[float]) -> float ; !ValueError => math::dist
math.radians(x: float) -> float => math::radians
math.degrees(x: float) -> float => math::degrees
math.fmod(x: float, y: float) -> float ; !ValueError => math::fmod
math.copysign(x: float, y: float) -> float => math::copysign
math.gamma(x: float) -> float ; !ValueError OverflowError => math::gamma
math.lgamma(x: float) -> float ; !ValueError OverflowError => math::lgamma
math.erf(x: float) -> float => math::erf
math.erfc(x: float) -> float => math::erfc
math.nextafter(x: float, y: float) -> float => math::nextafter
math.ulp(x: float) -> float => math::ulp
math.isnan(x: float) -> bool => math::isnan
math.isinf(x: float) -> bool => math::isinf
math.isfinite(x: float) -> bool => math::isfinite
math.isclose(a: float, b: float, rel_tol: float = 1e-9, abs_tol: float = 0.0) -> bool ; !ValueError => math::isclose
math.gcd(a: int, b: int) -> nat => math::gcd
math.gcd(*integers: int) -> nat => math::gcd_of
math.gcd(*integers: bigint) -> bigint => math::big_gcd_of
math.lcm(a: int, b: int) -> nat => math::lcm
math.lcm(*integers: int) -> nat => math::lcm_of
math.lcm(*integers: bigint) -> bigint => math::big_lcm_of
math.isqrt(n: &bigint) -> bigint ; !ValueError => math::int_isqrt
math.isqrt(n: int) -> nat ; !ValueError => math::isqrt
math.factorial(n: int) -> bigint ; !ValueError => math::big_factorial
math.comb(n: int, k: int) -> bigint ; !ValueError => math::big_comb
math.perm(n: int, k: int?) -> bigint ; !ValueError => math::big_factorial|math::big_perm
math.modf(x: float) -> tup[float,float] => math::modf
math.frexp(x: float) -> tup[float,int] => math::frexp
math.ldexp(x: float, i: int) -> float ; !OverflowError => math::ldexp
math.fsum(xs: iter[float]) -> float ; !OverflowError ValueError => math::fsum
";
