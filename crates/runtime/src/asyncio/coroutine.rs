//! What an `async def` returns.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use crate::exc::{self, Exception, RuntimeError, StopIteration};
use crate::hash::{self, PyHash};
use crate::item::Item;
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
                        Exception::new(RuntimeError, "coroutine raised StopIteration").caused_by(error)
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

    /// `close()` of one that did not begin or has ended.
    pub fn close(&self) {
        if !self.close_if_new() && self.0.state.get() != State::Done {
            crate::output::trap("a coroutine that waits is closed");
        }
    }

    /// Python's `self is other`.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
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
