//! `int`: plain `i64` operators with overflow checks cover most of it; here is what Rust has no operator for, and [`Int`].

mod big;
pub(crate) mod big_ops;
mod bytes;
mod number;
mod parse;
mod pow;
mod text;

pub use big::Int;
pub(crate) use big::{Lent, View, top_bits};
pub(crate) use bytes::of_bytes;
pub use bytes::{as_integer_ratio, from_bytes, to_bytes, try_from_bytes, try_to_bytes};
pub use number::big_gcd;
pub(crate) use number::{big_isqrt, digits};
pub use parse::*;
pub use pow::*;
pub use text::*;

use crate::exc::{Exception, OverflowError, value_error, zero_division};
use crate::macros::raising_fns;

/// How many: none where `n` is negative. Traps where there is no room for that many.
#[inline]
#[must_use]
pub fn size(n: i64) -> usize {
    usize::try_from(n.max(0)).unwrap_or_else(|_| overflow())
}

/// The trap of an `i64` that overflowed.
#[cold]
#[track_caller]
pub(crate) fn overflow() -> ! {
    panic!("attempt to compute an int past 64 bits: arithmetic overflow")
}

/// Quotient and remainder, rounded toward negative infinity. `b` is not 0.
#[inline]
#[track_caller]
pub(crate) fn floored(a: i64, b: i64) -> (i64, i64) {
    if let Some(shift) = power_of_two(b) {
        return (a >> shift, a & (b - 1));
    }
    let Some(quotient) = a.checked_div(b) else { overflow() };
    let rest = a - quotient * b;
    if rest != 0 && (rest < 0) != (b < 0) { (quotient - 1, rest + b) } else { (quotient, rest) }
}

/// Of what `b` is the power of two: rounding down is then what a shift does. The compiler knows it of a constant.
#[inline]
fn power_of_two(b: i64) -> Option<u32> {
    (b > 0 && b & (b - 1) == 0).then(|| b.trailing_zeros())
}

raising_fns! {
    /// Python's `a // b`, rounded toward negative infinity.
    fn try_floor_div / floor_div(a: i64, b: i64) -> i64 { Ok(try_divmod(a, b)?.0) }

    /// Python's `a % b`: has the sign of `b`.
    fn try_modulo / modulo(a: i64, b: i64) -> i64 {
        if b == 0 {
            return Err(zero_division("integer modulo by zero"));
        }
        if power_of_two(b).is_some() {
            return Ok(a & (b - 1));
        }
        let rest = a.wrapping_rem(b);
        Ok(if rest != 0 && (rest < 0) != (b < 0) { rest + b } else { rest })
    }

    /// `divmod(a, b)`.
    fn try_divmod / divmod(a: i64, b: i64) -> (i64, i64) {
        if b == 0 {
            return Err(zero_division("integer division or modulo by zero"));
        }
        Ok(floored(a, b))
    }

    /// Python's `a / b`: the exact quotient, rounded once.
    fn try_true_div / true_div(a: i64, b: i64) -> f64 {
        const EXACT: u64 = 1 << 53;
        if b == 0 {
            return Err(zero_division("division by zero"));
        }
        if a.unsigned_abs() <= EXACT && b.unsigned_abs() <= EXACT {
            return Ok(a as f64 / b as f64);
        }
        Ok(big_ops::divide(&a.into(), &b.into()))
    }

    /// `a << count`; a trap past 64 bits.
    #[track_caller]
    fn try_shl / shl(a: i64, count: i64) -> i64 {
        if count < 0 {
            return Err(value_error("negative shift count"));
        }
        if a == 0 {
            return Ok(0);
        }
        if count > 63 || (a << count) >> count != a {
            overflow();
        }
        Ok(a << count)
    }

    /// `a >> count`.
    fn try_shr / shr(a: i64, count: i64) -> i64 {
        if count < 0 {
            return Err(value_error("negative shift count"));
        }
        Ok(a >> count.min(63))
    }

    /// `int(value)` of a float; a trap past 64 bits.
    #[track_caller]
    fn try_from_float / from_float(value: f64) -> i64 { Ok(try_big_from_float(value)?.narrow()) }

    /// `int(value)` of a float.
    fn try_big_from_float / big_from_float(value: f64) -> Int {
        if value.is_nan() {
            return Err(value_error("cannot convert float NaN to integer"));
        }
        if value.is_infinite() {
            return Err(Exception::new(OverflowError, "cannot convert float infinity to integer"));
        }
        Ok(Int::from_f64(value))
    }

}

