//! `complex`: the four operations, powers, `abs`, text, equality and hash.

use std::fmt;
use std::ops::{Add, Mul, Neg, Sub};

use crate::elementary::Elementary as _;
use crate::exc::{Exception, OverflowError, value_error, zero_division};
use crate::float;
use crate::hash::{PyHash, not_minus_one};
use crate::item::Item;
use crate::macros::{raising_fns, raising_methods};
use crate::show::Repr;
use crate::str::chars::trim_number;
use crate::truth::Truth;

/// Python's `complex`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Complex {
    /// `self.real`.
    pub real: f64,
    /// `self.imag`.
    pub imag: f64,
}

impl Complex {
    /// `complex(real, imag)`.
    #[must_use]
    pub const fn new(real: f64, imag: f64) -> Self {
        Complex { real, imag }
    }

    /// `self.conjugate()`.
    #[must_use]
    pub fn conjugate(self) -> Self {
        Complex::new(self.real, -self.imag)
    }

    raising_methods! {
        /// `self / other`.
        fn try_true_div / true_div(&self, other: Complex) -> Complex {
            let (a, b) = (*self, other);
            // The larger part of the divisor is divided by first, so that nothing overflows on the way.
            if b.real.abs() >= b.imag.abs() {
                if b.real == 0.0 {
                    return Err(zero_division("complex division by zero"));
                }
                let ratio = b.imag / b.real;
                let by = b.real + b.imag * ratio;
                return Ok(Complex::new((a.real + a.imag * ratio) / by, (a.imag - a.real * ratio) / by));
            }
            if b.imag.abs() >= b.real.abs() {
                let ratio = b.real / b.imag;
                let by = b.real * ratio + b.imag;
                return Ok(Complex::new((a.real * ratio + a.imag) / by, (a.imag * ratio - a.real) / by));
            }
            Ok(Complex::new(f64::NAN, f64::NAN))
        }

        /// `self ** other`.
        fn try_pow / pow(&self, other: Complex) -> Complex {
            let power = match small_exponent(other) {
                Some(n) if n >= 0 => self.unsigned_power(n.unsigned_abs()),
                Some(n) => match Complex::new(1.0, 0.0).try_true_div(self.unsigned_power(n.unsigned_abs())) {
                    Ok(power) => power,
                    Err(_) => return Err(zero_to_negative()),
                },
                None => self.general_power(other)?,
            };
            if !power.real.is_finite() || !power.imag.is_finite() {
                let finite = self.real.is_finite() && self.imag.is_finite() && other.real.is_finite() && other.imag.is_finite();
                if finite {
                    return Err(Exception::new(OverflowError, "complex exponentiation"));
                }
            }
            Ok(power)
        }

        /// `abs(self)`.
        fn try_abs / abs(&self) -> f64 {
            let size = self.real.hypot(self.imag);
            if size.is_infinite() && self.real.is_finite() && self.imag.is_finite() {
                return Err(Exception::new(OverflowError, "absolute value too large"));
            }
            Ok(size)
        }
    }
}

/// An exponent that CPython multiplies out: a whole number of at most 100.
fn small_exponent(exponent: Complex) -> Option<i64> {
    let n = exponent.real;
    (exponent.imag == 0.0 && n.floor() == n && n.abs() <= 100.0).then_some(n as i64)
}

fn zero_to_negative() -> Exception {
    zero_division("0.0 to a negative or complex power")
}

impl Complex {
    /// By squaring, in CPython's order.
    fn unsigned_power(self, n: u64) -> Complex {
        let (mut mask, mut power, mut square) = (1_u64, Complex::new(1.0, 0.0), self);
        while mask > 0 && n >= mask {
            if n & mask != 0 {
                power = power * square;
            }
            mask <<= 1;
            square = square * square;
        }
        power
    }

    fn general_power(self, other: Complex) -> Result<Complex, Exception> {
        if other.real == 0.0 && other.imag == 0.0 {
            return Ok(Complex::new(1.0, 0.0));
        }
        if self.real == 0.0 && self.imag == 0.0 {
            if other.imag != 0.0 || other.real < 0.0 {
                return Err(zero_to_negative());
            }
            return Ok(Complex::new(0.0, 0.0));
        }
        let size = self.real.hypot(self.imag);
        let mut length = size.c_pow(other.real);
        let angle = self.imag.c_atan2(self.real);
        let mut phase = angle * other.real;
        if other.imag != 0.0 {
            length /= (angle * other.imag).c_exp();
            phase += other.imag * size.c_log();
        }
        Ok(Complex::new(length * phase.c_cos(), length * phase.c_sin()))
    }

    /// `complex(real, imag)` of two complex numbers.
    #[must_use]
    pub fn of_parts(real: Complex, imag: Complex) -> Self {
        Complex::new(real.real - imag.imag, real.imag + imag.real)
    }

    /// `self.real`.
    #[must_use]
    pub fn real(self) -> f64 {
        self.real
    }

    /// `self.imag`.
    #[must_use]
    pub fn imag(self) -> f64 {
        self.imag
    }

    /// `self is other`: numbers have no identity, and are asked for their bits.
    #[must_use]
    pub fn is(&self, other: &Complex) -> bool {
        let bits = |z: &Complex| (z.real.to_bits(), z.imag.to_bits());
        bits(self) == bits(other)
    }

