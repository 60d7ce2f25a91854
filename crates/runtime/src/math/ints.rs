//! `math` of ints: `gcd`, `lcm`, `factorial`, `comb`, `perm`, `isqrt`, `prod`.

use crate::exc::value_error;
use crate::int::{Int, big_isqrt, overflow};
use crate::macros::raising_fns;

pub use crate::int::big_gcd;

/// `math.gcd(a, b)`.
#[must_use]
pub fn gcd(a: i64, b: i64) -> i64 {
    let (mut a, mut b) = (a.unsigned_abs(), b.unsigned_abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    i64::try_from(a).unwrap_or_else(|_| overflow())
}

/// `math.gcd(*integers)`.
#[must_use]
pub fn gcd_of(integers: impl IntoIterator<Item = i64>) -> i64 {
    integers.into_iter().fold(0, gcd)
}

/// `math.gcd(*integers)`.
#[must_use]
pub fn big_gcd_of(integers: impl IntoIterator<Item = Int>) -> Int {
    integers.into_iter().fold(Int::ZERO, |divisor, integer| big_gcd(&divisor, &integer))
}

/// `math.lcm(a, b)`; a trap past 64 bits.
#[must_use]
pub fn lcm(a: i64, b: i64) -> i64 {
    if a == 0 || b == 0 {
        return 0;
    }
    (a / gcd(a, b)).checked_mul(b).and_then(i64::checked_abs).unwrap_or_else(|| overflow())
}

/// `math.lcm(a, b)`.
#[must_use]
pub fn big_lcm(a: &Int, b: &Int) -> Int {
    let divisor = big_gcd(a, b);
    if divisor.signum() == 0 { Int::ZERO } else { (a.floor_div(&divisor) * b).abs() }
}

/// `math.lcm(*integers)`; a trap past 64 bits.
#[must_use]
pub fn lcm_of(integers: impl IntoIterator<Item = i64>) -> i64 {
    integers.into_iter().fold(1, lcm)
}

/// `math.lcm(*integers)`.
#[must_use]
pub fn big_lcm_of(integers: impl IntoIterator<Item = Int>) -> Int {
    integers.into_iter().fold(Int::ONE, |multiple, integer| big_lcm(&multiple, &integer))
}

fn product(low: i64, high: i64) -> Int {
    // Halves, so that the factors of big products are of like size.
    if high - low < 8 {
        return (low..=high).fold(Int::ONE, |product, factor| product * factor);
    }
    let middle = low + (high - low) / 2;
    product(low, middle) * product(middle + 1, high)
}

raising_fns! {
    /// `math.factorial(n)`.
    fn try_big_factorial / big_factorial(n: i64) -> Int {
        if n < 0 {
            return Err(value_error("factorial() not defined for negative values"));
        }
        Ok(product(2, n))
    }

    /// `math.factorial(n)`; a trap past 64 bits.
    fn try_factorial / factorial(n: i64) -> i64 { Ok(try_big_factorial(n)?.narrow()) }

    /// `math.perm(n, k)`.
    fn try_big_perm / big_perm(n: i64, k: i64) -> Int {
        if n < 0 {
            return Err(value_error("n must be a non-negative integer"));
        }
        if k < 0 {
            return Err(value_error("k must be a non-negative integer"));
        }
        Ok(if k > n { Int::ZERO } else { product(n - k + 1, n) })
    }

    /// `math.perm(n, k)`; a trap past 64 bits.
    fn try_perm / perm(n: i64, k: i64) -> i64 { Ok(try_big_perm(n, k)?.narrow()) }

    /// `math.comb(n, k)`.
    fn try_big_comb / big_comb(n: i64, k: i64) -> Int {
        let k = if n >= 0 && k > n { return Ok(Int::ZERO) } else { k.min((n - k).max(0).max(k.min(0))) };
        Ok(try_big_perm(n, k)?.floor_div(&product(2, k)))
    }

    /// `math.comb(n, k)`; a trap past 64 bits.
    fn try_comb / comb(n: i64, k: i64) -> i64 { Ok(try_big_comb(n, k)?.narrow()) }

    /// `math.isqrt(n)`.
    fn try_isqrt / isqrt(n: i64) -> i64 {
        if n < 0 { Err(value_error("isqrt() argument must be nonnegative")) } else { Ok(n.isqrt()) }
    }

    /// `math.isqrt(n)`.
    fn try_int_isqrt / int_isqrt(n: &Int) -> Int {
        if n.signum() < 0 { Err(value_error("isqrt() argument must be nonnegative")) } else { Ok(big_isqrt(n)) }
    }
}

/// `math.prod(items)` of ints; a trap past 64 bits.
#[must_use]
pub fn prod(items: impl IntoIterator<Item = i64>) -> i64 {
    items.into_iter().fold(1, crate::int::mul)
}

/// `math.prod(items)` of ints.
#[must_use]
pub fn big_prod(items: impl IntoIterator<Item = Int>) -> Int {
    items.into_iter().fold(Int::ONE, |product, item| product * item)
}

/// `math.prod(items, start=1.0)` of floats.
#[must_use]
pub fn prod_float(items: impl IntoIterator<Item = f64>) -> f64 {
    items.into_iter().fold(1.0, |product, item| product * item)
}
