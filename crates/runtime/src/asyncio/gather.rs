//! `asyncio.gather`.

use std::cell::Cell;
use std::rc::Rc;

use super::coroutine::Coroutine;
use super::event_loop::{EventLoop, get_event_loop};
use super::suspend::Waitable;
use super::task::{IntoTask, Task};
use crate::exc::{CancelledError, Exception};
use crate::item::Item;
use crate::list::List;

/// A task among others, which may give other types: what comes out of it as a `T`.
struct Started<T> {
    waitable: Rc<dyn Waitable>,
    outcome: Rc<dyn Fn() -> Result<T, Exception>>,
}

impl<T> Clone for Started<T> {
    fn clone(&self) -> Self {
        Started { waitable: Rc::clone(&self.waitable), outcome: Rc::clone(&self.outcome) }
    }
}

/// What `gather` takes.
pub trait Part: Sized {
    /// What comes out of it.
    type Output: Item;

    /// What tells it from others.
    fn identity(&self) -> usize;

    /// The task that it is, or becomes.
    fn begun(self, home: &EventLoop) -> Begun<Self::Output>;

    /// The same beside others that give other types.
    fn giving<T: Item>(self, convert: impl Fn(Self::Output) -> T + 'static) -> Giving<T>
    where
        Self: 'static,
    {
        let identity = self.identity();
        let begin = Box::new(move |home: &EventLoop| {
            let Begun(Started { waitable, outcome }) = self.begun(home);
            Begun(Started { waitable, outcome: Rc::new(move || outcome().map(&convert)) })
        });
        Giving { identity, begin }
    }
}

/// A task that `gather` waits for.
pub struct Begun<T>(Started<T>);

type Begin<T> = Box<dyn FnOnce(&EventLoop) -> Begun<T>>;

/// A coroutine or task whose result becomes a `T`.
pub struct Giving<T> {
    identity: usize,
    begin: Begin<T>,
}

fn begun<R: Item>(task: Task<R>) -> Begun<R> {
    Begun(Started { waitable: task.waitable(), outcome: Rc::new(move || task.outcome()) })
}

impl<R: Item> Part for Coroutine<R> {
    type Output = R;

    fn identity(&self) -> usize {
        self.address()
    }

    fn begun(self, home: &EventLoop) -> Begun<R> {
        begun(self.into_task_of(home))
    }
}

impl<R: Item> Part for Task<R> {
    type Output = R;

    fn identity(&self) -> usize {
        self.address()
    }

    fn begun(self, _: &EventLoop) -> Begun<R> {
        begun(self)
    }
}

impl<T: Item> Part for Giving<T> {
    type Output = T;

    fn identity(&self) -> usize {
        self.identity
    }

    fn begun(self, home: &EventLoop) -> Begun<T> {
        (self.begin)(home)
    }
}

/// `asyncio.gather()`.
#[must_use]
pub fn gather_nothing() -> Task<List<()>> {
    let all = Task::pending(&get_event_loop());
    all.settle_value(List::new());
    all
}

/// `asyncio.gather(*parts)`.
pub fn gather<P: Part>(parts: impl IntoIterator<Item = P>) -> Task<List<P::Output>> {
    collected(parts, false, |value| value, |_| None)
}

/// `asyncio.gather(*parts, return_exceptions=settles)`; `value` and `error` make items of what comes out.
pub fn gather_settled<P: Part, T: Item>(
    parts: impl IntoIterator<Item = P>,
    settles: bool,
    value: impl Fn(P::Output) -> T + 'static,
    error: impl Fn(Exception) -> T + 'static,
) -> Task<List<T>> {
    collected(parts, settles, value, move |raised| Some(error(raised)))
}

fn collected<P: Part, T: Item>(
    parts: impl IntoIterator<Item = P>,
    settles: bool,
    value: impl Fn(P::Output) -> T + 'static,
    error: impl Fn(Exception) -> Option<T> + 'static,
) -> Task<List<T>> {
    let home = get_event_loop();
    // What is there more than once is one task.
    let mut once: Vec<(usize, Started<P::Output>)> = Vec::new();
    let mut tasks: Vec<Started<P::Output>> = Vec::new();
    for part in parts {
        let identity = part.identity();
        let task = match once.iter().find(|(other, _)| *other == identity) {
            Some((_, task)) => task.clone(),
            None => {
                let Begun(task) = part.begun(&home);
                once.push((identity, task.clone()));
                task
            }
        };
        tasks.push(task);
    }
    if tasks.is_empty() {
        let all = Task::pending(&home);
        all.settle_value(List::new());
        return all;
    }
    let waitables = once.iter().map(|(_, task)| Rc::clone(&task.waitable)).collect();
    let items = move || -> List<T> {
        let item = |task: &Started<P::Output>| match (task.outcome)() {
            Ok(one) => Some(value(one)),
            Err(raised) => match task.waitable.cancel_message() {
                Some(message) => error(Exception::with_arg(CancelledError, &message)),
                None => error(raised),
            },
        };
        List::from(tasks.iter().filter_map(item).collect::<Vec<T>>())
    };
    waited(&home, waitables, settles, move || Ok(items()))
}

/// A future that is done when `parts` are, or one of them has failed; `result` is what it holds then.
fn waited<T: Item>(
    home: &EventLoop,
    parts: Vec<Rc<dyn Waitable>>,
    settles: bool,
    result: impl Fn() -> Result<T, Exception> + 'static,
) -> Task<T> {
    let all = Task::pending(home);
    let (left, result) = (Rc::new(Cell::new(parts.len())), Rc::new(result));
    all.set_parts(parts.clone());
    for part in parts {
        let (all, left, result) = (all.clone(), Rc::clone(&left), Rc::clone(&result));
        let of = Rc::clone(&part);
        part.then(Box::new(move || {
            left.set(left.get() - 1);
            let failure = of.failure();
            if all.done() {
                return Ok(());
            }
            if let (Some(failure), false) = (failure, settles) {
                all.settle_error(failure);
            } else if left.get() == 0 {
                if all.cancels_parts() {
                    all.settle_error(Exception::empty(CancelledError));
                } else {
                    match result() {
                        Ok(value) => all.settle_value(value),
                        Err(error) => all.settle_error(error),
                    }
                }
            }
            Ok(())
        }));
    }
    all
}

macro_rules! gathered {
    ($($name:ident($($part:ident: $Part:ident),*);)*) => { $(
        /// `a, b, … = await asyncio.gather(a, b, …)`: results of types of their own.
        pub fn $name<$($Part: Part),*>($($part: $Part),*) -> Task<($($Part::Output),*)> {
            let home = get_event_loop();
            $(let Begun($part) = $part.begun(&home);)*
            let waitables = vec![$(Rc::clone(&$part.waitable)),*];
            waited(&home, waitables, false, move || Ok(($(($part.outcome)()?),*)))
        }
    )* };
}

gathered! {
    gather2(a: A, b: B);
    gather3(a: A, b: B, c: C);
    gather4(a: A, b: B, c: C, d: D);
    gather5(a: A, b: B, c: C, d: D, e: E);
}
