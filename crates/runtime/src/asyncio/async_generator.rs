//! Asynchronous generators: bodies that both wait and yield.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use super::coroutine::{Body, Coroutine, shared};
use super::event_loop::running;
use crate::exc::{self, Exception, GeneratorExit, RuntimeError, StopAsyncIteration, StopIteration};
use crate::hash::{self, PyHash};
use crate::item::Item;
use crate::show::Repr;
use crate::truth::Truth;

struct Slot<Y> {
    yielded: Cell<Option<Y>>,
    sent: Cell<Option<Box<dyn Any>>>,
    thrown: Cell<Option<Exception>>,
}

/// The body's end: `co.yield_(x).await?` is `yield x`.
pub struct AsyncYielder<Y>(Rc<Slot<Y>>);

/// Stops the body; what polls it finds what was yielded, or waits with it.
struct Stop(bool);

impl Future for Stop {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.0, true) { Poll::Ready(()) } else { Poll::Pending }
    }
}

impl<Y> AsyncYielder<Y> {
    /// `yield item`.
    ///
    /// # Errors
    /// `GeneratorExit` where the generator is closed.
    pub async fn yield_(&self, item: Y) -> Result<(), Exception> {
        self.0.yielded.set(Some(item));
        Stop(false).await;
        self.0.thrown.take().map_or(Ok(()), Err)
    }

    /// `yield item` where something may be sent: all of it an `S`.
    ///
    /// # Errors
    /// `GeneratorExit` where the generator is closed.
    pub async fn exchange<S: 'static>(&self, item: Y) -> Result<Option<S>, Exception> {
        self.yield_(item).await?;
        Ok(self.0.sent.take().and_then(|sent| sent.downcast().ok()).map(|sent| *sent))
    }
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Created,
    Suspended,
    Running,
    Done,
}

struct Frame<Y: 'static> {
    slot: Rc<Slot<Y>>,
    body: RefCell<Option<Body<()>>>,
    state: Cell<State>,
    /// Whether the loop closes it, since nobody held it any more.
    is_orphan: bool,
}

/// A Python asynchronous generator that yields `Y`. Clones share it.
pub struct AsyncGenerator<Y: 'static>(Rc<Frame<Y>>);

shared!(AsyncGenerator, "async_generator");

impl<Y: 'static> AsyncGenerator<Y> {
    /// Nothing of `body` runs before it is asked for an item: `AsyncGenerator::new(|co| async move { …; Ok(()) })`.
    pub fn new<F: Future<Output = Result<(), Exception>> + 'static>(
        body: impl FnOnce(AsyncYielder<Y>) -> F,
    ) -> Self {
        let slot = Rc::new(Slot { yielded: Cell::new(None), sent: Cell::new(None), thrown: Cell::new(None) });
        let body: Body<()> = Box::pin(body(AsyncYielder(Rc::clone(&slot))));
        AsyncGenerator(Rc::new(Frame {
            slot,
            body: RefCell::new(Some(body)),
            state: Cell::new(State::Created),
            is_orphan: false,
        }))
    }

    /// Python's `self is other`.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// The next item; `None` is the end.
    #[must_use]
    pub fn next_item(&self) -> NextItem<Y> {
        NextItem { generator: self.clone(), is_begun: false }
    }

    /// `__anext__()`.
    #[must_use]
    pub fn anext(&self) -> Coroutine<Y> {
        let next = self.next_item();
        Coroutine::new(async move { next.await?.ok_or_else(|| Exception::empty(StopAsyncIteration)) })
    }

    /// `asend(value)`.
    #[must_use]
    pub fn asend<S: 'static>(&self, value: S) -> Coroutine<Y> {
        let this = self.clone();
        Coroutine::new(async move {
            if this.0.state.get() == State::Created {
                let message = "can't send non-None value to a just-started async generator";
                return Err(exc::type_error(message));
            }
            this.0.slot.sent.set(Some(Box::new(value)));
            this.next_item().await?.ok_or_else(|| Exception::empty(StopAsyncIteration))
        })
    }

    /// `athrow(error)`.
    #[must_use]
    pub fn athrow(&self, error: Exception) -> Coroutine<Y> {
        let this = self.clone();
        Coroutine::new(async move {
            match this.0.state.get() {
                State::Created => {
                    this.0.state.set(State::Done);
                    drop(this.0.body.take());
                    return Err(error);
                }
                State::Done => return Err(Exception::empty(StopAsyncIteration)),
                State::Running | State::Suspended => {}
            }
            this.0.slot.thrown.set(Some(error));
            this.next_item().await?.ok_or_else(|| Exception::empty(StopAsyncIteration))
        })
    }

    /// `aclose()`.
    #[must_use]
    pub fn aclose(&self) -> Coroutine<()> {
        let this = self.clone();
        Coroutine::new(async move { close(&this).await })
    }
}

