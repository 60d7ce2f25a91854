//! `**` of integers.

use super::Int;
use crate::exc::{Exception, value_error};
use crate::float;
use crate::macros::raising_fns;

/// `base ** exponent` for an exponent that is not negative; a trap past 64 bits.
#[inline]
#[must_use]
#[track_caller]
pub fn pow(base: i64, exponent: i64) -> i64 {
    match base {
        _ if exponent < 0 => {
            crate::output::trap("a negative exponent makes a float; the compiler expected an int")
        }
        0 | 1 => {
            if exponent == 0 {
                1
            } else {
                base
            }
        }
        -1 => 1 - 2 * (exponent & 1),
        _ => match u32::try_from(exponent).ok().and_then(|exponent| base.checked_pow(exponent)) {
            Some(power) => power,
            None => super::overflow(),
        },
    }
}

raising_fns! {
    /// `base ** exponent` for a negative exponent.
    fn try_pow_float / pow_float(base: i64, exponent: i64) -> f64 { float::try_pow(base as f64, exponent as f64) }

    /// `base ** exponent` for an exponent that is not negative.
    fn try_big_pow / big_pow(base: i64, exponent: i64) -> Int { Int::from(base).try_pow(&Int::from(exponent)) }

    /// `pow(base, exponent, modulus)`.
    fn try_pow_mod / pow_mod(base: i64, exponent: i64, modulus: i64) -> i64 {
        if modulus == 0 {
            return Err(value_error("pow() 3rd argument cannot be 0"));
        }
        if exponent < 0 || modulus == i64::MIN {
            let power = Int::from(base).try_pow_mod(&Int::from(exponent), &Int::from(modulus))?;
            return Ok(power.narrow());
        }
        let size = i128::from(modulus.unsigned_abs());
        let mut factor = i128::from(base).rem_euclid(size);
        let mut result = 1 % size;
        let mut rest = exponent;
        while rest > 0 {
            if rest & 1 == 1 {
                result = result * factor % size;
            }
            factor = factor * factor % size;
            rest >>= 1;
        }
        let result = result as i64;
        Ok(if modulus < 0 && result != 0 { result + modulus } else { result })
    }
}

/// `base ** exponent` where the sign of the exponent is not known: an `int`, or a `float` for a negative exponent.
///
/// # Errors
/// `ZeroDivisionError`, `MemoryError`.
pub fn try_pow_num(base: &Int, exponent: &Int) -> Result<crate::Num, Exception> {
    Ok(if exponent.signum() < 0 {
        crate::Num::Float(base.try_pow_float(exponent)?)
    } else {
        crate::Num::Int(base.try_pow(exponent)?)
    })
}

/// `base ** exponent` as an `int` or, for a negative exponent, a `float`; ends the program where Python raises.
pub fn pow_num(base: &Int, exponent: &Int) -> crate::Num {
    try_pow_num(base, exponent).unwrap_or_else(|error| error.uncaught())
}
