//! `decimal`: decimal numbers of the context's precision.
//!
//! Infinities and NaN do not arise under the default traps and cannot be made; exponents past ±999999 trap.
//! Source: the library reference, *decimal*; IBM's General Decimal Arithmetic Specification 1.70.

mod context;
mod neighbour;
mod parts;

pub use context::{
    Context, ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
    ROUND_HALF_UP, ROUND_UP, context, context_rounding, getcontext, try_context, try_context_rounding,
};
pub use parts::DecimalTuple;

use std::cmp::Ordering;
use std::fmt;
use std::rc::Rc;

use crate::complex::Complex;
use crate::exc::{DecimalDivisionByZero, DecimalInvalidOperation, Exception};
use crate::format::PyFormat;
use crate::hash::{PyHash, not_minus_one};
use crate::int::{Int, big_isqrt, digits};
use crate::item::Item;
use crate::macros::raising_methods;
use crate::num::Num;
use crate::output::trap;
use crate::show::Repr;
use crate::str::Str;
use crate::truth::Truth;

use context::{PRECISION, ROUNDING, Rounding, rounding_of};

/// The largest exponent of a number in scientific notation.
const MOST: i64 = 999_999;

/// Python's `Decimal`.
#[derive(Clone)]
pub struct Decimal(Rc<Parts>);

/// `(-1)^is_negative * size * 10^exponent`.
#[derive(Clone)]
struct Parts {
    is_negative: bool,
    size: Int,
    exponent: i64,
}

fn ten_to(power: i64) -> Int {
    Int::from(10_i64).pow(&Int::from(power.max(0)))
}

fn n_digits(size: &Int) -> i64 {
    digits(size, 10).len() as i64
}

fn invalid(condition: &str) -> Exception {
    Exception::with_arg(DecimalInvalidOperation, &Signal(condition.to_owned()))
}

fn division_by_zero() -> Exception {
    Exception::with_arg(DecimalDivisionByZero, &Signal("DivisionByZero".to_owned()))
}

/// The list of signals that exceptions of arithmetic hold.
#[derive(Clone)]
struct Signal(String);

impl Repr for Signal {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let classes: Vec<String> =
            self.0.split(' ').map(|name| format!("<class 'decimal.{name}'>")).collect();
        write!(f, "[{}]", classes.join(", "))
    }
}

fn is_odd(n: &Int) -> bool {
    (n & 1).signum() != 0
}

impl Parts {
    fn is_zero(&self) -> bool {
        self.size.signum() == 0
    }

    fn adjusted(&self) -> i64 {
        self.exponent + n_digits(&self.size) - 1
    }

    fn signed(&self) -> Int {
        if self.is_negative { -&self.size } else { self.size.clone() }
    }

    fn of_signed(signed: &Int, exponent: i64) -> Parts {
        Parts { is_negative: signed.signum() < 0, size: signed.abs(), exponent }
    }

    /// The same number, rounded if need be, with another exponent.
    fn rescaled(&self, exponent: i64, rounding: Rounding) -> Parts {
        let drop = exponent - self.exponent;
        if drop <= 0 || self.is_zero() {
            let size = if self.is_zero() { Int::ZERO } else { &self.size * &ten_to(-drop) };
            return Parts { size, exponent, ..*self };
        }
        // Past all digits any further position rounds alike.
        let unit = ten_to(drop.min(n_digits(&self.size) + 1));
        let (size, rest) = self.size.divmod(&unit);
        let half = (&rest + &rest).cmp(&unit);
        let is_exact = rest.signum() == 0;
        let is_up = match rounding {
            Rounding::Down => false,
            Rounding::Up => !is_exact,
            Rounding::Ceiling => !is_exact && !self.is_negative,
            Rounding::Floor => !is_exact && self.is_negative,
            Rounding::HalfUp => half != Ordering::Less,
            Rounding::HalfDown => half == Ordering::Greater,
            Rounding::HalfEven => half == Ordering::Greater || half == Ordering::Equal && is_odd(&size),
            Rounding::ZeroFiveUp => !is_exact && size.modulo(&Int::from(5_i64)).signum() == 0,
        };
        Parts { size: if is_up { size + 1 } else { size }, exponent, ..*self }
    }

