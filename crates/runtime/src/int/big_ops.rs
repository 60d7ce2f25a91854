//! Operators, order, hash and text of [`Int`].

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::ops::{
    Add, AddAssign, BitAnd, BitAndAssign, BitOr, BitOrAssign, BitXor, BitXorAssign, Mul, MulAssign, Neg, Not,
    Sub, SubAssign,
};

use dashu_int::ops::{DivRem, UnsignedAbs};
use dashu_int::{IBig, Sign};

use super::big::{Int, Lent, View};
use crate::exc::{Exception, MemoryError, OverflowError, value_error, zero_division};
use crate::float;
use crate::hash::{PyHash, not_minus_one};
use crate::macros::raising_methods;
use crate::show::Repr;
use crate::truth::Truth;

/// The way that is seldom taken; out of line, so that the other one is short.
#[cold]
#[inline(never)]
fn on_heap(a: Lent<'_>, b: Lent<'_>, big: fn(IBig, IBig) -> IBig) -> Int {
    Int::from_big(big(a.to_big(), b.to_big()))
}

macro_rules! operators {
    ($($op:ident $method:ident $op_assign:ident $method_assign:ident |$a:ident, $b:ident| $small:expr;)*) => { $(
        impl $op<&Int> for &Int {
            type Output = Int;
            #[inline]
            fn $method(self, other: &Int) -> Int {
                let ($a, $b) = (self, other);
                match $small {
                    Some(small) => small,
                    None => on_heap(self.lent(), other.lent(), |a, b| a.$method(b)),
                }
            }
        }
        impl $op<Int> for Int {
            type Output = Int;
            #[inline]
            fn $method(self, other: Int) -> Int {
                (&self).$method(&other)
            }
        }
        impl $op<&Int> for Int {
            type Output = Int;
            #[inline]
            fn $method(self, other: &Int) -> Int {
                (&self).$method(other)
            }
        }
        impl $op<Int> for &Int {
            type Output = Int;
            #[inline]
            fn $method(self, other: Int) -> Int {
                self.$method(&other)
            }
        }
        impl $op<i64> for &Int {
            type Output = Int;
            #[inline]
            fn $method(self, other: i64) -> Int {
                self.$method(&Int::from(other))
            }
        }
        impl $op<i64> for Int {
            type Output = Int;
            #[inline]
            fn $method(self, other: i64) -> Int {
                (&self).$method(&Int::from(other))
            }
        }
        impl $op<Int> for i64 {
            type Output = Int;
            #[inline]
            fn $method(self, other: Int) -> Int {
                (&Int::from(self)).$method(&other)
            }
        }
        impl $op<&Int> for i64 {
            type Output = Int;
            #[inline]
            fn $method(self, other: &Int) -> Int {
                (&Int::from(self)).$method(other)
            }
        }
        impl $op_assign<Int> for Int {
            #[inline]
            fn $method_assign(&mut self, other: Int) {
                *self = (&*self).$method(&other);
            }
        }
        impl $op_assign<&Int> for Int {
            #[inline]
            fn $method_assign(&mut self, other: &Int) {
                *self = (&*self).$method(other);
            }
        }
        impl $op_assign<i64> for Int {
            #[inline]
            fn $method_assign(&mut self, other: i64) {
                *self = (&*self).$method(other);
            }
        }
    )* };
}

operators! {
    Add add AddAssign add_assign |a, b| a.small_sum(b);
    Sub sub SubAssign sub_assign |a, b| a.small_difference(b);
    Mul mul MulAssign mul_assign |a, b| a.small_product(b);
    BitAnd bitand BitAndAssign bitand_assign |a, b| a.small_bits(b, |a, b| a & b);
    BitOr bitor BitOrAssign bitor_assign |a, b| a.small_bits(b, |a, b| a | b);
    BitXor bitxor BitXorAssign bitxor_assign |a, b| a.small_bits(b, |a, b| a ^ b);
}

