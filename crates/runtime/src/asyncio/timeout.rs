//! `asyncio.timeout`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::event_loop::{EventLoop, TimerHandle, running};
use super::suspend::{Running, current_task};
use crate::exc::{CancelledError, Exception, RuntimeError, TimeoutError};
use crate::macros::{opaque, raising_fns};

struct State {
    home: EventLoop,
    when: Option<f64>,
    task: RefCell<Option<Rc<dyn Running>>>,
    n_before: Cell<i64>,
    is_expired: Rc<Cell<bool>>,
    handle: RefCell<Option<TimerHandle>>,
}

/// What `asyncio.timeout` gives.
#[derive(Clone)]
pub struct Timeout(Rc<State>);

opaque!(Timeout, "asyncio.timeouts.Timeout");

fn of(seconds: Option<f64>) -> Result<Timeout, Exception> {
    let home = running().ok_or_else(|| Exception::new(RuntimeError, "no running event loop"))?;
    let when = seconds.map(|seconds| home.time() + seconds);
    Ok(Timeout(Rc::new(State {
        home,
        when,
        task: RefCell::default(),
        n_before: Cell::new(0),
        is_expired: Rc::default(),
        handle: RefCell::default(),
    })))
}

raising_fns! {
    /// `asyncio.timeout(seconds)`.
    fn try_timeout / timeout(seconds: f64) -> Timeout {
        of(Some(seconds))
    }

    /// `asyncio.timeout(None)`.
    fn try_timeout_never / timeout_never() -> Timeout {
        of(None)
    }
}

impl Timeout {
    /// `expired()`.
    #[must_use]
    pub fn expired(&self) -> bool {
        self.0.is_expired.get()
    }

    /// `async with self`.
    ///
    /// # Errors
    /// Where it was entered before, or no task runs.
    pub async fn enter(&self) -> Result<(), Exception> {
        if self.0.task.borrow().is_some() {
            return Err(Exception::new(RuntimeError, "Timeout has already been entered"));
        }
        let Some(task) = current_task() else {
            return Err(Exception::new(RuntimeError, "Timeout should be used inside a task"));
        };
        self.0.n_before.set(task.cancelling());
        self.0.task.replace(Some(Rc::clone(&task)));
        let Some(when) = self.0.when else { return Ok(()) };
        let is_expired = Rc::clone(&self.0.is_expired);
        let expire = Box::new(move || {
            task.cancel(None);
            is_expired.set(true);
            Ok(())
        });
        self.0.handle.replace(Some(self.0.home.call_at(when, expire)));
        Ok(())
    }

    /// The end of `async with self`, which ended in `outcome`: a cancellation of its own comes out as `TimeoutError`.
    pub fn leave<T>(&self, outcome: Result<T, Exception>) -> Result<T, Exception> {
        self.0.handle.replace(None);
        let task = self.0.task.borrow().clone();
        let (Some(task), true) = (task, self.0.is_expired.get()) else { return outcome };
        let is_own = task.uncancel() <= self.0.n_before.get();
        outcome.map_err(|error| {
            if is_own && error.is::<CancelledError>() {
                Exception::empty(TimeoutError).caused_by(error)
            } else {
                error
            }
        })
    }
}
