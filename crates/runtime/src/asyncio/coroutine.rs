//! What an `async def` returns.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use super::suspend::{set_thrown, take_thrown, take_waits_for};
use crate::exc::{self, Exception, GeneratorExit, RuntimeError, StopIteration};
use crate::hash::{self, PyHash};
use crate::item::Item;
use crate::macros::raising_methods;
use crate::show::Repr;
use crate::truth::Truth;

pub(super) type Body<R> = Pin<Box<dyn Future<Output = Result<R, Exception>>>>;

#[derive(Clone, Copy, PartialEq)]
enum State {
    Created,
    Suspended,
    Running,
    Done,
}

struct Frame<R> {
    body: RefCell<Option<Body<R>>>,
    state: Cell<State>,
}

/// A Python coroutine that returns `R`. Clones share it.
pub struct Coroutine<R: 'static>(Rc<Frame<R>>);

impl<R: 'static> Coroutine<R> {
    /// Nothing of `body` runs before somebody awaits it: `Coroutine::new(async move { …; Ok(()) })`.
    pub fn new(body: impl Future<Output = Result<R, Exception>> + 'static) -> Self {
        Coroutine(Rc::new(Frame {
            body: RefCell::new(Some(Box::pin(body))),
            state: Cell::new(State::Created),
        }))
    }

    /// Runs the body to its next stop.
    pub(super) fn resume(&self) -> Poll<Result<R, Exception>> {
        let raised = |message| Poll::Ready(Err(Exception::new(RuntimeError, message)));
        let frame = &self.0;
        match frame.state.get() {
            State::Done => return raised("cannot reuse already awaited coroutine"),
            State::Running => return raised("coroutine is being awaited already"),
            State::Created | State::Suspended => {}
        }
        let _depth = match exc::try_enter() {
            Ok(depth) => depth,
            Err(error) => return Poll::Ready(Err(error)),
        };
        let Some(mut body) = frame.body.take() else {
            return raised("cannot reuse already awaited coroutine");
        };
        frame.state.set(State::Running);
        match body.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Pending => {
                frame.body.replace(Some(body));
                frame.state.set(State::Suspended);
                Poll::Pending
            }
            Poll::Ready(result) => {
                frame.state.set(State::Done);
                // What it held goes before anybody hears of the end.
                drop(body);
                Poll::Ready(result.map_err(|error| {
                    if error.is::<StopIteration>() {
                        let raised = Exception::new(RuntimeError, "coroutine raised StopIteration");
                        raised.during(&error).caused_by(error)
                    } else {
                        error
                    }
                }))
            }
        }
    }

    /// Whether nothing of the body ran yet; it never will.
    pub(super) fn close_if_new(&self) -> bool {
        let is_new = self.0.state.get() == State::Created;
        if is_new {
            self.0.state.set(State::Done);
            drop(self.0.body.take());
        }
        is_new
    }

    /// Python's `self is other`.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Driven by hand, as a generator is.
impl<R: 'static> Coroutine<R> {
    /// Runs the body to its next stop, after `thrown` was raised where it left off.
    fn drive(&self, thrown: Option<Exception>) -> Poll<Result<R, Exception>> {
        if let Some(error) = thrown {
            if self.close_if_new() {
                return Poll::Ready(Err(error));
            }
            set_thrown(Some(error));
        }
        let polled = self.resume();
        drop(take_thrown());
        if polled.is_pending() && take_waits_for().is_some() {
            // CPython hands out the future.
            crate::output::trap("a coroutine that is driven by hand waits for something of the event loop");
        }
        polled
    }

    raising_methods! {
        /// `close()`.
        fn try_close / close(&self) -> () {
            if self.0.state.get() == State::Done || self.close_if_new() {
                return Ok(());
            }
            match self.drive(Some(Exception::empty(GeneratorExit))) {
                Poll::Ready(Ok(_)) => Ok(()),
                Poll::Ready(Err(error)) if error.is::<GeneratorExit>() => Ok(()),
                Poll::Ready(Err(error)) => Err(error),
                Poll::Pending => Err(Exception::new(RuntimeError, "coroutine ignored GeneratorExit")),
            }
        }
    }
}

/// The end of a coroutine that is driven by hand: `StopIteration` with what it returned, unless that is `None`.
fn stopped<R: Repr + Clone + 'static>(polled: Poll<Result<R, Exception>>) -> Result<(), Exception> {
    match polled {
        Poll::Pending => Ok(()),
        Poll::Ready(Ok(value)) if value.shows_none() => Err(Exception::empty(StopIteration)),
        Poll::Ready(Ok(value)) => Err(Exception::stop_iteration(&value)),
        Poll::Ready(Err(error)) => Err(error),
    }
}

impl<R: Repr + Clone + 'static> Coroutine<R> {
    raising_methods! {
        /// `send(None)`.
        fn try_send / send(&self, _nothing: ()) -> () {
            stopped(self.drive(None))
        }

        /// `throw(error)`.
        fn try_throw / throw(&self, error: Exception) -> () {
            stopped(self.drive(Some(error)))
        }
    }
}

impl<R: 'static> Future for Coroutine<R> {
    type Output = Result<R, Exception>;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        self.resume()
    }
}

/// What everything that is compared by identity and shared has.
macro_rules! shared {
    ($name:ident, $python:literal) => {
        impl<R: 'static> Clone for $name<R> {
            fn clone(&self) -> Self {
                $name(Rc::clone(&self.0))
            }
        }

        impl<R: 'static> $name<R> {
            /// What tells it from others.
            pub(super) fn address(&self) -> usize {
                Rc::as_ptr(&self.0).addr()
            }
        }

        impl<R: 'static> Truth for $name<R> {
            fn truth(&self) -> bool {
                true
            }
        }

        impl<R: 'static> Repr for $name<R> {
            fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!("<", $python, " object at {:#x}>"), self.address())
            }
        }

        impl<R: 'static> PartialEq for $name<R> {
            fn eq(&self, other: &Self) -> bool {
                self.is(other)
            }
        }

        impl<R: 'static> PyHash for $name<R> {
            fn py_hash(&self) -> i64 {
                hash::of_address(self.address())
            }
        }

        // SAFETY: counts a reference.
        unsafe impl<R: 'static> Item for $name<R> {
            fn same(&self, other: &Self) -> bool {
                self.is(other)
            }
        }
    };
}

pub(super) use shared;

shared!(Coroutine, "coroutine");