/// Ends the body by `GeneratorExit`.
async fn close<Y: 'static>(generator: &AsyncGenerator<Y>) -> Result<(), Exception> {
    match generator.0.state.get() {
        State::Created => {
            generator.0.state.set(State::Done);
            drop(generator.0.body.take());
            return Ok(());
        }
        State::Done => return Ok(()),
        State::Running | State::Suspended => {}
    }
    generator.0.slot.thrown.set(Some(Exception::empty(GeneratorExit)));
    match generator.next_item().await {
        Ok(None) => Ok(()),
        Ok(Some(_)) => Err(Exception::new(RuntimeError, "async generator ignored GeneratorExit")),
        Err(error) if error.is::<GeneratorExit>() => Ok(()),
        Err(error) => Err(error),
    }
}

/// What the next item is waited for by.
pub struct NextItem<Y: 'static> {
    generator: AsyncGenerator<Y>,
    is_begun: bool,
}

impl<Y: 'static> Future for NextItem<Y> {
    type Output = Result<Option<Y>, Exception>;

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        let raised = |message| Poll::Ready(Err(Exception::new(RuntimeError, message)));
        let frame = Rc::clone(&self.generator.0);
        match (frame.state.get(), self.is_begun) {
            (State::Done, _) => return Poll::Ready(Ok(None)),
            (State::Running, false) => {
                return raised("anext(): asynchronous generator is already running");
            }
            (State::Created | State::Suspended, _) | (State::Running, true) => {}
        }
        let _depth = match exc::try_enter() {
            Ok(depth) => depth,
            Err(error) => return Poll::Ready(Err(error)),
        };
        let Some(mut body) = frame.body.take() else {
            return raised("anext(): asynchronous generator is already running");
        };
        self.is_begun = true;
        frame.state.set(State::Running);
        match body.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Pending => {
                frame.body.replace(Some(body));
                match frame.slot.yielded.take() {
                    Some(item) => {
                        frame.state.set(State::Suspended);
                        Poll::Ready(Ok(Some(item)))
                    }
                    // It waits for something, and whoever asked waits with it.
                    None => Poll::Pending,
                }
            }
            Poll::Ready(result) => {
                frame.state.set(State::Done);
                drop(body);
                match result {
                    Ok(()) => Poll::Ready(Ok(None)),
                    Err(error) if error.is::<StopIteration>() => {
                        let raised = Exception::new(RuntimeError, "async generator raised StopIteration");
                        Poll::Ready(Err(raised.during(&error).caused_by(error)))
                    }
                    Err(error) if error.is::<StopAsyncIteration>() => {
                        let raised =
                            Exception::new(RuntimeError, "async generator raised StopAsyncIteration");
                        Poll::Ready(Err(raised.during(&error).caused_by(error)))
                    }
                    Err(error) => Poll::Ready(Err(error)),
                }
            }
        }
    }
}

impl<Y: 'static> Drop for Frame<Y> {
    /// As in CPython, the loop closes a generator that nobody holds any more: `finally` runs in a task of its own.
    fn drop(&mut self) {
        if self.state.get() != State::Suspended || self.is_orphan {
            return;
        }
        let Some(home) = running() else { return };
        let frame = Frame {
            slot: Rc::clone(&self.slot),
            body: RefCell::new(self.body.take()),
            state: Cell::new(State::Suspended),
            is_orphan: true,
        };
        self.state.set(State::Done);
        let rest = AsyncGenerator(Rc::new(frame));
        let of = home.clone();
        home.call_soon(Box::new(move || {
            drop(of.start(rest.aclose(), None));
            Ok(())
        }));
    }
}
