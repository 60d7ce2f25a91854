//! `asyncio.current_task`: a task whose result is not known.

use std::rc::Rc;

use super::event_loop::running;
use super::suspend::{self, Running};
use crate::exc::{Exception, RuntimeError};
use crate::macros::{opaque, raising_fns};
use crate::str::Str;

/// A task, whatever it gives. Clones share it.
#[derive(Clone)]
pub struct CurrentTask(Rc<dyn Running>);

opaque!(CurrentTask, "_asyncio.Task");

impl CurrentTask {
    pub(super) fn of(task: Rc<dyn Running>) -> Self {
        CurrentTask(task)
    }

    /// `done()`.
    #[must_use]
    pub fn done(&self) -> bool {
        self.0.is_done()
    }

    /// `cancelled()`.
    #[must_use]
    pub fn cancelled(&self) -> bool {
        self.0.cancel_message().is_some()
    }

    /// `cancel()`.
    pub fn cancel(&self) -> bool {
        self.0.cancel(None)
    }

    /// `cancelling()`.
    #[must_use]
    pub fn cancelling(&self) -> i64 {
        self.0.cancelling()
    }

    /// `uncancel()`.
    pub fn uncancel(&self) -> i64 {
        self.0.uncancel()
    }

    /// `get_name()`.
    #[must_use]
    pub fn get_name(&self) -> Str {
        self.0.name()
    }

    /// `set_name(name)`.
    pub fn set_name(&self, name: &str) {
        self.0.set_name(Str::from(name));
    }

    /// What it raised.
    #[must_use]
    pub fn failure(&self) -> Option<Exception> {
        self.0.failure()
    }

    /// Calls `function` in the turn after it is done.
    pub fn then(&self, function: impl Fn() -> Result<(), Exception> + 'static) {
        self.0.then(Box::new(function));
    }
}

raising_fns! {
    /// `asyncio.current_task()`.
    fn try_current_task / current_task() -> CurrentTask {
        let task = running().and_then(|_| suspend::current_task());
        task.map(CurrentTask).ok_or_else(|| Exception::new(RuntimeError, "no running event loop"))
    }
}