    fn rounded_to(self, precision: i64, rounding: Rounding) -> Parts {
        let excess = n_digits(&self.size) - precision;
        if excess <= 0 {
            return self;
        }
        let rounded = self.rescaled(self.exponent + excess, rounding);
        // 9.99 became 10.0: a digit too many, a zero.
        if n_digits(&rounded.size) > precision {
            rounded.rescaled(rounded.exponent + 1, rounding)
        } else {
            rounded
        }
    }

    /// The size of the product, in `precision` digits.
    fn times(&self, other: &Parts, precision: i64) -> Parts {
        let exponent = self.exponent + other.exponent;
        if exponent.abs() > 2 * MOST {
            trap("the exponent of a Decimal is past 999999");
        }
        let product = Parts { is_negative: false, size: &self.size * &other.size, exponent };
        product.rounded_to(precision, Rounding::HalfEven)
    }

    /// As the context has it.
    fn finished(self) -> Decimal {
        let rounded = self.rounded_to(PRECISION.get(), ROUNDING.get());
        if rounded.exponent.abs() > MOST || rounded.adjusted().abs() > MOST {
            trap("the exponent of a Decimal is past 999999");
        }
        Decimal(Rc::new(rounded))
    }

    /// Both as integers of one exponent.
    fn aligned(&self, other: &Parts) -> (Int, Int, i64) {
        let exponent = self.exponent.min(other.exponent);
        let scaled = |one: &Parts| one.signed() * ten_to(one.exponent - exponent);
        (scaled(self), scaled(other), exponent)
    }
}

/// What a `Decimal` is made of or meets in an operation.
pub trait Number {
    /// The number, exactly.
    ///
    /// # Errors
    /// `InvalidOperation` of text that is no number.
    fn decimal(&self) -> Result<Decimal, Exception>;
}

impl Number for i64 {
    fn decimal(&self) -> Result<Decimal, Exception> {
        Int::from(*self).decimal()
    }
}

impl Number for bool {
    fn decimal(&self) -> Result<Decimal, Exception> {
        Int::from(*self).decimal()
    }
}

impl Number for Int {
    fn decimal(&self) -> Result<Decimal, Exception> {
        Ok(Decimal(Rc::new(Parts::of_signed(self, 0))))
    }
}

impl Number for f64 {
    fn decimal(&self) -> Result<Decimal, Exception> {
        if !self.is_finite() {
            trap("a Decimal that is infinite or NaN");
        }
        let (numerator, denominator) = crate::float::try_as_integer_ratio(self.abs())?;
        let power = denominator.bit_length() - 1;
        let size = numerator * Int::from(5_i64).pow(&Int::from(power));
        Ok(Decimal(Rc::new(Parts { is_negative: self.is_sign_negative(), size, exponent: -power })))
    }
}

impl Number for crate::num::Num {
    fn decimal(&self) -> Result<Decimal, Exception> {
        match self {
            crate::num::Num::Int(value) => value.decimal(),
            crate::num::Num::Float(value) => value.decimal(),
        }
    }
}

impl Number for Decimal {
    fn decimal(&self) -> Result<Decimal, Exception> {
        Ok(self.clone())
    }
}

impl Number for str {
    fn decimal(&self) -> Result<Decimal, Exception> {
        let parts = parse(&self.trim().replace('_', "")).ok_or_else(|| invalid("ConversionSyntax"))?;
        Ok(Decimal(Rc::new(parts)))
    }
}

impl Number for Str {
    fn decimal(&self) -> Result<Decimal, Exception> {
        self.as_str().decimal()
    }
}

