//! How a running body tells its task what it waits for, and what the task tells it when it goes on.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use super::event_loop::Callback;
use crate::exc::Exception;
use crate::str::Str;

/// What a task can wait for.
pub(super) trait Waitable {
    /// Calls `callback` in the turn after it is done.
    fn then(&self, callback: Callback);
    /// Asks it to end; whether that had an effect.
    fn cancel(&self, message: Option<&Str>) -> bool;
    fn is_done(&self) -> bool;
    /// Where it was cancelled, with which message, or an empty one.
    fn cancel_message(&self) -> Option<Str>;
    /// What it raised, which then counts as seen.
    fn failure(&self) -> Option<Exception>;
}

/// What a running task is asked for.
pub(super) trait Running: Waitable {
    /// Takes one request to cancel it back; how many there are still.
    fn uncancel(&self) -> i64;
    /// How many requests to cancel it there are.
    fn cancelling(&self) -> i64;
    fn name(&self) -> Str;
    fn set_name(&self, name: Str);
}

thread_local! {
    static WAITS_FOR: Cell<Option<Rc<dyn Waitable>>> = const { Cell::new(None) };
    static THROWN: Cell<Option<Exception>> = const { Cell::new(None) };
    static CURRENT: RefCell<Option<Rc<dyn Running>>> = const { RefCell::new(None) };
}

/// What the body that was just polled waits for; `None` is the next turn.
pub(super) fn take_waits_for() -> Option<Rc<dyn Waitable>> {
    WAITS_FOR.take()
}

/// What the next body to be polled finds raised where it left off.
pub(super) fn set_thrown(error: Option<Exception>) {
    THROWN.set(error);
}

/// What was thrown at the body that goes on.
pub(super) fn take_thrown() -> Option<Exception> {
    THROWN.take()
}

/// The task that runs.
pub(super) fn current_task() -> Option<Rc<dyn Running>> {
    CURRENT.with_borrow(Clone::clone)
}

/// Another task runs, or none.
pub(super) fn set_current_task(task: Option<Rc<dyn Running>>) {
    CURRENT.set(task);
}

/// Stops the task until `waits_for` is done, or until the next turn.
pub(super) struct Suspend {
    waits_for: Option<Rc<dyn Waitable>>,
    is_suspended: bool,
}

/// A bare `yield` of CPython's: until the next turn.
pub(super) fn next_turn() -> Suspend {
    Suspend { waits_for: None, is_suspended: false }
}

/// Until `waits_for` is done.
pub(super) fn until(waits_for: Rc<dyn Waitable>) -> Suspend {
    Suspend { waits_for: Some(waits_for), is_suspended: false }
}

impl Future for Suspend {
    type Output = Result<(), Exception>;

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        if self.is_suspended {
            return Poll::Ready(THROWN.take().map_or(Ok(()), Err));
        }
        self.is_suspended = true;
        WAITS_FOR.set(self.waits_for.take());
        Poll::Pending
    }
}
