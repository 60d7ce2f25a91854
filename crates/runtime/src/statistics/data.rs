//! The numbers that data sets are made of.

use crate::Num;
use crate::decimal::{Decimal, Number};
use crate::exc::Exception;
use crate::fractions::{Fraction, Rational};
use crate::int::{Int, big_isqrt};

/// A number of a data set.
pub trait Data: Rational + Clone {
    /// What means and variances of such numbers are.
    type Mean;
    /// What deviations of such numbers are.
    type Root;
    /// What the square of a distance between two is.
    type Square: Data<Mean = Self::Mean, Root = Self::Root>;

    /// The ratio as one; whether any of the data is a float.
    fn mean_of(numerator: &Int, denominator: &Int, any_float: bool) -> Result<Self::Mean, Exception>;

    /// The root of a ratio.
    fn root_of(numerator: &Int, denominator: &Int) -> Result<Self::Root, Exception>;

    /// Whether it is a float.
    fn is_float(&self) -> bool {
        false
    }

    /// A float that is infinite or no number, and so no ratio.
    fn unbounded(&self) -> Option<f64> {
        None
    }

    /// What a mean of data with such a float is; only asked of types that have some.
    fn unbounded_mean(value: f64) -> Self::Mean;

    /// Half the sum of two.
    fn middle(low: &Self, high: &Self) -> Result<Self::Mean, Exception>;

    /// One of them as it is.
    fn single(self) -> Self::Mean;

    /// The order of the data.
    fn order(&self, other: &Self) -> std::cmp::Ordering;

    /// The square of the distance, as the type subtracts and multiplies.
    fn squared_distance(&self, from: &Self) -> Result<Self::Square, Exception>;
}

fn partial_order<T: PartialOrd>(a: &T, b: &T) -> std::cmp::Ordering {
    a.partial_cmp(b).unwrap_or_else(|| crate::output::trap("a median of NaN"))
}

/// The root of a ratio, rounded once: an integer root whose last bit says whether something is left.
fn root(n: &Int, m: &Int) -> Result<f64, Exception> {
    let to_odd = |n: &Int, m: &Int| {
        let root = big_isqrt(&n.floor_div(m));
        if &(&root * &root) * m == *n { root } else { root | 1 }
    };
    let half = (n.bit_length() - m.bit_length() - 109).div_euclid(2);
    let (size, twice) = (Int::from(half.abs()), Int::from(2 * half.abs()));
    if half >= 0 {
        to_odd(n, &m.shl(&twice)).shl(&size).try_float()
    } else {
        to_odd(&n.shl(&twice), m).try_true_div(&Int::ONE.shl(&size))
    }
}

impl Data for f64 {
    type Mean = f64;
    type Root = f64;
    type Square = f64;

    fn mean_of(numerator: &Int, denominator: &Int, _: bool) -> Result<f64, Exception> {
        numerator.try_true_div(denominator)
    }

    fn root_of(numerator: &Int, denominator: &Int) -> Result<f64, Exception> {
        root(numerator, denominator)
    }

    fn is_float(&self) -> bool {
        true
    }

    fn unbounded(&self) -> Option<f64> {
        (!self.is_finite()).then_some(*self)
    }

    fn unbounded_mean(value: f64) -> f64 {
        value
    }

    fn middle(low: &f64, high: &f64) -> Result<f64, Exception> {
        Ok((low + high) / 2.0)
    }

    fn single(self) -> f64 {
        self
    }

    fn order(&self, other: &f64) -> std::cmp::Ordering {
        partial_order(self, other)
    }

    fn squared_distance(&self, from: &f64) -> Result<f64, Exception> {
        let distance = self - from;
        Ok(distance * distance)
    }
}

