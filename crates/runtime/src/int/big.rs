//! [`Int`]: an `int` without bounds, in eight bytes.
//!
//! **Invariant:** the word is odd and its upper 63 bits are the number, or it is the exposed address of an `Rc<IBig>`
//! that this handle owns one count of; a number that fits in 63 bits is never on the heap, so equal numbers look alike.

use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::num::NonZeroU64;
use std::ops::Deref;
use std::rc::Rc;

use dashu_int::ops::{BitTest, UnsignedAbs};
use dashu_int::{IBig, Sign};

use super::product;
use crate::float;

/// The numbers that are inline: 63 bits.
const MIN: i64 = -(1 << 62);
const MAX: i64 = (1 << 62) - 1;

/// A Python `int`: inline up to 63 bits, a counted heap number beyond.
pub struct Int(NonZeroU64);

/// An [`Int`] that somebody else holds, as a word: what goes to a function by reference has to lie in memory.
pub(crate) struct Lent<'a>(ManuallyDrop<Int>, PhantomData<&'a Int>);

impl Deref for Lent<'_> {
    type Target = Int;

    #[inline]
    fn deref(&self) -> &Int {
        &self.0
    }
}

/// What an [`Int`] holds.
pub(crate) enum View<'a> {
    Small(i64),
    Big(&'a IBig),
}

impl Int {
    /// 0.
    pub const ZERO: Int = Int(NonZeroU64::new(1).expect("odd"));
    /// 1.
    pub const ONE: Int = Int(NonZeroU64::new(3).expect("odd"));

    #[inline]
    const fn inline(small: i64) -> Int {
        Int(NonZeroU64::new(((small as u64) << 1) | 1).expect("odd"))
    }

    #[inline]
    const fn is_small(&self) -> bool {
        self.0.get() & 1 == 1
    }

    /// This number as an argument of a function that is not inlined.
    #[inline]
    pub(crate) fn lent(&self) -> Lent<'_> {
        // It counts no reference, and is not dropped.
        Lent(ManuallyDrop::new(Int(self.0)), PhantomData)
    }

    /// The word, where it is the number: twice the number, and one.
    #[inline]
    fn word(&self) -> Option<i64> {
        self.is_small().then_some(self.0.get() as i64)
    }

    /// The number of that word, if there was one.
    #[inline]
    fn of_word(word: Option<i64>) -> Option<Int> {
        word.and_then(|word| NonZeroU64::new(word as u64)).map(Int)
    }

    /// `self + other`, of inline numbers and inline: the overflow of the words is that of 63 bits.
    #[inline]
    pub(crate) fn small_sum(&self, other: &Int) -> Option<Int> {
        let (a, b) = (self.word()?, other.word()?);
        Int::of_word(a.checked_add(b ^ 1))
    }

    /// `self - other`, of inline numbers and inline.
    #[inline]
    pub(crate) fn small_difference(&self, other: &Int) -> Option<Int> {
        let (a, b) = (self.word()?, other.word()?);
        Int::of_word(a.checked_sub(b ^ 1))
    }

    /// `self * other`, of inline numbers and inline.
    #[inline]
    pub(crate) fn small_product(&self, other: &Int) -> Option<Int> {
        let (twice, b) = (self.word()? ^ 1, other.small()?);
        Int::of_word(product(twice, b).map(|product| product | 1))
    }

    /// The same inline number, of an operation on the bits of two.
    #[inline]
    pub(crate) fn small_bits(&self, other: &Int, bits: impl FnOnce(i64, i64) -> i64) -> Option<Int> {
        Some(Int::inline(bits(self.small()?, other.small()?)))
    }

    fn pointer(&self) -> *const IBig {
        std::ptr::with_exposed_provenance(self.0.get() as usize)
    }

    #[inline]
    pub(crate) fn view(&self) -> View<'_> {
        if self.is_small() {
            View::Small((self.0.get() as i64) >> 1)
        } else {
            // SAFETY: the word is the address of an `Rc<IBig>` that `self` keeps alive.
            View::Big(unsafe { &*self.pointer() })
        }
    }

    /// The number, if it is inline.
    #[inline]
    pub(crate) fn small(&self) -> Option<i64> {
        self.is_small().then_some((self.0.get() as i64) >> 1)
    }

    pub(crate) fn from_big(big: IBig) -> Int {
        if big.bit_len() <= 62
            && let Ok(small) = i64::try_from(&big)
        {
            return Int::inline(small);
        }
        match i64::try_from(&big) {
            Ok(MIN) => Int::inline(MIN),
            _ => Int::heap(big),
        }
    }

    #[cold]
    #[inline(never)]
    fn heap(big: IBig) -> Int {
        let address = Rc::into_raw(Rc::new(big)).expose_provenance() as u64;
        Int(NonZeroU64::new(address).expect("an allocation has an address"))
    }

    pub(crate) fn to_big(&self) -> IBig {
        match self.view() {
            View::Small(small) => IBig::from(small),
            View::Big(big) => big.clone(),
        }
    }

    /// The number, if it fits in 64 bits.
    #[inline]
    #[must_use]
    pub fn to_i64(&self) -> Option<i64> {
        match self.view() {
            View::Small(small) => Some(small),
            View::Big(big) => i64::try_from(big).ok(),
        }
    }

    /// The number as a 64-bit one; a trap where it does not fit.
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn narrow(&self) -> i64 {
        match self.small() {
            Some(small) => small,
            None => narrow_on_heap(self.lent()),
        }
    }

    /// The number, or the 64-bit one that is nearest: what slices make of their bounds.
    #[must_use]
    pub fn clamped(&self) -> i64 {
        self.to_i64().unwrap_or(if self.signum() < 0 { i64::MIN } else { i64::MAX })
    }

    /// −1, 0 or 1.
    #[must_use]
    pub fn signum(&self) -> i64 {
        match self.view() {
            View::Small(small) => small.signum(),
            View::Big(big) if big.sign() == Sign::Negative => -1,
            View::Big(_) => 1,
        }
    }

    /// `self.bit_length()`.
    #[must_use]
    pub fn bit_length(&self) -> i64 {
        match self.view() {
            View::Small(small) => i64::from(64 - small.unsigned_abs().leading_zeros()),
            View::Big(big) => big.unsigned_abs().bit_len() as i64,
        }
    }

    /// `self.bit_count()`.
    #[must_use]
    pub fn bit_count(&self) -> i64 {
        match self.view() {
            View::Small(small) => i64::from(small.unsigned_abs().count_ones()),
            View::Big(big) => big.unsigned_abs().count_ones() as i64,
        }
    }

    /// The nearest float, ties to even; `None` past the largest.
    #[must_use]
    pub fn to_f64(&self) -> Option<f64> {
        match self.view() {
            View::Small(small) => Some(small as f64),
            View::Big(big) => {
                let (top, exponent) = top_bits(big);
                let value = float::scaled(u128::from(top), exponent);
                let value = if big.sign() == Sign::Negative { -value } else { value };
                value.is_finite().then_some(value)
            }
        }
    }

    /// The integer part of a finite float.
    #[must_use]
    pub fn from_f64(value: f64) -> Int {
        let whole = value.trunc();
        if whole.abs() < 9.2e18 {
            return Int::from(whole as i64);
        }
        let (mantissa, exponent) = float::decode(whole);
        let big = IBig::from(mantissa) << (exponent as usize);
        Int::from_big(if value < 0.0 { -big } else { big })
    }
}

