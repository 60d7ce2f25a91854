//! `asyncio.Lock`, `asyncio.Event`, `asyncio.Condition`, `asyncio.Semaphore`, `asyncio.BoundedSemaphore`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::coroutine::Coroutine;
use super::event_loop::get_event_loop;
use super::task::Task;
use crate::exc::{CancelledError, Exception, RuntimeError, or_end, value_error};
use crate::macros::{opaque, raising_methods};

/// Futures in line.
#[derive(Default)]
pub(super) struct Line(RefCell<Vec<Task<()>>>);

/// A place in a line, until it is dropped.
pub(super) struct Place<'a> {
    line: &'a Line,
    pub(super) future: Task<()>,
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.line.0.borrow_mut().retain(|other| !other.is(&self.future));
    }
}

impl Line {
    pub(super) fn join(&self) -> Place<'_> {
        let future = Task::pending(&get_event_loop());
        self.0.borrow_mut().push(future.clone());
        Place { line: self, future }
    }

    /// Whether somebody is in line who was not cancelled.
    fn is_waited_for(&self) -> bool {
        self.0.borrow().iter().any(|future| !future.cancelled())
    }

    /// The first who still waits.
    fn first(&self) -> Option<Task<()>> {
        self.0.borrow().iter().find(|future| !future.done()).cloned()
    }

    /// Takes everybody out who was awake already, and wakes the first who was not.
    pub(super) fn wake_next(&self) {
        let mut line = self.0.borrow_mut();
        while !line.is_empty() {
            let future = line.remove(0);
            if !future.done() {
                future.settle_value(());
                return;
            }
        }
    }

    /// Wakes up to `n` who wait.
    fn wake(&self, n: usize) {
        let waiting: Vec<Task<()>> =
            self.0.borrow().iter().filter(|future| !future.done()).take(n).cloned().collect();
        waiting.iter().for_each(|future| future.settle_value(()));
    }
}

/// Waits in `line`; the place is given up before the result is looked at.
async fn wait_in(line: &Line) -> (Task<()>, Result<(), Exception>) {
    let place = line.join();
    let future = place.future.clone();
    let ended = future.clone().await;
    drop(place);
    (future, ended)
}

#[derive(Default)]
struct LockState {
    is_locked: Cell<bool>,
    line: Line,
}

/// `asyncio.Lock`.
#[derive(Clone)]
pub struct Lock(Rc<LockState>);

opaque!(Lock, "asyncio.locks.Lock");

impl Lock {
    /// `Lock()`.
    #[expect(clippy::new_without_default, reason = "Python makes it by a call")]
    #[must_use]
    pub fn new() -> Self {
        Lock(Rc::default())
    }

    /// `locked()`.
    #[must_use]
    pub fn locked(&self) -> bool {
        self.0.is_locked.get()
    }

    fn wake_first(&self) {
        let first = self.0.line.0.borrow().first().cloned();
        if let Some(first) = first {
            first.settle_value(());
        }
    }

    async fn lock(&self) -> Result<(), Exception> {
        if self.locked() || self.0.line.is_waited_for() {
            let (_, ended) = wait_in(&self.0.line).await;
            if let Err(error) = ended {
                if error.is::<CancelledError>() && !self.locked() {
                    self.wake_first();
                }
                return Err(error);
            }
        }
        self.0.is_locked.set(true);
        Ok(())
    }

    /// `acquire()`.
    #[must_use]
    pub fn acquire(&self) -> Coroutine<bool> {
        let this = self.clone();
        Coroutine::new(async move {
            this.lock().await?;
            Ok(true)
        })
    }

    raising_methods! {
        /// `release()`.
        fn try_release / release(&self) -> () {
            if !self.0.is_locked.replace(false) {
                return Err(Exception::new(RuntimeError, "Lock is not acquired."));
            }
            self.wake_first();
            Ok(())
        }
    }

    /// `async with self`.
    #[must_use]
    pub fn enter(&self) -> Coroutine<()> {
        let this = self.clone();
        Coroutine::new(async move { this.lock().await })
    }

