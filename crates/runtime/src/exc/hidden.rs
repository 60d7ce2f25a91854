//! Exceptions of hidden calls: `__eq__`, `__hash__`, `__lt__` and `__bool__` run inside operations of containers, whose
//! Rust traits return plain values.
//!
//! Where somebody observes the exception, the operation runs under a [`Watch`]. A hidden call that raises leaves its
//! exception there and answers with any value; no further hidden call runs, containers stay as they are, and
//! [`Watch::settle`] turns what the operation gave into the exception. Without a watch it ends the program at once.
//!
//! ```text
//! watched!(seen.contains(&point))?
//! ```

use std::cell::{Cell, RefCell};

use super::Exception;

thread_local! {
    static WATCHES: Cell<u32> = const { Cell::new(0) };
    static RAISED: RefCell<Option<Exception>> = const { RefCell::new(None) };
}

/// The value of an operation, or what a hidden call in it raised: `watched!(seen.contains(&point))?`.
#[macro_export]
macro_rules! watched {
    ($value:expr) => {{
        let watch = $crate::exc::watch();
        let value = $value;
        watch.settle(value)
    }};
}

/// Somebody observes what hidden calls raise, until it is dropped.
#[must_use]
pub struct Watch {
    outer: u32,
}

/// Observes what hidden calls raise from here on.
pub fn watch() -> Watch {
    Watch { outer: WATCHES.replace(1) }
}

impl Watch {
    /// `value`, or what a hidden call raised on the way to it.
    ///
    /// # Errors
    /// What the hidden call raised.
    pub fn settle<T>(self, value: T) -> Result<T, Exception> {
        match RAISED.take() {
            Some(error) => Err(error),
            None => Ok(value),
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        WATCHES.set(self.outer);
        // Another exception left the operation.
        RAISED.take();
    }
}

/// What a hidden call gives; `None` where it raised, or one before it did.
pub fn hidden<T>(call: impl FnOnce() -> Result<T, Exception>) -> Option<T> {
    if is_raised() {
        return None;
    }
    // What the code of the program does by itself is observed by its own watches.
    let outer = WATCHES.replace(0);
    let answer = call();
    WATCHES.set(outer);
    match answer {
        Ok(value) => Some(value),
        Err(error) => hide(error, None),
    }
}

/// `value` for an operation that raises `error` where only hidden calls could tell.
#[cold]
pub fn hide<T>(error: Exception, value: T) -> T {
    if WATCHES.get() == 0 {
        error.uncaught();
    }
    RAISED.with_borrow_mut(|raised| {
        raised.get_or_insert(error);
    });
    value
}

/// Whether a hidden call raised and the operation has to end without a change.
#[must_use]
pub fn is_raised() -> bool {
    WATCHES.get() != 0 && RAISED.with_borrow(Option::is_some)
}

/// What an operation that found nothing raises: the exception of a hidden call that kept it from finding it, else `error`.
#[cold]
pub(crate) fn raised_or(error: Exception) -> Exception {
    if WATCHES.get() == 0 { error } else { RAISED.take().unwrap_or(error) }
}