impl Neg for &Int {
    type Output = Int;
    fn neg(self) -> Int {
        match self.view() {
            View::Small(small) => Int::from(-small),
            View::Big(big) => Int::from_big(-big),
        }
    }
}

impl Neg for Int {
    type Output = Int;
    fn neg(self) -> Int {
        -&self
    }
}

impl Not for &Int {
    type Output = Int;
    fn not(self) -> Int {
        -(self + 1)
    }
}

impl Not for Int {
    type Output = Int;
    fn not(self) -> Int {
        !&self
    }
}

/// `divmod` of what does not fit in a word, or by 0.
#[cold]
#[inline(never)]
fn divmod_on_heap(a: Lent<'_>, b: Lent<'_>) -> Result<(Int, Int), Exception> {
    if b.signum() == 0 {
        return Err(zero_division("integer division or modulo by zero"));
    }
    let (a, b) = (a.to_big(), b.to_big());
    let (q, r) = (&a).div_rem(&b);
    let adjust = r != IBig::ZERO && (r.sign() == Sign::Negative) != (b.sign() == Sign::Negative);
    Ok(if adjust {
        (Int::from_big(q - 1), Int::from_big(r + b))
    } else {
        (Int::from_big(q), Int::from_big(r))
    })
}

/// `a // b` of what does not fit in a word, or by 0.
#[cold]
#[inline(never)]
fn floor_div_on_heap(a: Lent<'_>, b: Lent<'_>) -> Result<Int, Exception> {
    Ok(divmod_on_heap(a, b)?.0)
}

/// `a % b` of what does not fit in a word, or by 0.
#[cold]
#[inline(never)]
fn modulo_on_heap(a: Lent<'_>, b: Lent<'_>) -> Result<Int, Exception> {
    if b.signum() == 0 {
        return Err(zero_division("integer modulo by zero"));
    }
    Ok(divmod_on_heap(a, b)?.1)
}

#[cold]
#[inline(never)]
fn is_multiple_on_heap(a: Lent<'_>, divisor: i64) -> bool {
    (a.to_big() % IBig::from(divisor)).is_zero()
}

/// `a / b` of what does not fit in a word.
#[cold]
#[inline(never)]
fn divide_on_heap(a: Lent<'_>, b: Lent<'_>) -> Result<f64, Exception> {
    if b.signum() == 0 {
        return Err(zero_division("division by zero"));
    }
    let quotient = divide(&a.to_big(), &b.to_big());
    if quotient.is_infinite() {
        return Err(Exception::new(OverflowError, "integer division result too large for a float"));
    }
    Ok(quotient)
}

/// What stands on the right of a big integer: another one, or an integer of the machine.
pub trait Operand {
    /// The integer.
    type Held: Borrow<Int>;

    /// The integer as a big one.
    fn operand(self) -> Self::Held;
}

impl<'a> Operand for &'a Int {
    type Held = &'a Int;

    #[inline]
    fn operand(self) -> &'a Int {
        self
    }
}

impl Operand for i64 {
    type Held = Int;

    #[inline]
    fn operand(self) -> Int {
        Int::from(self)
    }
}

impl Int {
    /// `self % divisor == 0`; `divisor` is not 0.
    #[inline]
    #[must_use]
    pub fn is_multiple_of(&self, divisor: i64) -> bool {
        match self.small() {
            Some(small) => small % divisor == 0,
            None => is_multiple_on_heap(self.lent(), divisor),
        }
    }