fn parse(text: &str) -> Option<Parts> {
    let is_negative = text.starts_with('-');
    let body = text.strip_prefix(['+', '-']).unwrap_or(text);
    let lower = body.to_ascii_lowercase();
    let word = lower.trim_end_matches(|c: char| c.is_ascii_digit());
    if text.chars().any(|c| !c.is_ascii() && !c.is_numeric()) {
        return None;
    }
    if matches!(word, "inf" | "infinity" | "nan" | "snan") || !text.is_ascii() {
        trap("a Decimal of text that is infinite, NaN or has other digits than those of ASCII");
    }
    let (number, exponent) = match lower.split_once('e') {
        Some((number, exponent)) => {
            let size = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
            if size.is_empty() || !size.bytes().all(|b| b.is_ascii_digit()) {
                return None;
            }
            let size = size.parse::<i64>().ok().filter(|&size| size <= MOST);
            let size = size.unwrap_or_else(|| trap("the exponent of a Decimal is past 999999"));
            (number, if exponent.starts_with('-') { -size } else { size })
        }
        None => (lower.as_str(), 0),
    };
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let all = format!("{whole}{fraction}");
    if all.is_empty() || !all.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let size = crate::int::literal(&all);
    Some(Parts { is_negative, size, exponent: exponent - fraction.len() as i64 })
}

impl Decimal {
    /// `Decimal()`.
    #[must_use]
    pub fn zero() -> Decimal {
        Decimal(Rc::new(Parts { is_negative: false, size: Int::ZERO, exponent: 0 }))
    }

    /// `Decimal(value)`.
    ///
    /// # Errors
    /// `InvalidOperation` of text that is no number.
    pub fn try_of<N: Number + ?Sized>(value: &N) -> Result<Decimal, Exception> {
        value.decimal()
    }

    /// The same where nobody observes the exception.
    #[must_use]
    pub fn of<N: Number + ?Sized>(value: &N) -> Decimal {
        crate::exc::or_end(value.decimal())
    }

    /// `-self`, rounded as the context has it.
    #[must_use]
    pub fn negative(&self) -> Decimal {
        let is_negative = !self.0.is_negative && (!self.0.is_zero() || ROUNDING.get() == Rounding::Floor);
        Parts { is_negative, ..(*self.0).clone() }.finished()
    }

    /// `+self`, rounded as the context has it.
    #[must_use]
    pub fn positive(&self) -> Decimal {
        let is_negative = self.0.is_negative && (!self.0.is_zero() || ROUNDING.get() == Rounding::Floor);
        Parts { is_negative, ..(*self.0).clone() }.finished()
    }

    /// `abs(self)`.
    #[must_use]
    pub fn abs(&self) -> Decimal {
        Parts { is_negative: false, ..(*self.0).clone() }.finished()
    }

    /// `self.copy_abs()`.
    #[must_use]
    pub fn copy_abs(&self) -> Decimal {
        Decimal(Rc::new(Parts { is_negative: false, ..(*self.0).clone() }))
    }

    /// `self.copy_negate()`.
    #[must_use]
    pub fn copy_negate(&self) -> Decimal {
        Decimal(Rc::new(Parts { is_negative: !self.0.is_negative, ..(*self.0).clone() }))
    }

    /// `self.copy_sign(other)`.
    #[must_use]
    pub fn copy_sign<N: Number + ?Sized>(&self, other: &N) -> Decimal {
        let is_negative = crate::exc::or_end(other.decimal()).0.is_negative;
        Decimal(Rc::new(Parts { is_negative, ..(*self.0).clone() }))
    }

    /// `self.scaleb(other)`: the digits are the same, the exponent is that much larger.
    #[must_use]
    pub fn scaleb(&self, other: i64) -> Decimal {
        let exponent = self.0.exponent.saturating_add(other);
        Parts { exponent, ..(*self.0).clone() }.finished()
    }

    /// `self.same_quantum(other)`: whether both have as many places.
    #[must_use]
    pub fn same_quantum<N: Number + ?Sized>(&self, other: &N) -> bool {
        self.0.exponent == crate::exc::or_end(other.decimal()).0.exponent
    }

