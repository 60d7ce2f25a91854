//! The numbers beside a `Decimal` in the precision of the context, and the roots that are rounded by them.

use super::{Decimal, Number, PRECISION, Parts, n_digits, ten_to};
use crate::exc::Exception;
use crate::int::Int;

impl Decimal {
    /// The nearest number that is further from zero, or nearer to it.
    fn neighbour(&self, is_larger: bool) -> Decimal {
        let precision = PRECISION.get();
        let parts = &*self.0;
        if parts.is_zero() {
            crate::output::trap("the number beside zero is past the exponents of a Decimal");
        }
        let more = precision - n_digits(&parts.size);
        if more < 0 {
            // Longer than the context: what it is rounded to, or the one beside that.
            let (whole, rest) = parts.size.divmod(&ten_to(-more));
            let size = match (is_larger, rest.signum() == 0) {
                (true, _) => whole + 1,
                (false, false) => whole,
                (false, true) => whole - 1,
            };
            return Parts { size, exponent: parts.exponent - more, ..*parts }.finished();
        }
        let (size, exponent) = (&parts.size * &ten_to(more), parts.exponent - more);
        let is_power = size == ten_to(precision - 1);
        let (size, exponent) = match (is_larger, is_power) {
            (true, _) => (size + 1, exponent),
            (false, false) => (size - 1, exponent),
            // A digit less in front leaves room for one behind.
            (false, true) => (ten_to(precision) - 1, exponent - 1),
        };
        Parts { size, exponent, ..*parts }.finished()
    }

    /// `self.next_plus()`.
    #[must_use]
    pub fn next_plus(&self) -> Decimal {
        self.neighbour(!self.0.is_negative)
    }

    /// `self.next_minus()`.
    #[must_use]
    pub fn next_minus(&self) -> Decimal {
        self.neighbour(self.0.is_negative)
    }

    /// The root of a ratio that is not negative, rounded once.
    pub(crate) fn root_of_ratio(n: &Int, m: &Int) -> Result<Decimal, Exception> {
        if n.signum() == 0 {
            return "0.0".decimal();
        }
        let root = n.decimal()?.try_over(m)?.try_sqrt()?;
        // Whether the ratio lies beyond the middle between the root and its neighbour.
        let (over, under) = root.as_integer_ratio();
        let middle = |other: &Decimal| {
            let (a, b) = other.as_integer_ratio();
            let (top, bottom) = (&(&over * &b) + &(&under * &a), &under * &b);
            (n * 4 * &bottom * &bottom).cmp(&(m * &top * &top))
        };
        let (plus, minus) = (root.next_plus(), root.next_minus());
        Ok(match (middle(&plus), middle(&minus)) {
            (std::cmp::Ordering::Greater, _) => plus,
            (_, std::cmp::Ordering::Less) => minus,
            _ => root,
        })
    }
}
