//! Tasks and futures: what will have a result.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use super::coroutine::{Coroutine, shared};
use super::current::CurrentTask;
use super::event_loop::{Callback, EventLoop, get_event_loop, running};
use super::suspend::{
    Running, Suspend, Waitable, set_current_task, set_thrown, take_thrown, take_waits_for, until,
};
use crate::exc::{CancelledError, Exception, InvalidStateError, KeyboardInterrupt, RuntimeError, SystemExit};
use crate::hash::{self, PyHash};
use crate::item::Item;
use crate::macros::{raising_fns, raising_methods};
use crate::output;
use crate::show::Repr;
use crate::str::Str;
use crate::truth::Truth;

enum Outcome<R> {
    Pending,
    Value(R),
    Raised(Exception),
    Cancelled(Exception),
}

/// What a task has and a mere future has not.
struct Work<R: 'static> {
    coroutine: Coroutine<R>,
    name: RefCell<Str>,
    /// What the coroutine is cancelled with when it goes on.
    must_cancel: RefCell<Option<Exception>>,
    waits_for: RefCell<Option<Rc<dyn Waitable>>>,
    n_cancels: Cell<i64>,
}

struct Core<R: 'static> {
    home: EventLoop,
    outcome: RefCell<Outcome<R>>,
    callbacks: RefCell<Vec<Callback>>,
    work: Option<Work<R>>,
    /// What `gather` waits for: cancelling it cancels these.
    parts: RefCell<Vec<Rc<dyn Waitable>>>,
    cancels_parts: Cell<bool>,
    cancel_message: RefCell<Option<Str>>,
    is_seen: Cell<bool>,
}

/// `asyncio.Task`, and `asyncio.Future`: one without a coroutine. Clones share it.
pub struct Task<R: 'static>(Rc<Core<R>>);

shared!(Task, "_asyncio.Task");

thread_local! {
    static N_NAMED: Cell<u64> = const { Cell::new(0) };
}

fn cancelled(message: Option<&Str>) -> Exception {
    match message {
        Some(message) => Exception::with_arg(CancelledError, message),
        None => Exception::empty(CancelledError),
    }
}

impl<R: 'static> Core<R> {
    fn new(home: &EventLoop, work: Option<Work<R>>) -> Self {
        Core {
            home: home.clone(),
            outcome: RefCell::new(Outcome::Pending),
            callbacks: RefCell::default(),
            work,
            parts: RefCell::default(),
            cancels_parts: Cell::new(false),
            cancel_message: RefCell::default(),
            is_seen: Cell::new(false),
        }
    }

    fn is_pending(&self) -> bool {
        matches!(*self.outcome.borrow(), Outcome::Pending)
    }

    fn settle(&self, outcome: Outcome<R>) {
        self.outcome.replace(outcome);
        for callback in self.callbacks.take() {
            self.home.call_soon(callback);
        }
    }
}

impl<R: 'static> Waitable for Core<R> {
    fn then(&self, callback: Callback) {
        if self.is_pending() {
            self.callbacks.borrow_mut().push(callback);
        } else {
            self.home.call_soon(callback);
        }
    }

    fn cancel(&self, message: Option<&Str>) -> bool {
        if !self.is_pending() {
            return false;
        }
        self.cancel_message.replace(message.cloned());
        let parts = self.parts.borrow().clone();
        if !parts.is_empty() {
            let is_any = parts.iter().filter(|part| part.cancel(message)).count() > 0;
            self.cancels_parts.set(self.cancels_parts.get() || is_any);
            return is_any;
        }
        let Some(work) = &self.work else {
            self.settle(Outcome::Cancelled(cancelled(message)));
            return true;
        };
        work.n_cancels.set(work.n_cancels.get() + 1);
        let waits_for = work.waits_for.borrow().clone();
        if !waits_for.is_some_and(|waits_for| waits_for.cancel(message)) {
            work.must_cancel.replace(Some(cancelled(message)));
        }
        true
    }

    fn is_done(&self) -> bool {
        !self.is_pending()
    }

    fn cancel_message(&self) -> Option<Str> {
        let is_cancelled = matches!(*self.outcome.borrow(), Outcome::Cancelled(_));
        is_cancelled.then(|| self.cancel_message.borrow().clone().unwrap_or_default())
    }

    fn failure(&self) -> Option<Exception> {
        self.is_seen.set(true);
        match &*self.outcome.borrow() {
            Outcome::Pending | Outcome::Value(_) => None,
            Outcome::Raised(error) | Outcome::Cancelled(error) => Some(error.clone()),
        }
    }
}

