//! `datetime`: its limits, and what ends where it would stop being CPython's; its classes are written in Python.

use crate::output::trap;

/// `datetime.MINYEAR`.
pub const MINYEAR: i64 = 1;
/// `datetime.MAXYEAR`.
pub const MAXYEAR: i64 = 9999;

/// What the library in Python does not do: a trap.
pub fn unsupported(what: &str) {
    trap(what)
}
