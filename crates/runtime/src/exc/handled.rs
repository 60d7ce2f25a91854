//! The exceptions being handled: what a bare `raise` in a function that a handler calls raises again, and the `__context__`
//! of what is raised meanwhile. Only programs that ask for it keep them.

use std::cell::RefCell;

use super::{Exception, RuntimeError};

thread_local! {
    static HANDLED: RefCell<Vec<Exception>> = const { RefCell::new(Vec::new()) };
}

/// A handler at work, until it is dropped.
#[must_use]
pub struct Handled(Exception);

/// A handler for `error` begins.
pub fn handle(error: &Exception) -> Handled {
    HANDLED.with_borrow_mut(|handled| handled.push(error.clone()));
    Handled(error.clone())
}

/// A `finally` begins after what it guards ended so.
pub fn handle_pending<T>(outcome: &Result<T, Exception>) -> Option<Handled> {
    outcome.as_ref().err().map(handle)
}

impl Drop for Handled {
    fn drop(&mut self) {
        // A generator may leave its handler after those that began later.
        HANDLED.with_borrow_mut(|handled| {
            if let Some(at) = handled.iter().rposition(|error| error.same(&self.0)) {
                handled.remove(at);
            }
        });
    }
}

/// The exception being handled.
#[must_use]
pub fn handled() -> Option<Exception> {
    HANDLED.with_borrow(|handled| handled.last().cloned())
}

/// `traceback.print_exc()`: what is being handled, on standard error.
pub fn print_handled() {
    crate::output::flush();
    match handled() {
        Some(error) => eprint!("{}", error.traceback()),
        None => eprintln!("NoneType: None"),
    }
}

/// What a bare `raise` raises.
#[must_use]
pub fn reraised() -> Exception {
    handled().unwrap_or_else(|| Exception::new(RuntimeError, "No active exception to reraise"))
}
