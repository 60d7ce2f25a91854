//! Which buffers a `memoryview` looks at: such a buffer keeps its length.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::exc::{BufferError, Exception};

thread_local! {
    /// By the identity of a buffer, how many views of it are alive.
    static EXPORTS: RefCell<HashMap<usize, usize>> = RefCell::default();
}

/// Counts a view of a buffer.
pub(crate) fn hold(buffer: usize) {
    EXPORTS.with_borrow_mut(|exports| *exports.entry(buffer).or_default() += 1);
}

/// Counts a view less.
pub(crate) fn release(buffer: usize) {
    EXPORTS.with_borrow_mut(|exports| {
        if let Some(count) = exports.get_mut(&buffer) {
            *count -= 1;
            if *count == 0 {
                exports.remove(&buffer);
            }
        }
    });
}

/// Whether a view of the buffer is alive.
pub(crate) fn is_held(buffer: usize) -> bool {
    EXPORTS.with_borrow(|exports| !exports.is_empty() && exports.contains_key(&buffer))
}

/// `BufferError` with `message` where a view of the buffer is alive.
pub(crate) fn check(buffer: usize, message: &'static str) -> Result<(), Exception> {
    if is_held(buffer) { Err(Exception::new(BufferError, message)) } else { Ok(()) }
}
