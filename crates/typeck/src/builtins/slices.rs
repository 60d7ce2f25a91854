//! `slice`: what a subscript with colons is made of, as a value.

use super::modules::Native;

/// The name of its type.
pub const SLICE: &str = "slice";

pub(super) const NATIVES: &[Native] =
    &[Native { name: SLICE, module: "builtins", runtime: "slice::Slice", has_functions: false }];

pub(super) const ROWS: &str = "
slice(stop: opt[int]) -> slice => slice::Slice::until
slice(start: opt[int], stop: opt[int]) -> slice => slice::Slice::between
slice(start: opt[int], stop: opt[int], step: opt[int]) -> slice => slice::Slice::new
slice.__hash__: none => start
slice.start: int|none => start
slice.stop: int|none => stop
slice.step: int|none => step
slice.indices(length: int) -> tup[int, int, int] ; !ValueError => indices
slice.__eq__(other: &slice) -> bool => equals
slice.__lt__(other: &slice) -> bool => ?
slice.__le__(other: &slice) -> bool => ?
slice.__gt__(other: &slice) -> bool => ?
slice.__ge__(other: &slice) -> bool => ?
";

/// The positions of a slice of a tuple of length `n` with written bounds: start, stop and step, each left out or a
/// literal; `None` where one is no literal, or the step is zero.
#[must_use]
pub fn positions(n: usize, bounds: [Option<Option<i64>>; 3]) -> Option<Vec<usize>> {
    let [start, stop, step] = bounds;
    let n = i64::try_from(n).ok()?;
    let step = step.unwrap_or(Some(1))?;
    if step == 0 {
        return None;
    }
    let (low, high) = if step < 0 { (-1, n - 1) } else { (0, n) };
    let clamp = |at: i64| (if at < 0 { at.saturating_add(n) } else { at }).clamp(low, high);
    let (first, last) = if step < 0 { (high, low) } else { (low, high) };
    let start = start.map_or(Some(first), |at| at.map(clamp))?;
    let stop = stop.map_or(Some(last), |at| at.map(clamp))?;
    let mut found = Vec::new();
    let mut at = start;
    while if step < 0 { at > stop } else { at < stop } {
        found.push(usize::try_from(at).ok()?);
        at = at.saturating_add(step);
    }
    Some(found)
}