    raising_methods! {
        /// `self // other`.
        fn try_floor_div / floor_div[N: Operand](&self, other: N) -> Int {
            let other = other.operand();
            let other: &Int = other.borrow();
            match (self.small(), other.small()) {
                (Some(a), Some(b)) if b != 0 => Ok(Int::from(crate::int::floored(a, b).0)),
                _ => floor_div_on_heap(self.lent(), other.lent()),
            }
        }

        /// `self % other`.
        fn try_modulo / modulo[N: Operand](&self, other: N) -> Int {
            let other = other.operand();
            let other: &Int = other.borrow();
            match (self.small(), other.small()) {
                (Some(a), Some(b)) if b != 0 => Ok(Int::from(crate::int::floored(a, b).1)),
                _ => modulo_on_heap(self.lent(), other.lent()),
            }
        }

        /// `divmod(self, other)`.
        fn try_divmod / divmod(&self, other: &Int) -> (Int, Int) {
            match (self.small(), other.small()) {
                (Some(a), Some(b)) if b != 0 => {
                    let (q, r) = crate::int::floored(a, b);
                    Ok((Int::from(q), Int::from(r)))
                }
                _ => divmod_on_heap(self.lent(), other.lent()),
            }
        }

        /// `self / other`, rounded once.
        fn try_true_div / true_div(&self, other: &Int) -> f64 {
            match (self.small(), other.small()) {
                (Some(a), Some(b)) => crate::int::try_true_div(a, b),
                _ => divide_on_heap(self.lent(), other.lent()),
            }
        }

        /// `self ** exponent` for an exponent that is not negative; see [`Int::try_pow_float`] for those.
        fn try_pow / pow[N: Operand](&self, exponent: N) -> Int {
            let exponent = exponent.operand();
            let exponent: &Int = exponent.borrow();
            if exponent.signum() < 0 {
                return Err(value_error("a negative exponent makes a float"));
            }
            if let Some(base @ (0 | 1)) = self.to_i64() {
                return Ok(if exponent.signum() == 0 { Int::ONE } else { Int::from(base) });
            }
            if self.to_i64() == Some(-1) {
                return Ok(if (exponent & 1).signum() == 0 { Int::ONE } else { Int::from(-1_i64) });
            }
            let exponent = exponent.to_i64().filter(|&e| e <= i64::from(u32::MAX));
            let Some(exponent) = exponent else { return Err(Exception::empty(MemoryError)) };
            if let Some(small) = self.small().and_then(|base| base.checked_pow(exponent as u32)) {
                return Ok(Int::from(small));
            }
            Ok(Int::from_big(self.to_big().pow(exponent as usize)))
        }

        /// `self ** exponent` for a negative exponent.
        fn try_pow_float / pow_float(&self, exponent: &Int) -> f64 {
            float::try_pow(self.try_float()?, exponent.try_float()?)
        }

        /// `pow(self, exponent, modulus)`.
        fn try_pow_mod / pow_mod(&self, exponent: &Int, modulus: &Int) -> Int { super::number::pow_mod(self, exponent, modulus) }

        /// `self << count`.
        fn try_shl / shl(&self, count: &Int) -> Int {
            if count.signum() < 0 {
                return Err(value_error("negative shift count"));
            }
            if self.signum() == 0 {
                return Ok(Int::ZERO);
            }
            let Some(count) = count.to_i64().filter(|&c| c < 1 << 40) else {
                return Err(Exception::new(OverflowError, "too many digits in integer"));
            };
            match self.small() {
                Some(small) if count < 63 && small.unsigned_abs() >> (62 - count) == 0 => Ok(Int::from(small << count)),
                _ => Ok(Int::from_big(self.to_big() << (count as usize))),
            }
        }

        /// `self >> count`.
        fn try_shr / shr(&self, count: &Int) -> Int {
            if count.signum() < 0 {
                return Err(value_error("negative shift count"));
            }
            let floor = if self.signum() < 0 { Int::from(-1_i64) } else { Int::ZERO };
            let Some(count) = count.to_i64() else { return Ok(floor) };
            Ok(match self.view() {
                View::Small(small) => Int::from(small >> count.min(63)),
                View::Big(_) if count >= self.bit_length() => floor,
                View::Big(big) => Int::from_big(big.clone() >> (count as usize)),
            })
        }

        /// `float(self)`.
        fn try_float / float(&self) -> f64 {
            self.to_f64().ok_or_else(|| Exception::new(OverflowError, "int too large to convert to float"))
        }
    }

