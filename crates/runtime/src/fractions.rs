//! `fractions`: exact ratios of integers.

use std::cmp::Ordering;
use std::fmt;
use std::rc::Rc;

use crate::complex::Complex;
use crate::exc::{Exception, OverflowError, ZeroDivisionError, value_error};
use crate::hash::{PyHash, not_minus_one};
use crate::int::{Int, big_gcd};
use crate::item::Item;
use crate::macros::raising_methods;
use crate::num::Num;
use crate::show::{Repr, py, repr_str};
use crate::str::Str;
use crate::truth::Truth;

/// Python's `Fraction`: in lowest terms, the denominator positive.
#[derive(Clone, PartialEq)]
pub struct Fraction(Rc<(Int, Int)>);

/// What a fraction is made of or meets in an operation.
pub trait Rational {
    /// Numerator and denominator.
    ///
    /// # Errors
    /// Of what is no finite number.
    fn ratio(&self) -> Result<(Int, Int), Exception>;
}

impl Rational for i64 {
    fn ratio(&self) -> Result<(Int, Int), Exception> {
        Ok((Int::from(*self), Int::ONE))
    }
}

impl Rational for bool {
    fn ratio(&self) -> Result<(Int, Int), Exception> {
        Ok((Int::from(*self), Int::ONE))
    }
}

impl Rational for Int {
    fn ratio(&self) -> Result<(Int, Int), Exception> {
        Ok((self.clone(), Int::ONE))
    }
}

impl Rational for f64 {
    fn ratio(&self) -> Result<(Int, Int), Exception> {
        crate::float::try_as_integer_ratio(*self)
    }
}

impl Rational for Num {
    fn ratio(&self) -> Result<(Int, Int), Exception> {
        match self {
            Num::Int(value) => value.ratio(),
            Num::Float(value) => value.ratio(),
        }
    }
}

impl Rational for Fraction {
    fn ratio(&self) -> Result<(Int, Int), Exception> {
        Ok((self.0.0.clone(), self.0.1.clone()))
    }
}

impl Rational for crate::decimal::Decimal {
    fn ratio(&self) -> Result<(Int, Int), Exception> {
        Ok(self.as_integer_ratio())
    }
}

impl Rational for str {
    fn ratio(&self) -> Result<(Int, Int), Exception> {
        let invalid = || value_error(format!("Invalid literal for Fraction: {}", repr_str(self)));
        let (numerator, denominator) = parse(self.trim()).ok_or_else(invalid)?;
        if denominator.signum() == 0 {
            return Err(zero_denominator(&numerator));
        }
        Ok((numerator, denominator))
    }
}

impl Rational for Str {
    fn ratio(&self) -> Result<(Int, Int), Exception> {
        self.as_str().ratio()
    }
}

fn digits(text: &str) -> Option<Int> {
    let plain = crate::int::without_underscores(text)?;
    if !plain.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    crate::int::try_big_parse(&plain).ok()
}

fn ten_to(power: usize) -> Int {
    Int::from(10_i64).pow(&Int::from(power))
}

/// `[sign] digits ["/" digits]`, or a decimal number with an exponent.
fn parse(text: &str) -> Option<(Int, Int)> {
    let body = text.strip_prefix(['+', '-']).unwrap_or(text);
    let signed = |n: Int| if text.starts_with('-') { -n } else { n };
    if let Some((numerator, denominator)) = body.split_once('/') {
        return Some((signed(digits(numerator)?), digits(denominator)?));
    }
    let (number, exponent) = match body.split_once(['e', 'E']) {
        Some((number, exponent)) => {
            let size = digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))?.to_i64()?;
            (number, if exponent.starts_with('-') { -size } else { size })
        }
        None => (body, 0),
    };
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let part = |text: &str| if text.is_empty() { Some(Int::ZERO) } else { digits(text) };
    let n_places = fraction.bytes().filter(|b| *b != b'_').count();
    let numerator = part(whole)? * ten_to(n_places) + part(fraction)?;
    let places = exponent - n_places as i64;
    let scale = ten_to(usize::try_from(places.unsigned_abs()).ok()?);
    Some(if places >= 0 { (signed(numerator * scale), Int::ONE) } else { (signed(numerator), scale) })
}

fn zero_denominator(numerator: &Int) -> Exception {
    Exception::new(ZeroDivisionError, format!("Fraction({}, 0)", py(numerator)))
}

