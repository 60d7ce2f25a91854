//! `logging`: the levels, and what ends where it would stop being CPython's; its classes are written in Python.

use crate::output::trap;

/// `logging.CRITICAL`.
pub const CRITICAL: i64 = 50;
/// `logging.ERROR`.
pub const ERROR: i64 = 40;
/// `logging.WARNING`.
pub const WARNING: i64 = 30;
/// `logging.INFO`.
pub const INFO: i64 = 20;
/// `logging.DEBUG`.
pub const DEBUG: i64 = 10;
/// `logging.NOTSET`.
pub const NOTSET: i64 = 0;

/// What the library in Python does not do: a trap.
pub fn unsupported(what: &str) {
    trap(what)
}