    /// `self.adjusted()`.
    #[must_use]
    pub fn adjusted(&self) -> i64 {
        self.0.adjusted()
    }

    /// `self.as_integer_ratio()`.
    #[must_use]
    pub fn as_integer_ratio(&self) -> (Int, Int) {
        let (numerator, denominator) = (self.0.signed(), ten_to(-self.0.exponent));
        if self.0.exponent >= 0 {
            return (numerator * ten_to(self.0.exponent), Int::ONE);
        }
        let divisor = crate::int::big_gcd(&numerator, &denominator);
        (numerator.floor_div(&divisor), denominator.floor_div(&divisor))
    }

    /// `self.compare(other)`.
    #[must_use]
    pub fn compare<N: Number + ?Sized>(&self, other: &N) -> Decimal {
        let order = self.order(&crate::exc::or_end(other.decimal())) as i64;
        crate::exc::or_end(order.decimal())
    }

    /// `self.is_nan()`: it never is one here.
    #[must_use]
    pub fn is_nan(&self) -> bool {
        false
    }

    /// `self.is_infinite()`: it never is.
    #[must_use]
    pub fn is_infinite(&self) -> bool {
        false
    }

    /// `self.is_finite()`: it always is.
    #[must_use]
    pub fn is_finite(&self) -> bool {
        true
    }

    /// `self.is_zero()`.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// `self.is_signed()`.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        self.0.is_negative
    }

    /// `self.normalize()`.
    #[must_use]
    pub fn normalize(&self) -> Decimal {
        let mut parts = (*Decimal::finished_of(&self.0).0).clone();
        if parts.is_zero() {
            parts.exponent = 0;
        }
        while !parts.is_zero() {
            let (size, rest) = parts.size.divmod(&Int::from(10_i64));
            if rest.signum() != 0 {
                break;
            }
            parts = Parts { size, exponent: parts.exponent + 1, ..parts };
        }
        Decimal(Rc::new(parts))
    }

    fn finished_of(parts: &Parts) -> Decimal {
        parts.clone().finished()
    }

    fn whole(&self, rounding: Rounding) -> Int {
        let exponent = self.0.exponent.max(0);
        self.0.rescaled(0, rounding).signed()
            * if exponent > 0 && self.0.is_zero() { Int::ZERO } else { Int::ONE }
    }

    /// `int(self)`.
    #[must_use]
    pub fn trunc(&self) -> Int {
        self.whole(Rounding::Down)
    }

    /// `math.floor(self)`.
    #[must_use]
    pub fn floor(&self) -> Int {
        self.whole(Rounding::Floor)
    }

    /// `math.ceil(self)`.
    #[must_use]
    pub fn ceil(&self) -> Int {
        self.whole(Rounding::Ceiling)
    }

    /// `round(self)`.
    #[must_use]
    pub fn round(&self) -> Int {
        self.whole(Rounding::HalfEven)
    }

    /// `self.to_integral_value()`.
    #[must_use]
    pub fn to_integral_value(&self) -> Decimal {
        self.integral(ROUNDING.get())
    }

    fn integral(&self, rounding: Rounding) -> Decimal {
        if self.0.exponent >= 0 { self.clone() } else { Decimal(Rc::new(self.0.rescaled(0, rounding))) }
    }

    /// `float(self)`.
    #[must_use]
    pub fn float(&self) -> f64 {
        self.text().parse().unwrap_or(f64::NAN)
    }

    fn text(&self) -> String {
        let Parts { is_negative, size, exponent } = &*self.0;
        let sign = if *is_negative { "-" } else { "" };
        let digits = digits(size, 10);
        let left = exponent + digits.len() as i64;
        let point = if *exponent <= 0 && left > -6 { left } else { 1 };
        let (whole, fraction) = pointed(&digits, point);
        let fraction = if fraction.is_empty() { fraction } else { format!(".{fraction}") };
        let power = if left == point { String::new() } else { format!("E{:+}", left - point) };
        format!("{sign}{whole}{fraction}{power}")
    }

    fn order(&self, other: &Decimal) -> Ordering {
        let (a, b) = (&*self.0, &*other.0);
        let sign = |parts: &Parts| parts.signed().signum();
        if sign(a) != sign(b) {
            return sign(a).cmp(&sign(b));
        }
        if !a.is_zero() && a.adjusted() != b.adjusted() {
            let order = a.adjusted().cmp(&b.adjusted());
            return if a.is_negative { order.reverse() } else { order };
        }
        let (a, b, _) = a.aligned(b);
        a.cmp(&b)
    }
}

