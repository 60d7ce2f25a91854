//! `range`.

use std::fmt;

use crate::exc::{Exception, IndexError, OverflowError, hide, value_error};
use crate::hash::{PyHash, TupleHash};
use crate::item::Item;
use crate::macros::{raising_fns, raising_methods};
use crate::output::trap;
use crate::show::Repr;
use crate::slice::{Span, count};
use crate::truth::Truth;

/// Python's `range`.
#[derive(Debug, Clone, Copy)]
pub struct Range {
    start: i64,
    stop: i64,
    step: i64,
}

raising_fns! {
    /// `range(start, stop, step)`.
    fn try_range / range(start: i64, stop: i64, step: i64) -> Range {
        if step == 0 {
            return Err(value_error("range() arg 3 must not be zero"));
        }
        Ok(Range { start, stop, step })
    }
}

impl Range {
    /// `range(stop)`.
    #[must_use]
    pub fn to(stop: i64) -> Range {
        Range { start: 0, stop, step: 1 }
    }

    /// `range(start, stop)`.
    #[must_use]
    pub fn between(start: i64, stop: i64) -> Range {
        Range { start, stop, step: 1 }
    }

    /// `self.start`.
    #[must_use]
    pub fn start(&self) -> i64 {
        self.start
    }

    /// `self.stop`.
    #[must_use]
    pub fn stop(&self) -> i64 {
        self.stop
    }

    /// `self.step`.
    #[must_use]
    pub fn step(&self) -> i64 {
        self.step
    }

    fn count(&self) -> u64 {
        count(self.start, self.stop, self.step)
    }

    /// `len(self)`.
    #[must_use]
    pub fn len(&self) -> i64 {
        i64::try_from(self.count()).unwrap_or_else(|_| {
            hide(Exception::new(OverflowError, "Python int too large to convert to C ssize_t"), i64::MAX)
        })
    }

    /// `not self`.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    fn item(&self, at: u64) -> i64 {
        self.start.wrapping_add((at as i64).wrapping_mul(self.step))
    }

    raising_methods! {
        /// `self[index]`.
        fn try_at / at(&self, index: i64) -> i64 {
            let count = self.count();
            let from_start = i128::from(index) + if index < 0 { i128::from(count) } else { 0 };
            u64::try_from(from_start)
                .ok()
                .filter(|at| *at < count)
                .map(|at| self.item(at))
                .ok_or_else(|| Exception::new(IndexError, "range object index out of range"))
        }

        /// `self[start:stop:step]`.
        fn try_slice_by / slice_by(&self, start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> Range {
            let Ok(count) = i64::try_from(self.count()) else {
                trap("a slice of a range with more items than 64 bits count")
            };
            let span = Span::within(start, stop, step, count)?;
            let point = |at: i64| self.start.wrapping_add(at.wrapping_mul(self.step));
            Ok(Range { start: point(span.start), stop: point(span.stop), step: crate::int::mul(self.step, span.step) })
        }

        /// `self.index(item)`.
        fn try_index / index(&self, item: i64) -> i64 {
            if !self.contains(&item) {
                return Err(value_error(format!("{item} is not in range")));
            }
            Ok(((i128::from(item) - i128::from(self.start)) / i128::from(self.step)) as i64)
        }
    }

    /// `item in self`.
    #[must_use]
    pub fn contains(&self, item: &i64) -> bool {
        let inside = if self.step > 0 {
            (self.start..self.stop).contains(item)
        } else {
            *item <= self.start && *item > self.stop
        };
        inside && (i128::from(*item) - i128::from(self.start)) % i128::from(self.step) == 0
    }

    /// `item in self` of a float, which is equal to an integer where it is whole.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "a range has no item past 64 bits")]
    pub fn contains_float(&self, item: f64) -> bool {
        item.fract() == 0.0 && item.abs() < 9.2e18 && self.contains(&(item as i64))
    }

    /// `self.count(item)`.
    #[must_use]
    pub fn count_of(&self, item: &i64) -> i64 {
        i64::from(self.contains(item))
    }

    /// `reversed(self)`.
    #[must_use]
    pub fn reversed(&self) -> RangeIter {
        let count = self.count();
        let last = if count == 0 { self.start } else { self.item(count - 1) };
        RangeIter { next: last, step: self.step.wrapping_neg(), left: count }
    }

    /// `iter(self)`.
    #[inline]
    #[must_use]
    pub fn iter(&self) -> RangeIter {
        RangeIter { next: self.start, step: self.step, left: self.count() }
    }

    fn normal(&self) -> (u64, Option<i64>, Option<i64>) {
        let count = self.count();
        (count, (count > 0).then_some(self.start), (count > 1).then_some(self.step))
    }
}

/// `iter(range)`.
#[derive(Debug, Clone)]
pub struct RangeIter {
    next: i64,
    step: i64,
    left: u64,
}

impl Iterator for RangeIter {
    type Item = i64;

    #[inline]
    fn next(&mut self) -> Option<i64> {
        self.left = self.left.checked_sub(1)?;
        let item = self.next;
        self.next = item.wrapping_add(self.step);
        Some(item)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = usize::try_from(self.left).unwrap_or(usize::MAX);
        (left, Some(left))
    }
}

impl ExactSizeIterator for RangeIter {}

impl IntoIterator for Range {
    type Item = i64;
    type IntoIter = RangeIter;

    #[inline]
    fn into_iter(self) -> RangeIter {
        self.iter()
    }
}

impl IntoIterator for &Range {
    type Item = i64;
    type IntoIter = RangeIter;

    #[inline]
    fn into_iter(self) -> RangeIter {
        self.iter()
    }
}

/// Equal where they have the same items.
impl PartialEq for Range {
    fn eq(&self, other: &Self) -> bool {
        self.normal() == other.normal()
    }
}

impl PyHash for Range {
    fn py_hash(&self) -> i64 {
        let (count, start, step) = self.normal();
        let mut hash = TupleHash::new();
        hash.add((count as i64).py_hash());
        hash.add(start.py_hash());
        hash.add(step.py_hash());
        hash.finish()
    }
}

impl Truth for Range {
    fn truth(&self) -> bool {
        !self.is_empty()
    }
}

impl Repr for Range {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Range { start, stop, step } = self;
        if *step == 1 {
            write!(f, "range({start}, {stop})")
        } else {
            write!(f, "range({start}, {stop}, {step})")
        }
    }
}

// SAFETY: a copy.
unsafe impl Item for Range {
    const PLAIN: bool = true;
}

crate::slice::slice_method!(Range);