impl<R: Item> Running for Core<R> {
    fn uncancel(&self) -> i64 {
        let Some(work) = &self.work else { return 0 };
        let left = (work.n_cancels.get() - 1).max(0);
        work.n_cancels.set(left);
        left
    }

    fn cancelling(&self) -> i64 {
        self.work.as_ref().map_or(0, |work| work.n_cancels.get())
    }

    fn name(&self) -> Str {
        self.work.as_ref().map(|work| work.name.borrow().clone()).unwrap_or_default()
    }

    fn set_name(&self, name: Str) {
        if let Some(work) = &self.work {
            work.name.replace(name);
        }
    }
}

/// Runs the coroutine of a task to its next stop, after `thrown` was raised where it left off.
fn step<R: Item>(core: &Rc<Core<R>>, thrown: Option<Exception>) -> Result<(), Exception> {
    let Some(work) = &core.work else { return Ok(()) };
    if !core.is_pending() {
        return Ok(());
    }
    let thrown = match work.must_cancel.take() {
        Some(cancel) => thrown.filter(Exception::is::<CancelledError>).or(Some(cancel)),
        None => thrown,
    };
    work.waits_for.replace(None);
    let polled = match thrown {
        Some(error) if work.coroutine.close_if_new() => Poll::Ready(Err(error)),
        thrown => {
            set_thrown(thrown);
            set_current_task(Some(core.clone()));
            let polled = work.coroutine.resume();
            set_current_task(None);
            drop(take_thrown());
            polled
        }
    };
    match polled {
        Poll::Ready(Ok(value)) => match work.must_cancel.take() {
            Some(cancel) => core.settle(Outcome::Cancelled(cancel)),
            None => core.settle(Outcome::Value(value)),
        },
        Poll::Ready(Err(error)) if error.is::<CancelledError>() => core.settle(Outcome::Cancelled(error)),
        Poll::Ready(Err(error)) => {
            core.settle(Outcome::Raised(error.clone()));
            if error.is::<SystemExit>() || error.is::<KeyboardInterrupt>() {
                core.is_seen.set(true);
                return Err(error);
            }
        }
        Poll::Pending => {
            let next = Rc::clone(core);
            match take_waits_for() {
                None => core.home.call_soon(Box::new(move || step(&next, None))),
                Some(waits_for) => {
                    let of = Rc::clone(&waits_for);
                    waits_for.then(Box::new(move || step(&next, of.failure())));
                    work.waits_for.replace(Some(Rc::clone(&waits_for)));
                    let must_cancel = work.must_cancel.borrow().clone();
                    if let Some(cancel) = must_cancel {
                        let message = cancel.arg_as(0, |arg| arg.get::<Str>().map(Some));
                        if waits_for.cancel(message.as_ref()) {
                            work.must_cancel.replace(None);
                        }
                    }
                }
            }
        }
    }
    Ok(())
}

impl<R: 'static> Drop for Core<R> {
    /// As CPython, says so of an exception that nobody saw.
    fn drop(&mut self) {
        if let (Outcome::Raised(error), false) = (&*self.outcome.borrow(), self.is_seen.get()) {
            output::flush();
            let what = if self.work.is_some() { "Task" } else { "Future" };
            eprint!("{what} exception was never retrieved\n{}", error.traceback());
        }
    }
}

