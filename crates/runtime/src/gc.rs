//! `gc`: what a program may ask of the search for cycles ([`crate::cycles`]). Whether that is switched on is remembered,
//! and changes nothing: a program cannot tell.

use std::cell::Cell;

use crate::exc::value_error;
use crate::macros::raising_fns;

thread_local! {
    static IS_ENABLED: Cell<bool> = const { Cell::new(true) };
}

raising_fns! {
    /// `gc.collect(generation)`.
    fn try_collect / collect(generation: i64) -> () {
        if (0..=2).contains(&generation) {
            crate::cycles::collect();
            Ok(())
        } else { Err(value_error("invalid generation")) }
    }
}

/// `gc.enable()`.
pub fn enable() {
    IS_ENABLED.set(true);
}

/// `gc.disable()`.
pub fn disable() {
    IS_ENABLED.set(false);
}

/// `gc.isenabled()`.
#[must_use]
pub fn isenabled() -> bool {
    IS_ENABLED.get()
}

/// `gc.freeze()`, `gc.unfreeze()`.
pub fn freeze() {}