/// [`Int::narrow`] of what is not inline.
#[cold]
#[inline(never)]
#[track_caller]
fn narrow_on_heap(int: Lent<'_>) -> i64 {
    int.to_i64().unwrap_or_else(|| crate::int::overflow())
}

/// The 64 highest bits of the magnitude, the lowest of them sticky, and the power of two they count.
pub(crate) fn top_bits(big: &IBig) -> (u64, i32) {
    let size = big.unsigned_abs();
    let bits = size.bit_len();
    if bits <= 64 {
        return (u64::try_from(size).expect("64 bits"), 0);
    }
    let shift = bits - 64;
    let lost = size.trailing_zeros().is_some_and(|zeros| zeros < shift);
    let top = u64::try_from(size >> shift).expect("64 bits");
    (top | u64::from(lost), i32::try_from(shift).unwrap_or(i32::MAX))
}

/// A number of 64 bits that does not fit in 63.
#[cold]
#[inline(never)]
fn wide(value: i64) -> Int {
    Int::heap(IBig::from(value))
}

impl From<i64> for Int {
    #[inline]
    fn from(value: i64) -> Self {
        if (MIN..=MAX).contains(&value) { Int::inline(value) } else { wide(value) }
    }
}

impl From<bool> for Int {
    #[inline]
    fn from(value: bool) -> Self {
        Int::inline(i64::from(value))
    }
}

impl From<&Int> for Int {
    fn from(value: &Int) -> Self {
        value.clone()
    }
}

impl From<u64> for Int {
    fn from(value: u64) -> Self {
        match i64::try_from(value) {
            Ok(small) => Int::from(small),
            Err(_) => Int::heap(IBig::from(value)),
        }
    }
}

impl From<usize> for Int {
    fn from(value: usize) -> Self {
        Int::from(value as u64)
    }
}

impl From<i128> for Int {
    fn from(value: i128) -> Self {
        match i64::try_from(value) {
            Ok(small) => Int::from(small),
            Err(_) => Int::from_big(IBig::from(value)),
        }
    }
}

impl Default for Int {
    #[inline]
    fn default() -> Self {
        Int::ZERO
    }
}

impl Clone for Int {
    #[inline]
    fn clone(&self) -> Self {
        if !self.is_small() {
            // SAFETY: the word is the address of an `Rc<IBig>`; the new handle owns the new count.
            unsafe { Rc::increment_strong_count(self.pointer()) };
        }
        Int(self.0)
    }
}

impl Drop for Int {
    #[inline]
    fn drop(&mut self) {
        if !self.is_small() {
            // SAFETY: this handle owns one count, and is gone after this.
            unsafe { release(self.pointer()) };
        }
    }
}

/// Gives one count back.
///
/// # Safety
/// `pointer` is the address of an `Rc<IBig>` that the caller owns one count of, and gives up.
#[cold]
#[inline(never)]
unsafe fn release(pointer: *const IBig) {
    // SAFETY: as the caller says.
    drop(unsafe { Rc::from_raw(pointer) });
}

// SAFETY: a copy, or counts a reference; comparisons run no code of the program.
unsafe impl crate::Item for Int {
    const PLAIN: bool = true;
}