impl<R: 'static> Task<R> {
    /// Python's `self is other`.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// A future.
    pub(super) fn pending(home: &EventLoop) -> Self {
        Task(Rc::new(Core::new(home, None)))
    }

    pub(super) fn waitable(&self) -> Rc<dyn Waitable> {
        Rc::clone(&self.0) as Rc<dyn Waitable>
    }

    pub(super) fn settle_value(&self, value: R) {
        if self.0.is_pending() {
            self.0.settle(Outcome::Value(value));
        }
    }

    pub(super) fn settle_error(&self, error: Exception) {
        if self.0.is_pending() {
            self.0.settle(Outcome::Raised(error));
        }
    }

    /// Waits for `parts`, which are cancelled in its stead.
    pub(super) fn set_parts(&self, parts: Vec<Rc<dyn Waitable>>) {
        self.0.parts.replace(parts);
    }

    pub(super) fn has_raised(&self) -> bool {
        matches!(*self.0.outcome.borrow(), Outcome::Raised(_))
    }

    pub(super) fn cancels_parts(&self) -> bool {
        self.0.cancels_parts.get()
    }

    /// `done()`.
    #[must_use]
    pub fn done(&self) -> bool {
        !self.0.is_pending()
    }

    /// `cancelled()`.
    #[must_use]
    pub fn cancelled(&self) -> bool {
        matches!(*self.0.outcome.borrow(), Outcome::Cancelled(_))
    }

    /// `cancel()`.
    pub fn cancel(&self) -> bool {
        self.0.cancel(None)
    }

    /// `cancel(msg)`.
    pub fn cancel_saying(&self, message: &str) -> bool {
        self.0.cancel(Some(&Str::from(message)))
    }

    /// `get_name()`.
    #[must_use]
    pub fn get_name(&self) -> Str {
        match &self.0.work {
            Some(work) => work.name.borrow().clone(),
            None => crate::exc::missing_attribute("_asyncio.Future", "get_name").uncaught(),
        }
    }

    /// `set_name(name)`.
    pub fn set_name(&self, name: &str) {
        match &self.0.work {
            Some(work) => drop(work.name.replace(Str::from(name))),
            None => crate::exc::missing_attribute("_asyncio.Future", "set_name").uncaught(),
        }
    }
}

impl<R: Item> Task<R> {
    /// `Future()`.
    #[expect(clippy::new_without_default, reason = "Python makes it by a call")]
    #[must_use]
    pub fn new() -> Self {
        Task::pending(&get_event_loop())
    }

    /// A task that begins in the next turn.
    pub(super) fn start(home: &EventLoop, coroutine: Coroutine<R>, name: Option<&str>) -> Self {
        let name = match name {
            Some(name) => Str::from(name),
            None => {
                N_NAMED.set(N_NAMED.get() + 1);
                Str::from(format!("Task-{}", N_NAMED.get()))
            }
        };
        let work = Work {
            coroutine,
            name: RefCell::new(name),
            must_cancel: RefCell::default(),
            waits_for: RefCell::default(),
            n_cancels: Cell::new(0),
        };
        let core = Rc::new(Core::new(home, Some(work)));
        let whole: Rc<dyn Waitable> = core.clone();
        home.note_task(Rc::downgrade(&whole));
        let first = Rc::clone(&core);
        home.call_soon(Box::new(move || step(&first, None)));
        Task(core)
    }

    pub(super) fn outcome(&self) -> Result<R, Exception> {
        self.0.is_seen.set(true);
        match &*self.0.outcome.borrow() {
            Outcome::Pending => Err(Exception::new(InvalidStateError, "Result is not set.")),
            Outcome::Value(value) => Ok(value.clone()),
            Outcome::Raised(error) | Outcome::Cancelled(error) => Err(error.clone()),
        }
    }

    raising_methods! {
        /// `result()`.
        fn try_result / result(&self) -> R {
            self.outcome()
        }

        /// `exception()`.
        fn try_exception / exception(&self) -> Option<Exception> {
            self.0.is_seen.set(true);
            match &*self.0.outcome.borrow() {
                Outcome::Pending => Err(Exception::new(InvalidStateError, "Exception is not set.")),
                Outcome::Value(_) => Ok(None),
                Outcome::Raised(error) => Ok(Some(error.clone())),
                Outcome::Cancelled(error) => Err(error.clone()),
            }
        }

        /// `set_result(value)` of a future.
        fn try_set_result / set_result(&self, value: R) -> () {
            if self.0.work.is_some() {
                return Err(Exception::new(RuntimeError, "Task does not support set_result operation"));
            }
            if self.done() {
                return Err(Exception::empty(InvalidStateError));
            }
            self.settle_value(value);
            Ok(())
        }

        /// `set_exception(error)` of a future.
        fn try_set_exception / set_exception(&self, error: Exception) -> () {
            if self.0.work.is_some() {
                return Err(Exception::new(RuntimeError, "Task does not support set_exception operation"));
            }
            if self.done() {
                return Err(Exception::empty(InvalidStateError));
            }
            self.settle_error(error);
            Ok(())
        }
    }

