//! `complex`: the four operations, `abs`, text, equality and hash.

use std::fmt;
use std::ops::{Add, Mul, Neg, Sub};

use crate::exc::{Exception, OverflowError, ZeroDivisionError};
use crate::float;
use crate::hash::{PyHash, not_minus_one};
use crate::item::Item;
use crate::macros::raising_methods;
use crate::show::Repr;
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
                    return Err(Exception::new(ZeroDivisionError, "complex division by zero"));
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
