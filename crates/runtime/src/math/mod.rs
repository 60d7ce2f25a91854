//! `math`: CPython's domain and range errors around the platform's functions.

mod gamma;
mod ints;
mod sums;

pub use gamma::*;
pub use ints::*;
pub use sums::*;

use crate::elementary::Elementary as _;
use crate::exc::{Exception, OverflowError, value_error};
use crate::float::{self, scaled};
use crate::int::{Int, top_bits};
use crate::macros::raising_fns;

/// `math.pi`.
pub const PI: f64 = std::f64::consts::PI;
/// `math.e`.
pub const E: f64 = std::f64::consts::E;
/// `math.tau`.
pub const TAU: f64 = std::f64::consts::TAU;
/// `math.inf`.
pub const INF: f64 = f64::INFINITY;
/// `math.nan`.
pub const NAN: f64 = f64::NAN;

fn domain() -> Exception {
    value_error("math domain error")
}

fn range() -> Exception {
    Exception::new(OverflowError, "math range error")
}

/// CPython's `math_1`: a NaN from a number is a domain error, an infinity from a finite one too unless it overflowed.
#[inline]
fn checked(x: f64, result: f64, overflows: bool) -> Result<f64, Exception> {
    if result.is_finite() { Ok(result) } else { no_number(x, result, overflows) }
}

#[cold]
#[inline(never)]
fn no_number(x: f64, result: f64, overflows: bool) -> Result<f64, Exception> {
    if result.is_nan() && !x.is_nan() {
        return Err(domain());
    }
    if result.is_infinite() && x.is_finite() {
        return Err(if overflows { range() } else { domain() });
    }
    Ok(result)
}

macro_rules! functions {
    ($($try_name:ident / $name:ident $python:literal $overflows:literal |$x:ident| $value:expr;)*) => {
        raising_fns! { $(
            #[doc = concat!("`math.", $python, "(x)`.")]
            fn $try_name / $name(x: f64) -> f64 {
                let $x = x;
                checked(x, $value, $overflows)
            }
        )* }
    };
}

functions! {
    try_sqrt / sqrt "sqrt" false |x| x.sqrt();
    try_cbrt / cbrt "cbrt" false |x| x.cbrt();
    try_exp / exp "exp" true |x| x.c_exp();
    try_exp2 / exp2 "exp2" true |x| x.c_exp2();
    try_expm1 / expm1 "expm1" true |x| x.c_expm1();
    try_log1p / log1p "log1p" false |x| if x == 0.0 { x } else { x.c_log1p() };
    try_sin / sin "sin" false |x| x.c_sin();
    try_cos / cos "cos" false |x| x.c_cos();
    try_tan / tan "tan" false |x| x.c_tan();
    try_asin / asin "asin" false |x| x.c_asin();
    try_acos / acos "acos" false |x| x.c_acos();
    try_atan / atan "atan" false |x| x.c_atan();
    try_sinh / sinh "sinh" true |x| x.c_sinh();
    try_cosh / cosh "cosh" true |x| x.c_cosh();
    try_tanh / tanh "tanh" false |x| x.c_tanh();
    try_asinh / asinh "asinh" false |x| x.c_asinh();
    try_acosh / acosh "acosh" false |x| x.c_acosh();
    try_atanh / atanh "atanh" false |x| x.c_atanh();
    try_log / log "log" false |x| x.c_log();
    try_log2 / log2 "log2" false |x| x.c_log2();
    try_log10 / log10 "log10" false |x| x.c_log10();
}

/// The C library's own functions, which std does not have.
///
/// **Invariant** of the `unsafe`: these are C's functions of one double, without state that we see.
mod libm {
    mod c {
        unsafe extern "C" {
            pub fn erf(x: f64) -> f64;
            pub fn erfc(x: f64) -> f64;
        }
    }
    macro_rules! wrapped {
        ($($name:ident $inner:ident)*) => { $(
            pub fn $name(x: f64) -> f64 {
                // SAFETY: see the module.
                unsafe { c::$inner(x) }
            }
        )* };
    }
    wrapped!(erf_ erf erfc_ erfc);
}

/// `math.erf(x)`.
#[must_use]
pub fn erf(x: f64) -> f64 {
    libm::erf_(x)
}

/// `math.erfc(x)`.
#[must_use]
pub fn erfc(x: f64) -> f64 {
    libm::erfc_(x)
}

/// `log` of an int that may be past the floats: mantissa and exponent apart, as in CPython.
fn log_of_int(x: &Int, log: impl Fn(f64) -> f64) -> Result<f64, Exception> {
    if x.signum() <= 0 {
        return Err(domain());
    }
    if let Some(small) = x.to_f64() {
        return Ok(log(small));
    }
    let (top, exponent) = top_bits(&x.to_big());
    let fraction = scaled(u128::from(top), -64);
    Ok(log(fraction) + log(2.0) * f64::from(exponent + 64))
}