    /// `self == real`.
    #[must_use]
    pub fn eq_real(self, real: &impl crate::compare::AsReal) -> bool {
        self.imag == 0.0 && crate::compare::eq(&self.real, real)
    }
}

raising_fns! {
    /// `complex(text)`.
    fn try_parse / parse(text: &str) -> Complex {
        let malformed = || value_error("complex() arg is a malformed string");
        let text = trim_number(text);
        let text = text.strip_prefix('(').map_or(Some(text), |text| text.strip_suffix(')')).ok_or_else(malformed)?;
        parse_parts(trim_number(text)).ok_or_else(malformed)
    }
}

/// `1`, `2j`, `1+2j`, `j`.
fn parse_parts(text: &str) -> Option<Complex> {
    let number = |text: &str| if text.trim() == text { float::try_parse(text).ok() } else { None };
    let Some(body) = text.strip_suffix(['j', 'J']) else { return number(text).map(Complex::from) };
    let unit = |text: &str| match text {
        "" | "+" => Some(1.0),
        "-" => Some(-1.0),
        text => number(text),
    };
    // The last sign that belongs to no exponent parts the two.
    let bytes = body.as_bytes();
    let cut = (1..bytes.len())
        .rev()
        .find(|&i| matches!(bytes[i], b'+' | b'-') && !matches!(bytes[i - 1], b'e' | b'E'));
    match cut {
        Some(at) => Some(Complex::new(number(&body[..at])?, unit(&body[at..])?)),
        None => Some(Complex::new(0.0, unit(body)?)),
    }
}

impl From<f64> for Complex {
    fn from(real: f64) -> Self {
        Complex::new(real, 0.0)
    }
}

impl From<i64> for Complex {
    fn from(real: i64) -> Self {
        Complex::new(real as f64, 0.0)
    }
}

impl<N: Into<Complex>> Add<N> for Complex {
    type Output = Complex;

    fn add(self, other: N) -> Complex {
        let other = other.into();
        Complex::new(self.real + other.real, self.imag + other.imag)
    }
}

impl<N: Into<Complex>> Sub<N> for Complex {
    type Output = Complex;

    fn sub(self, other: N) -> Complex {
        let other = other.into();
        Complex::new(self.real - other.real, self.imag - other.imag)
    }
}

impl<N: Into<Complex>> Mul<N> for Complex {
    type Output = Complex;

    fn mul(self, other: N) -> Complex {
        let b = other.into();
        Complex::new(self.real * b.real - self.imag * b.imag, self.real * b.imag + self.imag * b.real)
    }
}

impl Neg for Complex {
    type Output = Complex;

    fn neg(self) -> Complex {
        Complex::new(-self.real, -self.imag)
    }
}

impl PartialEq<f64> for Complex {
    fn eq(&self, other: &f64) -> bool {
        self.imag == 0.0 && self.real == *other
    }
}

impl PyHash for Complex {
    fn py_hash(&self) -> i64 {
        let imag = self.imag.py_hash().wrapping_mul(1_000_003);
        not_minus_one(self.real.py_hash().wrapping_add(imag))
    }
}

impl Truth for Complex {
    fn truth(&self) -> bool {
        self.real != 0.0 || self.imag != 0.0
    }
}

/// A float without the `.0` that a plain one shows.
fn part(x: f64) -> String {
    let sign = if x.is_sign_negative() && !x.is_nan() { "-" } else { "" };
    let size = x.abs();
    let text = match size {
        _ if size.is_nan() => "nan".to_owned(),
        _ if size.is_infinite() => "inf".to_owned(),
        _ => float::shortest(size),
    };
    format!("{sign}{}", text.strip_suffix(".0").unwrap_or(&text))
}

impl Repr for Complex {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let imag = part(self.imag);
        if self.real == 0.0 && self.real.is_sign_positive() {
            return write!(f, "{imag}j");
        }
        let plus = if imag.starts_with('-') { "" } else { "+" };
        write!(f, "({}{plus}{imag}j)", part(self.real))
    }
}

// SAFETY: a copy.
unsafe impl Item for Complex {
    const PLAIN: bool = true;
}

#[cfg(test)]
mod tests {
    use super::Complex;
    use crate::{PyHash, py};

    fn check(value: Complex, expected: &str) {
        assert_eq!(format!("{:?}", py(&value)), expected);
    }

    #[test]
    #[cfg_attr(miri, ignore = "Miri's elementary functions are imprecise on purpose")]
    fn text_and_arithmetic_are_cpythons() {
        check(Complex::new(1.0, 2.0), "(1+2j)");
        check(Complex::new(0.0, -2.5), "-2.5j");
        check(Complex::new(-0.0, 1e20), "(-0+1e+20j)");
        check(Complex::new(1.0, 2.0) * Complex::new(3.0, -1.0), "(5+5j)");
        check(Complex::new(1.0, 2.0).true_div(Complex::new(3.0, -1.0)), "(0.1+0.7000000000000001j)");
        assert_eq!(Complex::new(3.0, 4.0).abs(), 5.0);
        assert_eq!(Complex::new(3.0, 0.0).py_hash(), 3_i64.py_hash());
        let error = Complex::new(1.0, 0.0).try_true_div(Complex::new(0.0, 0.0)).unwrap_err();
        assert_eq!(error.summary(), "ZeroDivisionError: complex division by zero");
    }
}