    /// `abs(self)`.
    #[must_use]
    pub fn abs(&self) -> Int {
        if self.signum() < 0 { -self } else { self.clone() }
    }
}

/// `a / b` rounded once, ties to even; infinite past the largest float.
pub(crate) fn divide(a: &IBig, b: &IBig) -> f64 {
    if *a == IBig::ZERO {
        return if b.sign() == Sign::Negative { -0.0 } else { 0.0 };
    }
    let negative = (a.sign() == Sign::Negative) != (b.sign() == Sign::Negative);
    let (a, b) = (a.unsigned_abs(), b.unsigned_abs());
    use dashu_int::ops::BitTest;
    let scale = 66 - (a.bit_len() as i64 - b.bit_len() as i64);
    let (a, b) = if scale >= 0 { (a << (scale as usize), b) } else { (a, b << ((-scale) as usize)) };
    let (quotient, rest) = a.div_rem(&b);
    let sticky = u128::from(rest != dashu_int::UBig::ZERO);
    let quotient = u128::try_from(quotient).expect("67 bits");
    let exponent = i32::try_from(-scale).unwrap_or(if scale < 0 { i32::MAX } else { i32::MIN });
    let size = float::scaled((quotient << 1) | sticky, exponent.saturating_sub(1));
    if negative { -size } else { size }
}

impl PartialEq for Int {
    #[inline]
    fn eq(&self, other: &Int) -> bool {
        match (self.small(), other.small()) {
            (Some(a), Some(b)) => a == b,
            (None, None) => order_on_heap(self.lent(), other.lent()) == Ordering::Equal,
            (Some(_), None) | (None, Some(_)) => false,
        }
    }
}

/// The order of two numbers, one of which does not fit in a word.
#[cold]
#[inline(never)]
fn order_on_heap(a: Lent<'_>, b: Lent<'_>) -> Ordering {
    match (a.view(), b.view()) {
        (View::Small(a), View::Small(b)) => a.cmp(&b),
        (View::Big(a), View::Big(b)) => a.cmp(b),
        (View::Small(_), View::Big(_)) => 0.cmp(&b.signum()),
        (View::Big(_), View::Small(_)) => a.signum().cmp(&0),
    }
}

impl Eq for Int {}

impl Ord for Int {
    #[inline]
    fn cmp(&self, other: &Int) -> Ordering {
        match (self.small(), other.small()) {
            (Some(a), Some(b)) => a.cmp(&b),
            _ => order_on_heap(self.lent(), other.lent()),
        }
    }
}

impl PartialOrd for Int {
    #[inline]
    fn partial_cmp(&self, other: &Int) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Equal to the hash of the same `i64`, so that `Int` is a key wherever `i64` is.
impl std::hash::Hash for Int {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        state.write_i64(self.py_hash());
    }
}

impl PyHash for Int {
    fn py_hash(&self) -> i64 {
        match self.view() {
            View::Small(small) => small.py_hash(),
            View::Big(big) => {
                let rest = big.unsigned_abs() % ((1_u64 << 61) - 1);
                let rest = rest as i64;
                not_minus_one(if big.sign() == Sign::Negative { -rest } else { rest })
            }
        }
    }
}

impl Truth for Int {
    #[inline]
    fn truth(&self) -> bool {
        *self != Int::ZERO
    }
}

impl fmt::Display for Int {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.view() {
            View::Small(small) => fmt::Display::fmt(&small, f),
            View::Big(big) => {
                let digits = big.unsigned_abs().to_string();
                if digits.len() > super::parse::MAX_DIGITS {
                    // Python raises a `ValueError`, from where nothing here could catch it.
                    crate::output::trap(super::text::TOO_LONG);
                }
                f.pad_integral(big.sign() == Sign::Positive, "", &digits)
            }
        }
    }
}

impl fmt::Debug for Int {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Repr for Int {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::iter::Sum for Int {
    fn sum<I: Iterator<Item = Int>>(items: I) -> Int {
        items.fold(Int::ZERO, |a, b| a + b)
    }
}
