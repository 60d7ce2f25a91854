//! The event loop: callbacks that are ready, in order, and timers by their time.

use std::cell::{Cell, RefCell};
use std::cmp::Ordering;
use std::collections::{BinaryHeap, VecDeque};
use std::future::ready;
use std::rc::{Rc, Weak};
use std::time::Duration;

use super::coroutine::Coroutine;
use super::suspend::Waitable;
use super::task::{IntoTask, Task};
use crate::exc::{Exception, KeyboardInterrupt, RuntimeError, SystemExit, or_end};
use crate::item::Item;
use crate::macros::{opaque, raising_fns, raising_methods};
use crate::output;
use crate::time::perf_counter;

/// What the loop calls; only what ends the program comes back as an error.
pub(super) type Callback = Box<dyn FnOnce() -> Result<(), Exception>>;

/// How close to its time a timer counts as due, in seconds: the resolution of the clock.
const RESOLUTION: f64 = 1e-9;

struct Timer {
    /// In seconds of [`EventLoop::time`].
    when: f64,
    order: u64,
    callback: Callback,
    is_cancelled: Rc<Cell<bool>>,
}

impl Ord for Timer {
    /// The earliest is the greatest, as the heap gives that first.
    fn cmp(&self, other: &Self) -> Ordering {
        other.when.total_cmp(&self.when).then(other.order.cmp(&self.order))
    }
}

impl PartialOrd for Timer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Timer {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Timer {}

#[derive(Default)]
struct State {
    ready: RefCell<VecDeque<Callback>>,
    timers: RefCell<BinaryHeap<Timer>>,
    n_timers: Cell<u64>,
    is_stopping: Cell<bool>,
    is_closed: Cell<bool>,
    tasks: RefCell<Vec<Weak<dyn Waitable>>>,
}

/// An event loop. Clones share it.
#[derive(Clone)]
pub struct EventLoop(Rc<State>);

opaque!(EventLoop, "asyncio.EventLoop");

thread_local! {
    static RUNNING: RefCell<Option<EventLoop>> = const { RefCell::new(None) };
    static OF_THREAD: RefCell<Option<EventLoop>> = const { RefCell::new(None) };
}

/// A timer that can be stopped.
pub(super) struct TimerHandle(Rc<Cell<bool>>);

impl TimerHandle {
    pub(super) fn cancel(&self) {
        self.0.set(true);
    }

    /// The timer stays, whatever becomes of the handle.
    pub(super) fn keep(self) {
        std::mem::forget(self);
    }
}

impl Drop for TimerHandle {
    /// Whoever waited for it waits no more.
    fn drop(&mut self) {
        self.cancel();
    }
}

/// The loop that runs.
pub(super) fn running() -> Option<EventLoop> {
    RUNNING.with_borrow(Clone::clone)
}

impl EventLoop {
    fn new() -> Self {
        EventLoop(Rc::default())
    }

    pub(super) fn call_soon(&self, callback: Callback) {
        self.0.ready.borrow_mut().push_back(callback);
    }

    /// Calls `callback` at `when`, unless the handle is dropped before.
    pub(super) fn call_at(&self, when: f64, callback: Callback) -> TimerHandle {
        let order = self.0.n_timers.get();
        self.0.n_timers.set(order + 1);
        let is_cancelled = Rc::new(Cell::new(false));
        let timer = Timer { when, order, callback, is_cancelled: Rc::clone(&is_cancelled) };
        self.0.timers.borrow_mut().push(timer);
        TimerHandle(is_cancelled)
    }

    pub(super) fn note_task(&self, task: Weak<dyn Waitable>) {
        let mut tasks = self.0.tasks.borrow_mut();
        // The list is swept when it has doubled since what lived last.
        if tasks.len() == tasks.capacity() {
            tasks.retain(|task| task.upgrade().is_some_and(|task| !task.is_done()));
            let n_living = tasks.len();
            tasks.reserve(n_living + 1);
        }
        tasks.push(task);
    }

    /// `time()`: seconds of a clock that never goes back.
    #[must_use]
    pub fn time(&self) -> f64 {
        perf_counter()
    }

    /// One turn: waits for timers where nothing is ready, and calls what was ready when the turn began.
    fn turn(&self) -> Result<(), Exception> {
        let state = &self.0;
        {
            let mut timers = state.timers.borrow_mut();
            while timers.peek().is_some_and(|timer| timer.is_cancelled.get()) {
                timers.pop();
            }
        }
        let is_idle = state.ready.borrow().is_empty() && !state.is_stopping.get();
        if is_idle {
            let Some(when) = state.timers.borrow().peek().map(|timer| timer.when) else {
                output::trap("every task waits for something that nobody brings");
            };
            // The system's timer has milliseconds, which are rounded up; what is due together then runs in one turn.
            let millis = ((when - self.time()).max(0.0) * 1e3).ceil();
            if millis > 0.0 {
                output::flush();
                std::thread::sleep(Duration::from_millis(millis as u64));
            }
        }
        let due = self.time() + RESOLUTION;
        loop {
            let mut timers = state.timers.borrow_mut();
            if timers.peek().is_none_or(|timer| timer.when >= due) {
                break;
            }
            let Some(Timer { callback, is_cancelled, .. }) = timers.pop() else { break };
            drop(timers);
            self.call_soon(Box::new(move || if is_cancelled.get() { Ok(()) } else { callback() }));
        }
        let n_ready = state.ready.borrow().len();
        for _ in 0..n_ready {
            let callback = state.ready.borrow_mut().pop_front();
            if let Some(callback) = callback {
                callback()?;
            }
        }
        Ok(())
    }