macro_rules! whole_data {
    ($($ty:ty),*) => { $(
        impl Data for $ty {
            type Mean = Num;
            type Root = f64;
            type Square = Int;

            fn mean_of(numerator: &Int, denominator: &Int, _: bool) -> Result<Num, Exception> {
                let (whole, rest) = numerator.divmod(denominator);
                if rest.signum() == 0 {
                    return Ok(Num::from(whole));
                }
                numerator.try_true_div(denominator).map(Num::from)
            }

            fn root_of(numerator: &Int, denominator: &Int) -> Result<f64, Exception> {
                root(numerator, denominator)
            }

            fn unbounded_mean(value: f64) -> Num {
                Num::from(value)
            }

            fn middle(low: &$ty, high: &$ty) -> Result<Num, Exception> {
                let sum = Int::from(low.clone()) + Int::from(high.clone());
                sum.try_true_div(&Int::from(2_i64)).map(Num::from)
            }

            fn single(self) -> Num {
                Num::from(Int::from(self))
            }

            fn order(&self, other: &$ty) -> std::cmp::Ordering {
                self.cmp(other)
            }

            fn squared_distance(&self, from: &$ty) -> Result<Int, Exception> {
                let distance = Int::from(self.clone()) - Int::from(from.clone());
                Ok(&distance * &distance)
            }
        }
    )* };
}

whole_data!(bool, i64, Int);

impl Data for Num {
    type Mean = Num;
    type Root = f64;
    type Square = Num;

    fn mean_of(numerator: &Int, denominator: &Int, any_float: bool) -> Result<Num, Exception> {
        if any_float {
            return numerator.try_true_div(denominator).map(Num::from);
        }
        Int::mean_of(numerator, denominator, false)
    }

    fn root_of(numerator: &Int, denominator: &Int) -> Result<f64, Exception> {
        root(numerator, denominator)
    }

    fn is_float(&self) -> bool {
        Num::is_float(self)
    }

    fn unbounded(&self) -> Option<f64> {
        match self {
            Num::Int(_) => None,
            Num::Float(value) => value.unbounded(),
        }
    }

    fn unbounded_mean(value: f64) -> Num {
        Num::from(value)
    }

    fn middle(low: &Num, high: &Num) -> Result<Num, Exception> {
        low.try_add(high)?.try_true_div(&Num::from(2_i64)).map(Num::from)
    }

    fn single(self) -> Num {
        self
    }

    fn order(&self, other: &Num) -> std::cmp::Ordering {
        partial_order(self, other)
    }

    fn squared_distance(&self, from: &Num) -> Result<Num, Exception> {
        let distance = self.try_sub(from)?;
        distance.try_mul(&distance)
    }
}

impl Data for Fraction {
    type Mean = Fraction;
    type Root = f64;
    type Square = Fraction;

    fn mean_of(numerator: &Int, denominator: &Int, _: bool) -> Result<Fraction, Exception> {
        Fraction::try_ratio(numerator, denominator)
    }

    fn root_of(numerator: &Int, denominator: &Int) -> Result<f64, Exception> {
        root(numerator, denominator)
    }

    fn unbounded_mean(_: f64) -> Fraction {
        Fraction::zero()
    }

    fn middle(low: &Fraction, high: &Fraction) -> Result<Fraction, Exception> {
        low.try_plus(high)?.try_over(&2_i64)
    }

    fn single(self) -> Fraction {
        self
    }

    fn order(&self, other: &Fraction) -> std::cmp::Ordering {
        partial_order(self, other)
    }

    fn squared_distance(&self, from: &Fraction) -> Result<Fraction, Exception> {
        let distance = self.try_minus(from)?;
        distance.try_times(&distance)
    }
}

impl Data for Decimal {
    type Mean = Decimal;
    type Root = Decimal;
    type Square = Decimal;

    fn mean_of(numerator: &Int, denominator: &Int, _: bool) -> Result<Decimal, Exception> {
        numerator.decimal()?.try_over(denominator)
    }

    fn root_of(numerator: &Int, denominator: &Int) -> Result<Decimal, Exception> {
        Decimal::root_of_ratio(numerator, denominator)
    }

    fn unbounded_mean(_: f64) -> Decimal {
        Decimal::zero()
    }

    fn middle(low: &Decimal, high: &Decimal) -> Result<Decimal, Exception> {
        low.try_plus(high)?.try_over(&2_i64)
    }

    fn single(self) -> Decimal {
        self
    }

    fn order(&self, other: &Decimal) -> std::cmp::Ordering {
        partial_order(self, other)
    }

    fn squared_distance(&self, from: &Decimal) -> Result<Decimal, Exception> {
        let distance = self.try_minus(from)?;
        distance.try_times(&distance)
    }
}