impl Fraction {
    fn reduced(numerator: Int, denominator: Int) -> Result<Fraction, Exception> {
        if denominator.signum() == 0 {
            return Err(zero_denominator(&numerator));
        }
        let divisor = big_gcd(&numerator, &denominator);
        let divisor = if denominator.signum() < 0 { -divisor } else { divisor };
        Ok(Fraction(Rc::new((numerator.floor_div(&divisor), denominator.floor_div(&divisor)))))
    }

    /// Of what is known to have a denominator.
    fn of_parts(numerator: Int, denominator: Int) -> Fraction {
        crate::exc::or_end(Fraction::reduced(numerator, denominator))
    }

    /// `Fraction()`.
    #[must_use]
    pub fn zero() -> Fraction {
        Fraction(Rc::new((Int::ZERO, Int::ONE)))
    }

    /// `Fraction(value)`.
    ///
    /// # Errors
    /// `ValueError` for other text, `OverflowError` and `ValueError` for floats that are no numbers.
    pub fn try_of<R: Rational + ?Sized>(value: &R) -> Result<Fraction, Exception> {
        let (numerator, denominator) = value.ratio()?;
        Fraction::reduced(numerator, denominator)
    }

    /// The same where nobody observes the exception.
    #[must_use]
    pub fn of<R: Rational + ?Sized>(value: &R) -> Fraction {
        crate::exc::or_end(Fraction::try_of(value))
    }

    /// `Fraction(numerator, denominator)`.
    ///
    /// # Errors
    /// `ZeroDivisionError`.
    pub fn try_ratio<A: Rational, B: Rational>(
        numerator: &A,
        denominator: &B,
    ) -> Result<Fraction, Exception> {
        let ((a, b), (c, d)) = (numerator.ratio()?, denominator.ratio()?);
        Fraction::reduced(a * d, b * c)
    }

    /// The same where nobody observes the exception.
    #[must_use]
    pub fn ratio_of<A: Rational, B: Rational>(numerator: &A, denominator: &B) -> Fraction {
        crate::exc::or_end(Fraction::try_ratio(numerator, denominator))
    }

    /// See [`Fraction::try_ratio`].
    ///
    /// # Errors
    /// `ZeroDivisionError`.
    pub fn try_ratio_of<A: Rational, B: Rational>(
        numerator: &A,
        denominator: &B,
    ) -> Result<Fraction, Exception> {
        Fraction::try_ratio(numerator, denominator)
    }

    /// `self.numerator`.
    #[must_use]
    pub fn numerator(&self) -> Int {
        self.0.0.clone()
    }

    /// `self.denominator`.
    #[must_use]
    pub fn denominator(&self) -> Int {
        self.0.1.clone()
    }

    /// `self.as_integer_ratio()`.
    #[must_use]
    pub fn as_integer_ratio(&self) -> (Int, Int) {
        (self.numerator(), self.denominator())
    }

    /// `-self`.
    #[must_use]
    pub fn negative(&self) -> Fraction {
        Fraction(Rc::new((-self.numerator(), self.denominator())))
    }

    /// `+self`.
    #[must_use]
    pub fn positive(&self) -> Fraction {
        self.clone()
    }

    /// `abs(self)`.
    #[must_use]
    pub fn abs(&self) -> Fraction {
        Fraction(Rc::new((self.0.0.abs(), self.denominator())))
    }

    /// `math.floor(self)`.
    #[must_use]
    pub fn floor(&self) -> Int {
        self.0.0.floor_div(&self.0.1)
    }

    /// `math.ceil(self)`.
    #[must_use]
    pub fn ceil(&self) -> Int {
        -(-self.numerator()).floor_div(&self.0.1)
    }

    /// `int(self)`.
    #[must_use]
    pub fn trunc(&self) -> Int {
        if self.0.0.signum() < 0 { self.ceil() } else { self.floor() }
    }

    /// `round(self)`: half to even.
    #[must_use]
    pub fn round(&self) -> Int {
        let (floor, rest) = self.0.0.divmod(&self.0.1);
        let is_odd = (&floor & 1).signum() != 0;
        match (rest * 2).cmp(&self.0.1) {
            Ordering::Less => floor,
            Ordering::Equal if !is_odd => floor,
            _ => floor + 1,
        }
    }

    /// `round(self, digits)`.
    #[must_use]
    pub fn round_to(&self, digits: i64) -> Fraction {
        let shift = ten_to(usize::try_from(digits.unsigned_abs()).unwrap_or(0));
        if digits > 0 {
            let scaled = Fraction::of_parts(self.numerator() * &shift, self.denominator());
            Fraction::of_parts(scaled.round(), shift)
        } else {
            let scaled = Fraction::of_parts(self.numerator(), self.denominator() * &shift);
            Fraction::of_parts(scaled.round() * shift, Int::ONE)
        }
    }