/// A product, unless it is past 64 bits.
///
/// WebAssembly has no flag of an overflow: there is none where both factors have 32 bits, which is quick to tell, or where
/// their significant bits have room in 63. What is left is divided: a call, as for a product of 128 bits, would make the
/// loop around keep its floats in memory.
#[inline]
pub(crate) fn product(a: i64, b: i64) -> Option<i64> {
    if !cfg!(target_family = "wasm") {
        return a.checked_mul(b);
    }
    let is_short = |n: i64| i64::from(n as i32) == n;
    let bits = |n: i64| 64 - (n ^ (n >> 63)).leading_zeros();
    let has_room = (is_short(a) && is_short(b)) || bits(a) + bits(b) < 63;
    (has_room || has_product(a, b)).then(|| a.wrapping_mul(b))
}

/// Whether `a * b` is within 64 bits, by a division.
#[inline]
fn has_product(a: i64, b: i64) -> bool {
    let most = i64::MAX.unsigned_abs() + u64::from((a < 0) != (b < 0));
    most.checked_div(a.unsigned_abs()).is_none_or(|times| b.unsigned_abs() <= times)
}

/// `a * b`; a trap past 64 bits.
#[inline]
#[must_use]
#[track_caller]
pub fn mul(a: i64, b: i64) -> i64 {
    product(a, b).expect("attempt to multiply with overflow")
}

/// `a + b`; a trap past 64 bits, also where the profile has no overflow checks.
#[inline]
#[must_use]
#[track_caller]
pub fn add(a: i64, b: i64) -> i64 {
    a.checked_add(b).expect("attempt to add with overflow")
}

/// `a - b`; a trap past 64 bits, also where the profile has no overflow checks.
#[inline]
#[must_use]
#[track_caller]
pub fn sub(a: i64, b: i64) -> i64 {
    a.checked_sub(b).expect("attempt to subtract with overflow")
}

/// `-a`; a trap for the smallest `i64`.
#[inline]
#[must_use]
#[track_caller]
pub fn neg(a: i64) -> i64 {
    a.checked_neg().expect("attempt to negate with overflow")
}

/// `abs(a)`; a trap for the smallest `i64`.
#[inline]
#[must_use]
#[track_caller]
pub fn abs(a: i64) -> i64 {
    a.checked_abs().expect("attempt to negate with overflow")
}

/// `float(a)`: the nearest float.
#[inline]
#[must_use]
pub fn to_float(a: i64) -> f64 {
    a as f64
}

/// `a.bit_length()`.
#[inline]
#[must_use]
pub fn bit_length(a: i64) -> i64 {
    i64::from(64 - a.unsigned_abs().leading_zeros())
}

/// `a.bit_count()`.
#[inline]
#[must_use]
pub fn bit_count(a: i64) -> i64 {
    i64::from(a.unsigned_abs().count_ones())
}

/// `round(a, digits)`; a trap past 64 bits.
#[must_use]
pub fn round(a: i64, digits: i64) -> i64 {
    big_round(&Int::from(a), digits).narrow()
}

/// `round(a, digits)`: half to even.
#[must_use]
pub fn big_round(a: &Int, digits: i64) -> Int {
    if digits >= 0 {
        return a.clone();
    }
    let places = digits.unsigned_abs();
    if places > a.bit_length() as u64 {
        return Int::ZERO;
    }
    let unit = Int::from(10_i64).pow(&Int::from(places));
    let (quotient, rest) = a.divmod(&unit);
    let twice = rest * 2;
    let odd = (&quotient & 1).signum() != 0;
    let up = twice > unit || (twice == unit && odd);
    (if up { quotient + 1 } else { quotient }) * unit
}

#[cfg(test)]
mod tests {
    use super::{has_product, product};

    #[test]
    fn divisions_tell_what_is_past_64_bits() {
        let near = |n: i64| [n.saturating_sub(1), n, n.saturating_add(1)];
        let edges = [i64::MIN, i64::MIN / 2, -3_037_000_500, i64::from(i32::MIN), -1, 0, 2, 7];
        let more = [i64::from(i32::MAX), 3_037_000_499, i64::MAX / 7, i64::MAX / 2, i64::MAX];
        let all: Vec<i64> = edges.into_iter().chain(more).flat_map(near).collect();
        for &a in &all {
            for &b in &all {
                assert_eq!(has_product(a, b), a.checked_mul(b).is_some(), "{a} * {b}");
                assert_eq!(product(a, b), a.checked_mul(b), "{a} * {b}");
            }
        }
    }
}
