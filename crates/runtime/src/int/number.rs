//! Number theory and text of big integers: `gcd`, `isqrt`, `pow` with a modulus, digits in a base.

use dashu_int::IBig;
use dashu_int::ops::{Gcd, SquareRoot, UnsignedAbs};

use super::big::Int;
use crate::exc::{Exception, value_error};

/// `math.gcd(a, b)`.
#[must_use]
pub fn big_gcd(a: &Int, b: &Int) -> Int {
    if a.signum() == 0 {
        return b.abs();
    }
    if b.signum() == 0 {
        return a.abs();
    }
    Int::from_big(IBig::from(a.to_big().unsigned_abs().gcd(b.to_big().unsigned_abs())))
}

/// The integer square root of a number that is not negative.
pub(crate) fn big_isqrt(n: &Int) -> Int {
    Int::from_big(IBig::from(n.to_big().unsigned_abs().sqrt()))
}

/// `pow(base, exponent, modulus)`; a negative exponent takes the inverse.
pub(crate) fn pow_mod(base: &Int, exponent: &Int, modulus: &Int) -> Result<Int, Exception> {
    if modulus.signum() == 0 {
        return Err(value_error("pow() 3rd argument cannot be 0"));
    }
    let size = modulus.abs();
    let mut factor = base.try_modulo(&size)?;
    let mut exponent = exponent.clone();
    if exponent.signum() < 0 {
        factor = inverse(&factor, &size)?;
        exponent = -exponent;
    }
    let mut result = Int::ONE.modulo(&size);
    while exponent.signum() != 0 {
        if (&exponent & 1).signum() != 0 {
            result = (result * &factor).modulo(&size);
        }
        exponent = exponent.shr(&Int::ONE);
        if exponent.signum() != 0 {
            factor = (&factor * &factor).modulo(&size);
        }
    }
    result.try_modulo(modulus)
}

fn inverse(a: &Int, n: &Int) -> Result<Int, Exception> {
    let (mut old_r, mut r) = (a.clone(), n.clone());
    let (mut old_s, mut s) = (Int::ONE, Int::ZERO);
    while r.signum() != 0 {
        let (q, rest) = old_r.divmod(&r);
        old_r = std::mem::replace(&mut r, rest);
        let next = &old_s - &q * &s;
        old_s = std::mem::replace(&mut s, next);
    }
    if old_r != Int::ONE && *n != Int::ONE {
        return Err(value_error("base is not invertible for the given modulus"));
    }
    Ok(old_s.modulo(n))
}

/// The digits of the magnitude in base 2, 8, 10 or 16, lower case.
pub(crate) fn digits(n: &Int, base: u32) -> String {
    if let Some(small) = n.small() {
        let size = small.unsigned_abs();
        return match base {
            2 => format!("{size:b}"),
            8 => format!("{size:o}"),
            16 => format!("{size:x}"),
            _ => size.to_string(),
        };
    }
    n.to_big().unsigned_abs().in_radix(base as u8).to_string()
}
