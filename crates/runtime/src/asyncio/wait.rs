//! `asyncio.sleep`, `asyncio.wait_for`, `asyncio.shield`, `asyncio.as_completed`.

use std::cell::Cell;
use std::rc::Rc;

use super::coroutine::Coroutine;
use super::event_loop::{EventLoop, TimerHandle, get_event_loop};
use super::queue::Queue;
use super::suspend::{Waitable, next_turn};
use super::task::{IntoTask, Task};
use crate::exc::{CancelledError, Exception, StopAsyncIteration, TimeoutError, value_error};
use crate::item::Item;
use crate::iter::Iter;
use crate::set::Set;

/// A future that is done after `seconds`.
fn after(home: &EventLoop, seconds: f64) -> (Task<()>, TimerHandle) {
    let done = Task::pending(home);
    let settled = done.clone();
    let settle = Box::new(move || {
        settled.settle_value(());
        Ok(())
    });
    let handle = home.call_at(home.time() + seconds, settle);
    (done, handle)
}

async fn pass(seconds: f64) -> Result<(), Exception> {
    if seconds <= 0.0 {
        return next_turn().await;
    }
    let (done, _handle) = after(&get_event_loop(), seconds);
    done.await
}

/// `asyncio.sleep(seconds)`.
#[must_use]
pub fn sleep(seconds: f64) -> Coroutine<()> {
    Coroutine::new(pass(seconds))
}

/// `asyncio.sleep(seconds, result)`.
pub fn sleep_for<R: Item>(seconds: f64, result: R) -> Coroutine<R> {
    Coroutine::new(async move {
        pass(seconds).await?;
        Ok(result)
    })
}

/// `asyncio.wait_for(awaitable, None)`.
pub fn wait_for_ever<A: IntoTask + 'static>(awaitable: A) -> Coroutine<A::Output> {
    Coroutine::new(async move { awaitable.awaited().await })
}

/// Cancels `task` and waits until it has ended.
async fn cancel_and_wait<R: Item>(task: &Task<R>) -> Result<(), Exception> {
    let ended = Task::<()>::pending(&get_event_loop());
    let settled = ended.clone();
    task.waitable().then(Box::new(move || {
        settled.settle_value(());
        Ok(())
    }));
    task.cancel();
    ended.await
}

/// The result of a task whose time is over.
fn overdue<R: Item>(task: &Task<R>) -> Result<R, Exception> {
    task.outcome().map_err(|error| {
        if error.is::<CancelledError>() { Exception::empty(TimeoutError).caused_by(error) } else { error }
    })
}

/// `asyncio.wait_for(awaitable, seconds)`.
pub fn wait_for<A: IntoTask + 'static>(awaitable: A, seconds: f64) -> Coroutine<A::Output> {
    Coroutine::new(async move {
        let home = get_event_loop();
        if seconds <= 0.0 {
            let task = awaitable.into_task();
            if !task.done() {
                cancel_and_wait(&task).await?;
            }
            return overdue(&task);
        }
        // Done when the task is, or its time is over.
        let (waiter, handle) = after(&home, seconds);
        let task = awaitable.into_task();
        let released = waiter.clone();
        task.waitable().then(Box::new(move || {
            released.settle_value(());
            Ok(())
        }));
        let waited = waiter.await;
        drop(handle);
        if task.done() {
            return task.outcome();
        }
        cancel_and_wait(&task).await?;
        match waited {
            Ok(()) => overdue(&task),
            Err(error) => Err(error),
        }
    })
}

/// When `asyncio.wait` returns.
pub const FIRST_COMPLETED: &str = "FIRST_COMPLETED";
/// The same.
pub const FIRST_EXCEPTION: &str = "FIRST_EXCEPTION";
/// The same.
pub const ALL_COMPLETED: &str = "ALL_COMPLETED";

/// The tasks that are done, and the others.
type Sorted<R> = (Set<Task<R>>, Set<Task<R>>);