    /// The task, whatever it gives.
    #[must_use]
    pub fn erased(&self) -> CurrentTask {
        CurrentTask::of(self.0.clone())
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

    /// `add_done_callback(function)`.
    pub fn add_done_callback(&self, function: impl Fn(Task<R>) -> Result<(), Exception> + 'static) {
        let this = self.clone();
        self.0.then(Box::new(move || {
            if let Err(error) = function(this) {
                if error.is::<SystemExit>() || error.is::<KeyboardInterrupt>() {
                    return Err(error);
                }
                output::flush();
                eprint!("Exception in callback\n{}", error.traceback());
            }
            Ok(())
        }));
    }
}

/// `await task`.
pub struct Waiting<R: 'static> {
    task: Task<R>,
    suspend: Option<Suspend>,
}

impl<R: Item> Future for Waiting<R> {
    type Output = Result<R, Exception>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        if self.suspend.is_none() && self.task.done() {
            return Poll::Ready(self.task.outcome());
        }
        let waitable = self.task.waitable();
        let suspend = self.suspend.get_or_insert_with(|| until(waitable));
        match Pin::new(suspend).poll(cx) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
            Poll::Ready(Ok(())) => Poll::Ready(self.task.outcome()),
        }
    }
}

impl<R: Item> IntoFuture for Task<R> {
    type Output = Result<R, Exception>;
    type IntoFuture = Waiting<R>;

    fn into_future(self) -> Waiting<R> {
        Waiting { task: self, suspend: None }
    }
}

/// What can be awaited, as a task: a coroutine becomes one.
pub trait IntoTask {
    /// What awaiting it gives.
    type Output: Item;

    /// The task, in the loop that runs, or the thread's.
    fn into_task(self) -> Task<Self::Output>
    where
        Self: Sized,
    {
        self.into_task_of(&get_event_loop())
    }

    /// The task, in that loop.
    fn into_task_of(self, home: &EventLoop) -> Task<Self::Output>;

    /// `await self`, a coroutine without a task of its own.
    fn awaited(self) -> impl Future<Output = Result<Self::Output, Exception>>;
}

impl<R: Item> IntoTask for Coroutine<R> {
    type Output = R;

    fn into_task_of(self, home: &EventLoop) -> Task<R> {
        home.start(self, None)
    }

    fn awaited(self) -> impl Future<Output = Result<R, Exception>> {
        self
    }
}

impl<R: Item> IntoTask for Task<R> {
    type Output = R;

    fn into_task_of(self, _: &EventLoop) -> Task<R> {
        self
    }

    fn awaited(self) -> impl Future<Output = Result<R, Exception>> {
        self.into_future()
    }
}

raising_fns! {
    /// `asyncio.create_task(coroutine)`.
    fn try_create_task / create_task [R: Item] (coroutine: Coroutine<R>) -> Task<R> {
        let home = running().ok_or_else(|| Exception::new(RuntimeError, "no running event loop"))?;
        Ok(home.start(coroutine, None))
    }

    /// `asyncio.create_task(coroutine, name=name)`.
    fn try_create_named_task / create_named_task [R: Item] (coroutine: Coroutine<R>, name: &str) -> Task<R> {
        let home = running().ok_or_else(|| Exception::new(RuntimeError, "no running event loop"))?;
        Ok(home.start(coroutine, Some(name)))
    }
}

/// `asyncio.ensure_future(awaitable)`.
pub fn ensure_future<A: IntoTask>(awaitable: A) -> Task<A::Output> {
    awaitable.into_task()
}