    fn order(&self, other: &impl Rational) -> Option<Ordering> {
        let (numerator, denominator) = other.ratio().ok()?;
        Some((self.numerator() * denominator).cmp(&(numerator * &self.0.1)))
    }

    fn order_float(&self, other: f64) -> Option<Ordering> {
        if other.is_infinite() {
            return Some(if other > 0.0 { Ordering::Less } else { Ordering::Greater });
        }
        self.order(&other)
    }
}

macro_rules! comparisons {
    ($($name:ident $float:ident $is:ident: $doc:literal;)*) => {
        impl Fraction { $(
            #[doc = $doc]
            #[must_use]
            pub fn $name(&self, other: &impl Rational) -> bool {
                self.order(other).is_some_and(Ordering::$is)
            }

            #[doc = $doc]
            #[must_use]
            pub fn $float(&self, other: f64) -> bool {
                self.order_float(other).is_some_and(Ordering::$is)
            }
        )* }
    };
}

comparisons! {
    equals equals_float is_eq: "`self == other`.";
    less less_float is_lt: "`self < other`.";
    at_most at_most_float is_le: "`self <= other`.";
    greater greater_float is_gt: "`self > other`.";
    at_least at_least_float is_ge: "`self >= other`.";
}

impl Fraction {
    /// `self == other` of a complex number.
    #[must_use]
    pub fn equals_complex(&self, other: Complex) -> bool {
        other.imag == 0.0 && self.equals_float(other.real)
    }
}

