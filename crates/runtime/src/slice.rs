//! Where an index or a slice falls in a sequence; `slice` objects.

use std::fmt;

use std::ops::{Range, RangeFrom, RangeFull, RangeTo};

use crate::exc::{Exception, value_error};
use crate::macros::raising_methods;
use crate::show::Repr;
use crate::truth::Truth;

/// Python's `slice` of whole numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slice {
    start: Option<i64>,
    stop: Option<i64>,
    step: Option<i64>,
}

impl Slice {
    /// `slice(start, stop, step)`, `[start:stop:step]`.
    #[must_use]
    pub fn new(start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> Slice {
        Slice { start, stop, step }
    }

    /// `slice(start, stop)`.
    #[must_use]
    pub fn between(start: Option<i64>, stop: Option<i64>) -> Slice {
        Slice { start, stop, step: None }
    }

    /// `slice(stop)`.
    #[must_use]
    pub fn until(stop: Option<i64>) -> Slice {
        Slice { start: None, stop, step: None }
    }

    /// `slice.start`.
    #[must_use]
    pub fn start(&self) -> Option<i64> {
        self.start
    }

    /// `slice.stop`.
    #[must_use]
    pub fn stop(&self) -> Option<i64> {
        self.stop
    }

    /// `slice.step`.
    #[must_use]
    pub fn step(&self) -> Option<i64> {
        self.step
    }

    /// `slice == other`.
    #[must_use]
    pub fn equals(&self, other: &Slice) -> bool {
        self == other
    }

    raising_methods! {
        /// `slice.indices(length)`: where it starts, stops and by what it goes in a sequence of that length.
        fn try_indices / indices(&self, length: i64) -> (i64, i64, i64) {
            let length = usize::try_from(length).map_err(|_| value_error("length should not be negative"))?;
            let span = Span::new(self.start, self.stop, self.step, length)?;
            Ok((span.start, span.stop, span.step))
        }
    }
}

impl Truth for Slice {
    fn truth(&self) -> bool {
        true
    }
}

impl Repr for Slice {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("slice(")?;
        self.start.repr(f)?;
        f.write_str(", ")?;
        self.stop.repr(f)?;
        f.write_str(", ")?;
        self.step.repr(f)?;
        f.write_str(")")
    }
}

/// The bounds of `x[start:stop]` as Rust writes them: `1..`, `..-2`. What they mean is Python's: negative ones count from
/// the end, those outside are clamped.
pub trait Bounds {
    /// Start and stop.
    fn ends(self) -> (Option<i64>, Option<i64>);
}

impl Bounds for Range<i64> {
    #[inline]
    fn ends(self) -> (Option<i64>, Option<i64>) {
        (Some(self.start), Some(self.end))
    }
}

impl Bounds for RangeFrom<i64> {
    #[inline]
    fn ends(self) -> (Option<i64>, Option<i64>) {
        (Some(self.start), None)
    }
}

impl Bounds for RangeTo<i64> {
    #[inline]
    fn ends(self) -> (Option<i64>, Option<i64>) {
        (None, Some(self.end))
    }
}

impl Bounds for RangeFull {
    #[inline]
    fn ends(self) -> (Option<i64>, Option<i64>) {
        (None, None)
    }
}

/// `slice(a..b)` of what has `slice_by(start, stop, step)`.
macro_rules! slice_method {
    ($name:ty $(, $param:ident: $bound:path)?) => {
        impl$(<$param: $bound>)? $name {
            /// `self[start:stop]`, which raises nothing.
            #[inline]
            #[must_use]
            pub fn slice(&self, bounds: impl $crate::slice::Bounds) -> $name {
                let (start, stop) = bounds.ends();
                self.slice_by(start, stop, None)
            }
        }
    };
}
pub(crate) use slice_method;

/// Where `index` falls in a sequence of `len`; negative counts from the end.
#[inline]
pub(crate) fn position(index: i64, len: usize) -> Option<usize> {
    let from_start = if index < 0 { index.wrapping_add(len as i64) } else { index };
    (from_start >= 0 && (from_start as u64) < len as u64).then_some(from_start as usize)
}

/// `slice(start, stop, step).indices(len)` with the number of items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
    pub count: usize,
}

impl Span {
    #[inline]
    pub fn new(
        start: Option<i64>,
        stop: Option<i64>,
        step: Option<i64>,
        len: usize,
    ) -> Result<Span, Exception> {
        Span::within(start, stop, step, len as i64)
    }

    /// The same of a sequence that may be longer than memory is.
    pub fn within(
        start: Option<i64>,
        stop: Option<i64>,
        step: Option<i64>,
        len: i64,
    ) -> Result<Span, Exception> {
        let step = step.unwrap_or(1);
        if step == 0 {
            return Err(value_error("slice step cannot be zero"));
        }
        let (low, high) = if step < 0 { (-1, len - 1) } else { (0, len) };
        let clamp = |index: i64| {
            let from_start = if index < 0 { index.saturating_add(len) } else { index };
            from_start.clamp(low, high)
        };
        let start = start.map_or(if step < 0 { high } else { low }, clamp);
        let stop = stop.map_or(if step < 0 { low } else { high }, clamp);
        Ok(Span { start, stop, step, count: count(start, stop, step) as usize })
    }

    /// The positions, in the order of the slice.
    pub fn positions(self) -> impl DoubleEndedIterator<Item = usize> + ExactSizeIterator {
        (0..self.count).map(move |i| (self.start + i as i64 * self.step) as usize)
    }

    /// The positions of a slice with step 1.
    pub fn range(self) -> std::ops::Range<usize> {
        let start = self.start as usize;
        start..start + self.count
    }
}

/// `len(range(start, stop, step))`.
pub(crate) fn count(start: i64, stop: i64, step: i64) -> u64 {
    let (low, high) = if step > 0 { (start, stop) } else { (stop, start) };
    if low >= high {
        return 0;
    }
    // `high` is above `low`: their distance fits where neither is signed.
    let distance = high.wrapping_sub(low) as u64 - 1;
    match step.unsigned_abs() {
        1 => distance + 1,
        step => distance / step + 1,
    }
}

/// Start and stop of `find(x, start, stop)` and `index(x, start, stop)`: clamped, `None` where start is past the end.
pub(crate) fn bounds(start: Option<i64>, stop: Option<i64>, len: usize) -> (usize, usize) {
    let len = len as i64;
    let clamp = |index: i64| if index < 0 { index.saturating_add(len).max(0) } else { index };
    let stop = stop.map_or(len, |stop| clamp(stop).min(len));
    (start.map_or(0, clamp) as usize, stop as usize)
}

/// `index` of `insert`: clamped to `0..=len`.
pub(crate) fn insertion(index: i64, len: usize) -> usize {
    let len = len as i64;
    let from_start = if index < 0 { index.saturating_add(len) } else { index };
    from_start.clamp(0, len) as usize
}
