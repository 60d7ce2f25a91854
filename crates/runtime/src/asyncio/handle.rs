//! Calls that a program asks the event loop for.

use std::cell::Cell;
use std::rc::Rc;

use super::event_loop::{Callback, EventLoop};
use crate::exc::{Exception, KeyboardInterrupt, SystemExit};
use crate::macros::opaque;
use crate::output;

/// `asyncio.Handle` and `asyncio.TimerHandle`: a call to come. Clones share it.
#[derive(Clone)]
pub struct Handle(Rc<Cell<bool>>);

opaque!(Handle, "asyncio.Handle");

impl Handle {
    /// `cancel()`.
    pub fn cancel(&self) {
        self.0.set(true);
    }

    /// `cancelled()`.
    #[must_use]
    pub fn cancelled(&self) -> bool {
        self.0.get()
    }

    /// The call and its handle. What it raises is shown and forgotten.
    fn of(callback: impl FnOnce() -> Result<(), Exception> + 'static) -> (Self, Callback) {
        let is_cancelled = Rc::new(Cell::new(false));
        let handle = Handle(Rc::clone(&is_cancelled));
        let call = move || {
            if !is_cancelled.get()
                && let Err(error) = callback()
            {
                if error.is::<SystemExit>() || error.is::<KeyboardInterrupt>() {
                    return Err(error);
                }
                output::flush();
                eprint!("Exception in callback\n{}", error.traceback());
            }
            Ok(())
        };
        (handle, Box::new(call))
    }
}

impl EventLoop {
    /// `call_soon(callback)`.
    pub fn soon(&self, callback: impl FnOnce() -> Result<(), Exception> + 'static) -> Handle {
        let (handle, call) = Handle::of(callback);
        self.call_soon(call);
        handle
    }

    /// `call_soon(callback, a)`.
    pub fn soon_with<A: 'static>(
        &self,
        callback: impl FnOnce(A) -> Result<(), Exception> + 'static,
        a: A,
    ) -> Handle {
        self.soon(move || callback(a))
    }

    /// `call_soon(callback, a, b)`.
    pub fn soon_with_two<A: 'static, B: 'static>(
        &self,
        callback: impl FnOnce(A, B) -> Result<(), Exception> + 'static,
        a: A,
        b: B,
    ) -> Handle {
        self.soon(move || callback(a, b))
    }

    /// `call_at(when, callback)`.
    pub fn at(&self, when: f64, callback: impl FnOnce() -> Result<(), Exception> + 'static) -> Handle {
        let (handle, call) = Handle::of(callback);
        self.call_at(when, call).keep();
        handle
    }

    /// `call_at(when, callback, a)`.
    pub fn at_with<A: 'static>(
        &self,
        when: f64,
        callback: impl FnOnce(A) -> Result<(), Exception> + 'static,
        a: A,
    ) -> Handle {
        self.at(when, move || callback(a))
    }

    /// `call_later(delay, callback)`.
    pub fn later(&self, delay: f64, callback: impl FnOnce() -> Result<(), Exception> + 'static) -> Handle {
        self.at(self.time() + delay, callback)
    }

    /// `call_later(delay, callback, a)`.
    pub fn later_with<A: 'static>(
        &self,
        delay: f64,
        callback: impl FnOnce(A) -> Result<(), Exception> + 'static,
        a: A,
    ) -> Handle {
        self.later(delay, move || callback(a))
    }

    /// `call_later(delay, callback, a, b)`.
    pub fn later_with_two<A: 'static, B: 'static>(
        &self,
        delay: f64,
        callback: impl FnOnce(A, B) -> Result<(), Exception> + 'static,
        a: A,
        b: B,
    ) -> Handle {
        self.later(delay, move || callback(a, b))
    }
}