impl Fraction {
    raising_methods! {
        /// `float(self)`.
        fn try_float / float(&self) -> f64 {
            self.0.0.try_true_div(&self.0.1).map_err(|_| {
                Exception::new(OverflowError, "integer division result too large for a float")
            })
        }

        /// `self + other`.
        fn try_plus / plus[R: Rational](&self, other: &R) -> Fraction {
            let (n, d) = other.ratio()?;
            Fraction::reduced(self.numerator() * &d + n * &self.0.1, self.denominator() * d)
        }

        /// `self - other`.
        fn try_minus / minus[R: Rational](&self, other: &R) -> Fraction {
            let (n, d) = other.ratio()?;
            Fraction::reduced(self.numerator() * &d - n * &self.0.1, self.denominator() * d)
        }

        /// `other - self`.
        fn try_minus_from / minus_from[R: Rational](&self, other: &R) -> Fraction { Ok(self.try_minus(other)?.negative()) }

        /// `self * other`.
        fn try_times / times[R: Rational](&self, other: &R) -> Fraction {
            let (n, d) = other.ratio()?;
            Fraction::reduced(self.numerator() * n, self.denominator() * d)
        }

        /// `self / other`.
        fn try_over / over[R: Rational](&self, other: &R) -> Fraction {
            let (n, d) = other.ratio()?;
            if n.signum() == 0 {
                // CPython has cancelled by then.
                return Err(zero_denominator(&Int::from(self.0.0.signum())));
            }
            Fraction::reduced(self.numerator() * d, self.denominator() * n)
        }

        /// `other / self`.
        fn try_under / under[R: Rational](&self, other: &R) -> Fraction {
            let (n, d) = other.ratio()?;
            if self.0.0.signum() == 0 {
                return Err(zero_denominator(&Int::from(n.signum())));
            }
            Fraction::reduced(n * &self.0.1, d * &self.0.0)
        }

        /// `self // other`.
        fn try_floor_over / floor_over[R: Rational](&self, other: &R) -> Int {
            let (n, d) = other.ratio()?;
            (self.numerator() * d).try_floor_div(&(self.denominator() * n))
        }

        /// `divmod(self, other)`.
        fn try_divided / divided[R: Rational](&self, other: &R) -> (Int, Fraction) {
            Ok((self.try_floor_over(other)?, self.try_rest(other)?))
        }

        /// `other // self`.
        fn try_floor_under / floor_under[R: Rational](&self, other: &R) -> Int {
            let (n, d) = other.ratio()?;
            (n * &self.0.1).try_floor_div(&(d * &self.0.0))
        }

        /// `self % other`.
        fn try_rest / rest[R: Rational](&self, other: &R) -> Fraction {
            let (n, d) = other.ratio()?;
            let rest = (self.numerator() * &d).try_modulo(&(n * &self.0.1))?;
            Fraction::reduced(rest, self.denominator() * d)
        }

        /// `other % self`.
        fn try_rest_of / rest_of[R: Rational](&self, other: &R) -> Fraction { Fraction::try_of_rational(other)?.try_rest(self) }

        /// `self ** exponent`.
        fn try_power / power(&self, exponent: Int) -> Fraction {
            let size = exponent.abs();
            let (n, d) = (self.0.0.try_pow(&size)?, self.0.1.try_pow(&size)?);
            if exponent.signum() >= 0 { Fraction::reduced(n, d) } else { Fraction::reduced(d, n) }
        }

        /// `self + other` of a float; the others likewise.
        fn try_plus_float / plus_float(&self, other: f64) -> f64 { Ok(self.try_float()? + other) }

        /// `self - other`.
        fn try_minus_float / minus_float(&self, other: f64) -> f64 { Ok(self.try_float()? - other) }

        /// `other - self`.
        fn try_float_minus / float_minus(&self, other: f64) -> f64 { Ok(other - self.try_float()?) }

        /// `self * other`.
        fn try_times_float / times_float(&self, other: f64) -> f64 { Ok(self.try_float()? * other) }

        /// `self / other`.
        fn try_over_float / over_float(&self, other: f64) -> f64 { crate::float::try_true_div(self.try_float()?, other) }

        /// `other / self`.
        fn try_float_over / float_over(&self, other: f64) -> f64 { crate::float::try_true_div(other, self.try_float()?) }

        /// `self ** other`.
        fn try_power_float / power_float(&self, other: f64) -> f64 { crate::float::try_pow(self.try_float()?, other) }

        /// `self.limit_denominator()`.
        fn try_limit_denominator_million / limit_denominator_million(&self) -> Fraction {
            self.try_limit_denominator(Int::from(1_000_000_i64))
        }

        /// `self.limit_denominator(most)`.
        fn try_limit_denominator / limit_denominator(&self, most: Int) -> Fraction {
            if most.signum() < 1 {
                return Err(value_error("max_denominator should be at least 1"));
            }
            if self.0.1 <= most {
                return Ok(self.clone());
            }
            // The last two convergents of the continued fraction, and what lies between them.
            let (mut p0, mut q0, mut p1, mut q1) = (Int::ZERO, Int::ONE, Int::ONE, Int::ZERO);
            let (mut n, mut d) = self.as_integer_ratio();
            loop {
                let (a, rest) = n.divmod(&d);
                let q2 = &q0 + &(&a * &q1);
                if q2 > most {
                    break;
                }
                let p2 = &p0 + &(&a * &p1);
                (p0, q0, p1, q1) = (p1, q1, p2, q2);
                (n, d) = (d, rest);
            }
            let k = (&most - &q0).floor_div(&q1);
            let first = Fraction::of_parts(&p0 + &(&k * &p1), &q0 + &(&k * &q1));
            let second = Fraction::of_parts(p1, q1);
            let far = |bound: &Fraction| crate::exc::or_end(bound.try_minus(self)).abs();
            Ok(if far(&second).at_most(&far(&first)) { second } else { first })
        }
    }

    fn try_of_rational<R: Rational>(value: &R) -> Result<Fraction, Exception> {
        Fraction::try_of(value)
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.order(other)
    }
}

impl PyHash for Fraction {
    fn py_hash(&self) -> i64 {
        // Fermat: the inverse of the denominator modulo the prime that numbers are hashed by.
        let prime = Int::from((1_i64 << 61) - 1);
        let inverse = self.0.1.pow_mod(&(&prime - &Int::from(2_i64)), &prime);
        let size = if inverse.signum() == 0 {
            314_159
        } else {
            (self.0.0.abs() * inverse).modulo(&prime).to_i64().unwrap_or(0)
        };
        not_minus_one(if self.0.0.signum() < 0 { -size } else { size })
    }
}

impl Truth for Fraction {
    fn truth(&self) -> bool {
        self.0.0.signum() != 0
    }
}

impl Repr for Fraction {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fraction({}, {})", py(&self.0.0), py(&self.0.1))
    }

    fn str(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.1 == Int::ONE {
            return write!(f, "{}", py(&self.0.0));
        }
        write!(f, "{}/{}", py(&self.0.0), py(&self.0.1))
    }
}

// SAFETY: counts a reference.
unsafe impl Item for Fraction {
    fn same(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Fraction {
    /// Python's `self is other`.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