    /// Runs until somebody stops it.
    fn run_until_stopped(&self) -> Result<(), Exception> {
        if self.0.is_closed.get() {
            return Err(Exception::new(RuntimeError, "Event loop is closed"));
        }
        if RUNNING.with_borrow(Option::is_some) {
            let message = "Cannot run the event loop while another loop is running";
            return Err(Exception::new(RuntimeError, message));
        }
        RUNNING.set(Some(self.clone()));
        let mut ended = Ok(());
        while ended.is_ok() {
            ended = self.turn();
            if self.0.is_stopping.replace(false) {
                break;
            }
        }
        RUNNING.set(None);
        ended
    }

    fn run_task<R: Item>(&self, task: &Task<R>) -> Result<R, Exception> {
        let (stops, of) = (self.clone(), task.waitable());
        task.waitable().then(Box::new(move || {
            // What ends the program has stopped the loop already.
            let is_end = |error: Exception| error.is::<SystemExit>() || error.is::<KeyboardInterrupt>();
            if !of.failure().is_some_and(is_end) {
                stops.0.is_stopping.set(true);
            }
            Ok(())
        }));
        self.run_until_stopped()?;
        task.outcome()
    }

    /// Cancels what still waits, and lets it end.
    fn cancel_all(&self) -> Result<(), Exception> {
        let tasks: Vec<Rc<dyn Waitable>> =
            self.0.tasks.take().iter().filter_map(Weak::upgrade).filter(|task| !task.is_done()).collect();
        if tasks.is_empty() {
            return Ok(());
        }
        for task in &tasks {
            task.cancel(None);
        }
        let left = Rc::new(Cell::new(tasks.len()));
        let all = Task::<()>::pending(self);
        for task in tasks {
            let (left, all, of) = (Rc::clone(&left), all.clone(), Rc::clone(&task));
            task.then(Box::new(move || {
                drop(of.failure());
                left.set(left.get() - 1);
                if left.get() == 0 {
                    all.settle_value(());
                }
                Ok(())
            }));
        }
        self.run_task(&all)
    }

    /// Two turns for the generators that ended with their tasks.
    fn finish(&self) -> Result<(), Exception> {
        for _ in 0..2 {
            let nothing = self.start(Coroutine::new(ready(Ok(()))), None);
            self.run_task(&nothing)?;
        }
        Ok(())
    }

    /// `create_task(coroutine)`.
    pub(super) fn start<R: Item>(&self, coroutine: Coroutine<R>, name: Option<&str>) -> Task<R> {
        Task::start(self, coroutine, name)
    }

    raising_methods! {
        /// `run_until_complete(awaitable)`.
        fn try_run_until_complete / run_until_complete [A: IntoTask] (&self, awaitable: A) -> A::Output {
            let task = awaitable.into_task_of(self);
            self.run_task(&task)
        }

        /// `run_forever()`.
        fn try_run_forever / run_forever(&self) -> () {
            self.run_until_stopped()
        }

        /// `create_task(coroutine)`.
        fn try_create_task / create_task [R: Item] (&self, coroutine: Coroutine<R>) -> Task<R> {
            Ok(self.start(coroutine, None))
        }
    }

    /// `create_future()`.
    #[must_use]
    pub fn create_future<R: Item>(&self) -> Task<R> {
        Task::pending(self)
    }

    /// `stop()`.
    pub fn stop(&self) {
        self.0.is_stopping.set(true);
    }

    /// `close()`.
    pub fn close(&self) {
        self.0.is_closed.set(true);
        self.0.ready.borrow_mut().clear();
        self.0.timers.borrow_mut().clear();
    }

    /// `is_running()`.
    #[must_use]
    pub fn is_running(&self) -> bool {
        running().is_some_and(|running| running.is(self))
    }

    /// `is_closed()`.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.0.is_closed.get()
    }
}

/// `asyncio.new_event_loop()`.
#[must_use]
pub fn new_event_loop() -> EventLoop {
    EventLoop::new()
}

/// `asyncio.set_event_loop(loop)`.
pub fn set_event_loop(event_loop: &EventLoop) {
    OF_THREAD.set(Some(event_loop.clone()));
}

/// `asyncio.get_event_loop()`: the loop that runs, or the thread's.
#[must_use]
pub fn get_event_loop() -> EventLoop {
    if let Some(running) = running() {
        return running;
    }
    OF_THREAD.with_borrow_mut(|of_thread| of_thread.get_or_insert_with(EventLoop::new).clone())
}

raising_fns! {
    /// `asyncio.get_running_loop()`.
    fn try_get_running_loop / get_running_loop() -> EventLoop {
        running().ok_or_else(|| Exception::new(RuntimeError, "no running event loop"))
    }
}

/// `asyncio.run(coroutine)`.
///
/// # Errors
/// What the coroutine raised.
pub fn try_run<R: Item>(coroutine: Coroutine<R>) -> Result<R, Exception> {
    if RUNNING.with_borrow(Option::is_some) {
        let message = "asyncio.run() cannot be called from a running event loop";
        return Err(Exception::new(RuntimeError, message));
    }
    let own = EventLoop::new();
    let task = own.start(coroutine, None);
    let result = own.run_task(&task);
    drop(task);
    own.cancel_all()?;
    own.finish()?;
    own.close();
    result
}

/// The same where nobody observes exceptions.
pub fn run<R: Item>(coroutine: Coroutine<R>) -> R {
    or_end(try_run(coroutine))
}