/// The digits before and behind a point at `point`.
fn pointed(digits: &str, point: i64) -> (String, String) {
    let n = digits.len() as i64;
    if point <= 0 {
        return ("0".to_owned(), format!("{}{digits}", "0".repeat(point.unsigned_abs() as usize)));
    }
    if point >= n {
        return (format!("{digits}{}", "0".repeat((point - n) as usize)), String::new());
    }
    let (whole, fraction) = digits.split_at(point as usize);
    (whole.to_owned(), fraction.to_owned())
}

macro_rules! comparisons {
    ($($name:ident $float:ident $is:ident: $doc:literal;)*) => {
        impl Decimal { $(
            #[doc = $doc]
            #[must_use]
            pub fn $name(&self, other: &impl Number) -> bool {
                other.decimal().is_ok_and(|other| self.order(&other).$is())
            }

            #[doc = $doc]
            #[must_use]
            pub fn $float(&self, other: f64) -> bool {
                if other.is_nan() {
                    return false;
                }
                if other.is_infinite() {
                    return 0.0_f64.total_cmp(&other).$is();
                }
                self.$name(&other)
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

impl Decimal {
    /// `self == other` of a complex number.
    #[must_use]
    pub fn equals_complex(&self, other: Complex) -> bool {
        other.imag == 0.0 && self.equals_float(other.real)
    }
}

/// The sum, rounded as the context has it.
fn sum(a: &Parts, b: &Parts) -> Decimal {
    let (x, y, exponent) = a.aligned(b);
    let total = x + y;
    let is_negative = match total.signum() {
        0 if a.is_zero() && b.is_zero() && a.is_negative == b.is_negative => a.is_negative,
        0 => {
            ROUNDING.get() == Rounding::Floor
                && !(a.is_zero() && b.is_zero() && a.is_negative == b.is_negative)
        }
        sign => sign < 0,
    };
    Parts { is_negative, size: total.abs(), exponent }.finished()
}

/// The quotient with one digit more than `precision`, which rounds as all further ones would.
fn quotient(a: &Parts, b: &Parts, precision: i64) -> Result<Parts, Exception> {
    let is_negative = a.is_negative != b.is_negative;
    let ideal = a.exponent - b.exponent;
    if b.is_zero() {
        return Err(if a.is_zero() { invalid("DivisionUndefined") } else { division_by_zero() });
    }
    if a.is_zero() {
        return Ok(Parts { is_negative, size: Int::ZERO, exponent: ideal });
    }
    let shift = n_digits(&b.size) - n_digits(&a.size) + precision + 1;
    let mut exponent = ideal - shift;
    let (mut size, rest) = if shift >= 0 {
        (&a.size * &ten_to(shift)).divmod(&b.size)
    } else {
        a.size.divmod(&(&b.size * &ten_to(-shift)))
    };
    if rest.signum() != 0 {
        // A last digit that is neither 0 nor 5 keeps what is dropped from looking exact.
        if size.modulo(&Int::from(5_i64)).signum() == 0 {
            size += 1;
        }
    } else {
        while exponent < ideal {
            let (shorter, rest) = size.divmod(&Int::from(10_i64));
            if rest.signum() != 0 {
                break;
            }
            (size, exponent) = (shorter, exponent + 1);
        }
    }
    Ok(Parts { is_negative, size, exponent })
}

fn divided(a: &Decimal, b: &Decimal) -> Result<Decimal, Exception> {
    Ok(quotient(&a.0, &b.0, PRECISION.get())?.finished())
}

/// The quotient toward zero and what is left.
fn whole_quotient(a: &Parts, b: &Parts) -> Result<(Decimal, Decimal), Exception> {
    let is_negative = a.is_negative != b.is_negative;
    let exponent = a.exponent.min(b.exponent);
    let impossible = || invalid("DivisionImpossible");
    let apart = a.adjusted() - b.adjusted();
    let (size, rest) = if a.is_zero() || apart <= -2 {
        (Int::ZERO, a.rescaled(exponent, Rounding::HalfEven))
    } else if apart > PRECISION.get() {
        return Err(impossible());
    } else {
        let (x, y, _) = a.aligned(b);
        let (size, rest) = x.abs().divmod(&y.abs());
        (size, Parts { is_negative: a.is_negative, size: rest, exponent })
    };
    if n_digits(&size) > PRECISION.get() {
        return Err(impossible());
    }
    Ok((Parts { is_negative, size, exponent: 0 }.finished(), rest.finished()))
}

impl Decimal {
    raising_methods! {
        /// `self + other`.
        fn try_plus / plus[N: Number](&self, other: &N) -> Decimal { Ok(sum(&self.0, &other.decimal()?.0)) }

        /// `self - other`.
        fn try_minus / minus[N: Number](&self, other: &N) -> Decimal {
            Ok(sum(&self.0, &other.decimal()?.copy_negate().0))
        }

        /// `other - self`.
        fn try_minus_from / minus_from[N: Number](&self, other: &N) -> Decimal { other.decimal()?.try_minus(self) }

        /// `self * other`.
        fn try_times / times[N: Number](&self, other: &N) -> Decimal {
            let (a, other) = (&self.0, other.decimal()?);
            let is_negative = a.is_negative != other.0.is_negative;
            let exponent = a.exponent + other.0.exponent;
            Ok(Parts { is_negative, size: &a.size * &other.0.size, exponent }.finished())
        }

        /// `self / other`.
        fn try_over / over[N: Number](&self, other: &N) -> Decimal { divided(self, &other.decimal()?) }

        /// `other / self`.
        fn try_under / under[N: Number](&self, other: &N) -> Decimal { divided(&other.decimal()?, self) }

        /// `self // other`, toward zero.
        fn try_floor_over / floor_over[N: Number](&self, other: &N) -> Decimal {
            let other = other.decimal()?;
            if other.is_zero() {
                return Err(if self.is_zero() { invalid("DivisionUndefined") } else { division_by_zero() });
            }
            Ok(whole_quotient(&self.0, &other.0)?.0)
        }

        /// `other // self`.
        fn try_floor_under / floor_under[N: Number](&self, other: &N) -> Decimal { other.decimal()?.try_floor_over(self) }

        /// `self % other`, with the sign of `self`.
        fn try_rest / rest[N: Number](&self, other: &N) -> Decimal {
            let other = other.decimal()?;
            if other.is_zero() {
                return Err(invalid(if self.is_zero() { "DivisionUndefined" } else { "InvalidOperation" }));
            }
            Ok(whole_quotient(&self.0, &other.0)?.1)
        }

        /// `other % self`.
        fn try_rest_of / rest_of[N: Number](&self, other: &N) -> Decimal { other.decimal()?.try_rest(self) }

        /// `divmod(self, other)`.
        fn try_divided / divided[N: Number](&self, other: &N) -> (Decimal, Decimal) {
            let other = other.decimal()?;
            if other.is_zero() {
                return Err(if self.is_zero() { invalid("DivisionUndefined") } else { invalid("InvalidOperation DivisionByZero") });
            }
            whole_quotient(&self.0, &other.0)
        }

        /// `divmod(other, self)`.
        fn try_divided_by / divided_by[N: Number](&self, other: &N) -> (Decimal, Decimal) {
            other.decimal()?.try_divided(self)
        }

        /// `base ** self`.
        fn try_power_of / power_of[N: Number](&self, base: &N) -> Decimal { base.decimal()?.try_power(self) }

        /// `self ** exponent`.
        fn try_power / power[N: Number](&self, exponent: &N) -> Decimal {
            let exponent = exponent.decimal()?;
            let whole = exponent.trunc();
            let power = whole.to_i64().filter(|_| exponent.equals(&whole));
            let Some(power) = power else { trap("a power of a Decimal with this exponent") };
            if self.is_zero() && power <= 0 {
                if power == 0 {
                    return Err(invalid("InvalidOperation"));
                }
                trap("zero to a negative power is an infinite Decimal");
            }
            if power == 0 {
                return Int::ONE.decimal();
            }
            // As CPython's libmpdec rounds: each product to a few digits more, the last to those of the context.
            let more = 2 + n_digits(&whole.abs()) + i64::from(power < 0);
            let precision = PRECISION.get() + more;
            let base = if power < 0 {
                let one = Parts { is_negative: false, size: Int::ONE, exponent: 0 };
                quotient(&one, &self.0, precision)?.rounded_to(precision, Rounding::HalfEven)
            } else {
                (*self.0).clone()
            };
            let mut raised = base.clone();
            let power = power.unsigned_abs();
            for bit in (0..power.ilog2()).rev() {
                raised = raised.times(&raised, precision);
                if power >> bit & 1 == 1 {
                    raised = raised.times(&base, precision);
                }
            }
            raised.is_negative = self.0.is_negative && power % 2 == 1;
            if self.is_zero() {
                raised.exponent = 0;
            }
            Ok(raised.finished())
        }

        /// `self.sqrt()`.
        fn try_sqrt / sqrt(&self) -> Decimal {
            let Parts { is_negative, size, exponent } = &*self.0;
            if self.is_zero() {
                return Ok(Parts { exponent: exponent >> 1, ..(*self.0).clone() }.finished());
            }
            if *is_negative {
                return Err(invalid("InvalidOperation"));
            }
            let precision = PRECISION.get() + 1;
            let n = n_digits(size);
            let (size, places) =
                if exponent & 1 == 1 { (size * 10, (n >> 1) + 1) } else { (size.clone(), (n + 1) >> 1) };
            let shift = precision - places;
            let (size, rest) = if shift >= 0 {
                (size * ten_to(2 * shift), Int::ZERO)
            } else {
                size.divmod(&ten_to(-2 * shift))
            };
            let mut root = big_isqrt(&size);
            let mut exponent = (exponent >> 1) - shift;
            if rest.signum() == 0 && &root * &root == size {
                root = if shift >= 0 { root.floor_div(&ten_to(shift)) } else { root * ten_to(-shift) };
                exponent += shift;
            } else if root.modulo(&Int::from(5_i64)).signum() == 0 {
                root += 1;
            }
            let parts = Parts { is_negative: false, size: root, exponent };
            Ok(parts.rounded_to(PRECISION.get(), Rounding::HalfEven).finished())
        }

        /// `self.quantize(other)`.
        fn try_quantize / quantize[N: Number](&self, other: &N) -> Decimal {
            self.quantized(other.decimal()?.0.exponent, ROUNDING.get())
        }

        /// `self.quantize(other, rounding)`.
        fn try_quantize_by / quantize_by[N: Number](&self, other: &N, rounding: &str) -> Decimal {
            self.quantized(other.decimal()?.0.exponent, rounding_of(rounding)?)
        }

        /// `round(self, digits)`, as the context rounds.
        fn try_round_to / round_to(&self, digits: i64) -> Decimal { self.quantized(-digits, ROUNDING.get()) }

        /// `self.to_integral_value(rounding)`.
        fn try_to_integral_by / to_integral_by(&self, rounding: &str) -> Decimal { Ok(self.integral(rounding_of(rounding)?)) }
    }

    fn quantized(&self, exponent: i64, rounding: Rounding) -> Result<Decimal, Exception> {
        let fits = |parts: &Parts| n_digits(&parts.size) <= PRECISION.get();
        let grows = self.0.exponent - exponent;
        if !self.is_zero() && grows > 0 && n_digits(&self.0.size) + grows > PRECISION.get() {
            return Err(invalid("InvalidOperation"));
        }
        let parts = self.0.rescaled(exponent, rounding);
        if fits(&parts) { Ok(Decimal(Rc::new(parts))) } else { Err(invalid("InvalidOperation")) }
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.order(other).is_eq()
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.order(other))
    }
}

impl PyHash for Decimal {
    fn py_hash(&self) -> i64 {
        let prime = Int::from((1_i64 << 61) - 1);
        let power = Int::from(self.0.exponent.abs());
        let ten = Int::from(10_i64);
        let scale = if self.0.exponent >= 0 {
            ten.pow_mod(&power, &prime)
        } else {
            let inverse = ten.pow_mod(&(&prime - &Int::from(2_i64)), &prime);
            inverse.pow_mod(&power, &prime)
        };
        let size = (&self.0.size * &scale).modulo(&prime).to_i64().unwrap_or(0);
        not_minus_one(if self.0.is_negative { -size } else { size })
    }
}

impl Truth for Decimal {
    fn truth(&self) -> bool {
        !self.is_zero()
    }
}

impl Repr for Decimal {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Decimal('{}')", self.text())
    }

    fn str(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

// SAFETY: counts a reference.
unsafe impl Item for Decimal {
    fn same(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Decimal {
    /// Python's `self is other`.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// Sign, digits before the point, and the rest, for `format`.
    pub(crate) fn laid_out(&self, kind: Option<char>, precision: Option<usize>) -> (bool, String, String) {
        let rounding = ROUNDING.get();
        let mut parts = (*self.0).clone();
        let lower = kind.unwrap_or('g').to_ascii_lowercase();
        if lower == '%' {
            parts.exponent += 2;
        }
        if let Some(precision) = precision.map(|precision| precision as i64) {
            parts = match lower {
                'e' => {
                    let rounded = parts.rounded_to(precision + 1, rounding);
                    let missing = precision + 1 - n_digits(&rounded.size);
                    if rounded.is_zero() {
                        rounded
                    } else {
                        rounded.rescaled(rounded.exponent - missing, rounding)
                    }
                }
                'f' | '%' => parts.rescaled(-precision, rounding),
                _ => parts.rounded_to(precision.max(1), rounding),
            };
        }
        if parts.is_zero() && parts.exponent > 0 && matches!(lower, 'f' | '%') {
            parts.exponent = 0;
        }
        let digits = digits(&parts.size, 10);
        let left = parts.exponent + digits.len() as i64;
        let point = match lower {
            'e' => match precision {
                Some(precision) if parts.is_zero() => 1 - precision as i64,
                _ => 1,
            },
            'f' | '%' => left,
            _ if parts.exponent <= 0 && left > -6 => left,
            _ => 1,
        };
        let (whole, fraction) = pointed(&digits, point);
        let mut rest = if fraction.is_empty() { String::new() } else { format!(".{fraction}") };
        if left != point || lower == 'e' {
            let letter = if matches!(kind, Some('e' | 'g')) { 'e' } else { 'E' };
            rest.push_str(&format!("{letter}{:+}", left - point));
        }
        if lower == '%' {
            rest.push('%');
        }
        (parts.is_negative, whole, rest)
    }
}

impl PyFormat for Decimal {
    fn try_format(&self, spec: &str) -> Result<String, Exception> {
        crate::format::format_decimal(self, spec)
    }

    fn class_name(&self) -> &'static str {
        "decimal.Decimal"
    }

    fn as_num(&self) -> Option<Num> {
        Some(Num::Float(self.float()))
    }

    fn as_whole(&self) -> Option<Num> {
        Some(Num::Int(self.trunc()))
    }
}