    raising_methods! {
        /// The end of `async with self`.
        fn try_leave / leave(&self) -> () {
            self.try_release()
        }
    }
}

#[derive(Default)]
struct EventState {
    is_set: Cell<bool>,
    line: Line,
}

/// `asyncio.Event`.
#[derive(Clone)]
pub struct Event(Rc<EventState>);

opaque!(Event, "asyncio.locks.Event");

impl Event {
    /// `Event()`.
    #[expect(clippy::new_without_default, reason = "Python makes it by a call")]
    #[must_use]
    pub fn new() -> Self {
        Event(Rc::default())
    }

    /// `is_set()`.
    #[must_use]
    pub fn is_set(&self) -> bool {
        self.0.is_set.get()
    }

    /// `set()`.
    pub fn set(&self) {
        if !self.0.is_set.replace(true) {
            self.0.line.wake(usize::MAX);
        }
    }

    /// `clear()`.
    pub fn clear(&self) {
        self.0.is_set.set(false);
    }

    /// `wait()`.
    #[must_use]
    pub fn wait(&self) -> Coroutine<bool> {
        let this = self.clone();
        Coroutine::new(async move {
            if !this.is_set() {
                wait_in(&this.0.line).await.1?;
            }
            Ok(true)
        })
    }
}

struct ConditionState {
    lock: Lock,
    line: Line,
}

/// `asyncio.Condition`.
#[derive(Clone)]
pub struct Condition(Rc<ConditionState>);

opaque!(Condition, "asyncio.locks.Condition");

impl Condition {
    /// `Condition()`.
    #[expect(clippy::new_without_default, reason = "Python makes it by a call")]
    #[must_use]
    pub fn new() -> Self {
        Condition::of(&Lock::new())
    }

    /// `Condition(lock)`.
    #[must_use]
    pub fn of(lock: &Lock) -> Self {
        Condition(Rc::new(ConditionState { lock: lock.clone(), line: Line::default() }))
    }

    /// `locked()`.
    #[must_use]
    pub fn locked(&self) -> bool {
        self.0.lock.locked()
    }

    /// `acquire()`.
    #[must_use]
    pub fn acquire(&self) -> Coroutine<bool> {
        self.0.lock.acquire()
    }

    async fn notified(&self) -> Result<(), Exception> {
        if !self.locked() {
            return Err(Exception::new(RuntimeError, "cannot wait on un-acquired lock"));
        }
        self.0.lock.try_release()?;
        let (_, ended) = wait_in(&self.0.line).await;
        let mut cancelled = None;
        // The lock is taken again even where the wait was cancelled.
        while let Err(error) = self.0.lock.lock().await {
            if !error.is::<CancelledError>() {
                return Err(error);
            }
            cancelled = Some(error);
        }
        cancelled.map_or(ended, Err)
    }

    /// `wait()`.
    #[must_use]
    pub fn wait(&self) -> Coroutine<bool> {
        let this = self.clone();
        Coroutine::new(async move {
            this.notified().await?;
            Ok(true)
        })
    }

    /// `wait_for(predicate)`.
    pub fn wait_for(&self, predicate: impl Fn() -> Result<bool, Exception> + 'static) -> Coroutine<bool> {
        let this = self.clone();
        Coroutine::new(async move {
            while !predicate()? {
                this.notified().await?;
            }
            Ok(true)
        })
    }

    raising_methods! {
        /// `release()`.
        fn try_release / release(&self) -> () {
            self.0.lock.try_release()
        }

        /// `notify(n)`.
        fn try_notify / notify(&self, n: i64) -> () {
            if !self.locked() {
                return Err(Exception::new(RuntimeError, "cannot notify on un-acquired lock"));
            }
            self.0.line.wake(usize::try_from(n.max(0)).unwrap_or(usize::MAX));
            Ok(())
        }

        /// `notify_all()`.
        fn try_notify_all / notify_all(&self) -> () {
            self.try_notify(i64::MAX)
        }

        /// The end of `async with self`.
        fn try_leave / leave(&self) -> () {
            self.0.lock.try_release()
        }
    }