raising_fns! {
    /// `math.log(x, base)`.
    fn try_log_base / log_base(x: f64, base: f64) -> f64 { float::try_true_div(try_log(x)?, try_log(base)?) }

    /// `math.log(x, base)` of an int.
    fn try_log_int_base / log_int_base(x: &Int, base: f64) -> f64 {
        float::try_true_div(try_log_int(x)?, try_log(base)?)
    }

    /// `math.log(x)` of an int.
    fn try_log_int / log_int(x: &Int) -> f64 { log_of_int(x, f64::c_log) }

    /// `math.log2(x)` of an int.
    fn try_log2_int / log2_int(x: &Int) -> f64 { log_of_int(x, f64::c_log2) }

    /// `math.log10(x)` of an int.
    fn try_log10_int / log10_int(x: &Int) -> f64 { log_of_int(x, f64::c_log10) }

    /// `math.pow(x, y)`.
    fn try_pow / pow(x: f64, y: f64) -> f64 {
        let power = x.c_pow(y);
        if power.is_nan() && !x.is_nan() && !y.is_nan() {
            return Err(domain());
        }
        if power.is_infinite() && x.is_finite() && y.is_finite() {
            return Err(if x == 0.0 { domain() } else { range() });
        }
        Ok(power)
    }

    /// `math.fmod(x, y)`.
    fn try_fmod / fmod(x: f64, y: f64) -> f64 {
        if y.is_infinite() && x.is_finite() {
            return Ok(x);
        }
        let rest = x % y;
        if rest.is_nan() && !x.is_nan() && !y.is_nan() { Err(domain()) } else { Ok(rest) }
    }

    /// `math.remainder(x, y)`.
    fn try_remainder / remainder(x: f64, y: f64) -> f64 {
        if x.is_nan() || y.is_nan() {
            return Ok(x + y);
        }
        if x.is_infinite() || y == 0.0 {
            return Err(domain());
        }
        if y.is_infinite() {
            return Ok(x);
        }
        let (size, step) = (x.abs(), y.abs());
        let m = size % step;
        let c = step - m;
        let rest = if m < c {
            m
        } else if m > c {
            -c
        } else {
            m - 2.0 * ((0.5 * (size - m)) % step)
        };
        Ok(1.0_f64.copysign(x) * rest)
    }

    /// `math.ldexp(x, exponent)`.
    fn try_ldexp / ldexp(x: f64, exponent: i64) -> f64 {
        if x == 0.0 || !x.is_finite() {
            return Ok(x);
        }
        let (mantissa, own) = float::decode(x);
        let exponent = exponent.clamp(-100_000, 100_000) as i32 + own;
        let size = scaled(u128::from(mantissa), exponent);
        if size.is_infinite() { Err(range()) } else { Ok(size.copysign(x)) }
    }

    /// `math.floor(x)`; a trap past 64 bits.
    #[track_caller]
    fn try_floor / floor(x: f64) -> i64 { crate::int::try_from_float(x.floor()) }

    /// `math.ceil(x)`; a trap past 64 bits.
    #[track_caller]
    fn try_ceil / ceil(x: f64) -> i64 { crate::int::try_from_float(x.ceil()) }

    /// `math.trunc(x)`; a trap past 64 bits.
    #[track_caller]
    fn try_trunc / trunc(x: f64) -> i64 { crate::int::try_from_float(x) }

    /// `math.floor(x)`.
    fn try_big_floor / big_floor(x: f64) -> Int { crate::int::try_big_from_float(x.floor()) }

    /// `math.ceil(x)`.
    fn try_big_ceil / big_ceil(x: f64) -> Int { crate::int::try_big_from_float(x.ceil()) }

    /// `math.trunc(x)`.
    fn try_big_trunc / big_trunc(x: f64) -> Int { crate::int::try_big_from_float(x) }

    /// `math.isclose(a, b, rel_tol=relative, abs_tol=absolute)`; the defaults are `1e-9` and `0.0`.
    fn try_isclose / isclose(a: f64, b: f64, relative: f64, absolute: f64) -> bool {
        if relative < 0.0 || absolute < 0.0 {
            return Err(value_error("tolerances must be non-negative"));
        }
        if a == b {
            return Ok(true);
        }
        if a.is_infinite() || b.is_infinite() {
            return Ok(false);
        }
        let difference = (b - a).abs();
        Ok(difference <= (relative * b).abs() || difference <= (relative * a).abs() || difference <= absolute)
    }
}

macro_rules! plain {
    ($($name:ident($($arg:ident: $ty:ty),*) -> $ret:ty = $value:expr;)*) => { $(
        #[doc = concat!("`math.", stringify!($name), "(…)`.")]
        #[inline]
        #[must_use]
        pub fn $name($($arg: $ty),*) -> $ret {
            $value
        }
    )* };
}

plain! {
    fabs(x: f64) -> f64 = x.abs();
    copysign(x: f64, y: f64) -> f64 = x.copysign(y);
    atan2(y: f64, x: f64) -> f64 = y.c_atan2(x);
    degrees(x: f64) -> f64 = x * (180.0 / PI);
    radians(x: f64) -> f64 = x * (PI / 180.0);
    isnan(x: f64) -> bool = x.is_nan();
    isinf(x: f64) -> bool = x.is_infinite();
    isfinite(x: f64) -> bool = x.is_finite();
    modf(x: f64) -> (f64, f64) = if x.is_infinite() { (0.0_f64.copysign(x), x) } else { (x.fract().copysign(x), x.trunc()) };
    ulp(x: f64) -> f64 = if x.is_nan() || x.is_infinite() { x.abs() } else if x.abs() == f64::MAX { x.abs() - x.abs().next_down() } else { x.abs().next_up() - x.abs() };
}

/// `math.frexp(x)`.
#[must_use]
pub fn frexp(x: f64) -> (f64, i64) {
    let (mantissa, exponent) = float::frexp(x);
    (mantissa, i64::from(exponent))
}

/// `math.nextafter(x, y)`.
#[must_use]
pub fn nextafter(x: f64, y: f64) -> f64 {
    if x.is_nan() || y.is_nan() {
        f64::NAN
    } else if x == y {
        y
    } else if x < y {
        x.next_up()
    } else {
        x.next_down()
    }
}
