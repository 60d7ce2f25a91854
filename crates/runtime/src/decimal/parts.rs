//! `Decimal.as_tuple()`: sign, digits and exponent by name.

use std::fmt;

use super::Decimal;
use crate::show::Repr;
use crate::truth::Truth;
use crate::tuple::Tuple;

/// Python's `DecimalTuple`.
#[derive(Clone, PartialEq)]
pub struct DecimalTuple {
    sign: i64,
    digits: Tuple<i64>,
    exponent: i64,
}

crate::item!(DecimalTuple);

impl Decimal {
    /// `self.as_tuple()`.
    #[must_use]
    pub fn as_tuple(&self) -> DecimalTuple {
        let digits: Vec<i64> =
            self.0.size.to_string().bytes().map(|digit| i64::from(digit.saturating_sub(b'0'))).collect();
        DecimalTuple {
            sign: i64::from(self.0.is_negative),
            digits: Tuple::from(digits),
            exponent: self.0.exponent,
        }
    }
}

impl DecimalTuple {
    /// `self.sign`: 1 of a negative number.
    #[must_use]
    pub fn sign(&self) -> i64 {
        self.sign
    }

    /// `self.exponent`.
    #[must_use]
    pub fn exponent(&self) -> i64 {
        self.exponent
    }

    /// `self == other`.
    #[must_use]
    pub fn equals(&self, other: &DecimalTuple) -> bool {
        self == other
    }
}

impl Truth for DecimalTuple {
    fn truth(&self) -> bool {
        true
    }
}

impl Repr for DecimalTuple {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DecimalTuple(sign={}, digits=", self.sign)?;
        self.digits.repr(f)?;
        write!(f, ", exponent={})", self.exponent)
    }
}