    /// `async with self`.
    #[must_use]
    pub fn enter(&self) -> Coroutine<()> {
        self.0.lock.enter()
    }
}

#[derive(Default)]
struct SemaphoreState {
    value: Cell<i64>,
    line: Line,
}

/// `asyncio.Semaphore`.
#[derive(Clone)]
pub struct Semaphore(Rc<SemaphoreState>);

/// `asyncio.BoundedSemaphore`.
#[derive(Clone)]
pub struct BoundedSemaphore(Rc<(Semaphore, i64)>);

opaque!(Semaphore, "asyncio.locks.Semaphore");
opaque!(BoundedSemaphore, "asyncio.locks.BoundedSemaphore");

impl Semaphore {
    /// `Semaphore(value)`.
    ///
    /// # Errors
    /// `ValueError` where it is negative.
    pub fn try_new(value: i64) -> Result<Self, Exception> {
        if value < 0 {
            return Err(value_error("Semaphore initial value must be >= 0"));
        }
        Ok(Semaphore(Rc::new(SemaphoreState { value: Cell::new(value), line: Line::default() })))
    }

    /// The same where nobody observes exceptions.
    #[must_use]
    pub fn new(value: i64) -> Self {
        or_end(Self::try_new(value))
    }

    /// `locked()`.
    #[must_use]
    pub fn locked(&self) -> bool {
        self.0.value.get() == 0 || self.0.line.is_waited_for()
    }

    fn add(&self, n: i64) {
        self.0.value.set(self.0.value.get() + n);
    }

    fn wake_next(&self) {
        if let Some(first) = self.0.line.first() {
            self.add(-1);
            first.settle_value(());
        }
    }

    async fn take(&self) -> Result<(), Exception> {
        if !self.locked() {
            self.add(-1);
            return Ok(());
        }
        let (future, ended) = wait_in(&self.0.line).await;
        if let Err(error) = ended {
            if error.is::<CancelledError>() && !future.cancelled() {
                self.add(1);
                self.wake_next();
            }
            return Err(error);
        }
        if self.0.value.get() > 0 {
            self.wake_next();
        }
        Ok(())
    }

    /// `acquire()`.
    #[must_use]
    pub fn acquire(&self) -> Coroutine<bool> {
        let this = self.clone();
        Coroutine::new(async move {
            this.take().await?;
            Ok(true)
        })
    }

    /// `release()`.
    pub fn release(&self) {
        self.add(1);
        self.wake_next();
    }

    /// `async with self`.
    #[must_use]
    pub fn enter(&self) -> Coroutine<()> {
        let this = self.clone();
        Coroutine::new(async move { this.take().await })
    }

    /// The end of `async with self`.
    pub fn leave(&self) {
        self.release();
    }
}

impl BoundedSemaphore {
    /// `BoundedSemaphore(value)`.
    ///
    /// # Errors
    /// `ValueError` where it is negative.
    pub fn try_new(value: i64) -> Result<Self, Exception> {
        Ok(BoundedSemaphore(Rc::new((Semaphore::try_new(value)?, value))))
    }

    /// The same where nobody observes exceptions.
    #[must_use]
    pub fn new(value: i64) -> Self {
        or_end(Self::try_new(value))
    }

    /// `locked()`.
    #[must_use]
    pub fn locked(&self) -> bool {
        self.0.0.locked()
    }

    /// `acquire()`.
    #[must_use]
    pub fn acquire(&self) -> Coroutine<bool> {
        self.0.0.acquire()
    }

    raising_methods! {
        /// `release()`.
        fn try_release / release(&self) -> () {
            if self.0.0.0.value.get() >= self.0.1 {
                return Err(value_error("BoundedSemaphore released too many times"));
            }
            self.0.0.release();
            Ok(())
        }

        /// The end of `async with self`.
        fn try_leave / leave(&self) -> () {
            self.try_release()
        }
    }

    /// `async with self`.
    #[must_use]
    pub fn enter(&self) -> Coroutine<()> {
        self.0.0.enter()
    }
}
