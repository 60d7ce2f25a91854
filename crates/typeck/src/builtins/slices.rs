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