fn waiting<R: Item>(tasks: Vec<Task<R>>, seconds: Option<f64>, until: &str) -> Coroutine<Sorted<R>> {
    let is_known = matches!(until, FIRST_COMPLETED | FIRST_EXCEPTION | ALL_COMPLETED);
    let (is_first, is_failed) = (until == FIRST_COMPLETED, until == FIRST_EXCEPTION);
    let unknown =
        if is_known { None } else { Some(value_error(format!("Invalid return_when value: {until}"))) };
    Coroutine::new(async move {
        let mut once: Vec<Task<R>> = Vec::new();
        for task in tasks {
            if !once.contains(&task) {
                once.push(task);
            }
        }
        if once.is_empty() {
            return Err(value_error("Set of Tasks/Futures is empty."));
        }
        if let Some(unknown) = unknown {
            return Err(unknown);
        }
        let n_done = once.iter().filter(|task| task.done()).count();
        let is_over = n_done == once.len()
            || is_first && n_done > 0
            || is_failed && once.iter().any(|task| task.done() && has_failed(task));
        if !is_over {
            let home = get_event_loop();
            let (waiter, _handle) = match seconds {
                Some(seconds) => {
                    let (waiter, handle) = after(&home, seconds);
                    (waiter, Some(handle))
                }
                None => (Task::pending(&home), None),
            };
            let left = Rc::new(Cell::new(once.len() - n_done));
            for task in once.iter().filter(|task| !task.done()) {
                let (left, waiter, of) = (Rc::clone(&left), waiter.clone(), task.clone());
                task.waitable().then(Box::new(move || {
                    left.set(left.get() - 1);
                    if left.get() == 0 || is_first || is_failed && has_failed(&of) {
                        waiter.settle_value(());
                    }
                    Ok(())
                }));
            }
            waiter.await?;
        }
        let (done, pending) = (Set::new(), Set::new());
        for task in once {
            let to = if task.done() { &done } else { &pending };
            to.add(task);
        }
        Ok((done, pending))
    })
}

fn has_failed<R: Item>(task: &Task<R>) -> bool {
    !task.cancelled() && task.has_raised()
}

/// `asyncio.wait(tasks)`.
pub fn wait<R: Item>(tasks: impl IntoIterator<Item = Task<R>>) -> Coroutine<Sorted<R>> {
    waiting(tasks.into_iter().collect(), None, ALL_COMPLETED)
}

/// `asyncio.wait(tasks, timeout=seconds)`.
pub fn wait_up_to<R: Item>(tasks: impl IntoIterator<Item = Task<R>>, seconds: f64) -> Coroutine<Sorted<R>> {
    waiting(tasks.into_iter().collect(), Some(seconds), ALL_COMPLETED)
}

/// `asyncio.wait(tasks, return_when=until)`.
pub fn wait_until<R: Item>(tasks: impl IntoIterator<Item = Task<R>>, until: &str) -> Coroutine<Sorted<R>> {
    waiting(tasks.into_iter().collect(), None, until)
}

/// `asyncio.wait(tasks, timeout=seconds, return_when=until)`.
pub fn wait_up_to_until<R: Item>(
    tasks: impl IntoIterator<Item = Task<R>>,
    seconds: f64,
    until: &str,
) -> Coroutine<Sorted<R>> {
    waiting(tasks.into_iter().collect(), Some(seconds), until)
}

/// `asyncio.shield(awaitable)`.
pub fn shield<A: IntoTask>(awaitable: A) -> Task<A::Output> {
    let inner = awaitable.into_task();
    if inner.done() {
        return inner;
    }
    let outer = Task::pending(&get_event_loop());
    let (of, to) = (inner.clone(), outer.clone());
    let waitable: Rc<dyn Waitable> = inner.waitable();
    waitable.then(Box::new(move || {
        match of.outcome() {
            Ok(value) => to.settle_value(value),
            Err(_) if of.cancelled() => drop(to.cancel()),
            Err(error) => to.settle_error(error),
        }
        Ok(())
    }));
    outer
}

/// `asyncio.as_completed(awaitables)`.
pub fn as_completed<A: IntoTask>(awaitables: impl IntoIterator<Item = A>) -> Iter<Coroutine<A::Output>> {
    let done: Queue<Task<A::Output>> = Queue::new(0);
    let mut tasks: Vec<Task<A::Output>> = Vec::new();
    for awaitable in awaitables {
        let task = awaitable.into_task();
        if !tasks.contains(&task) {
            tasks.push(task);
        }
    }
    for task in &tasks {
        let (done, task) = (done.clone(), task.clone());
        task.clone().waitable().then(Box::new(move || done.try_put_nowait(task)));
    }
    Iter::of((0..tasks.len()).map(move |_| {
        let done = done.clone();
        Coroutine::new(async move { done.get().await?.outcome() })
    }))
}

/// What `__anext__` gives; `None` is the end.
///
/// # Errors
/// What it raises, `StopAsyncIteration` apart.
pub async fn item_of<A: IntoTask>(next: A) -> Result<Option<A::Output>, Exception> {
    match next.awaited().await {
        Ok(item) => Ok(Some(item)),
        Err(error) if error.is::<StopAsyncIteration>() => Ok(None),
        Err(error) => Err(error),
    }
}
