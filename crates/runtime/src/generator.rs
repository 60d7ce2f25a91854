//! Generators: an `async` block is the state machine, so a body reads like the Python.
//!
//! `yield from` a generator is O(1) per item at any depth: the generator that is driven keeps the stack of those it
//! delegates to and resumes the innermost. **Invariant:** the body's cell is looked into where the state is `Created` or
//! `Suspended`, and by `poll` alone while it is `Running`: one reference into it is alive at a time.

use std::cell::{Cell, RefCell, UnsafeCell};
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use crate::exc::{self, Exception, GeneratorExit, RuntimeError, StopIteration, value_error};
use crate::hash::{self, PyHash};
use crate::item::Item;
use crate::iter::Iter;
use crate::output;
use crate::show::{self, Repr};
use crate::truth::Truth;

/// What a body is resumed with.
enum Resume<S> {
    Value(Option<S>),
    Throw(Exception),
}

/// How a body stopped.
enum Step<Y> {
    Yielded(Y),
    Delegated,
    Done,
    Raised(Exception),
}

type Delegates<Y, S> = Vec<Rc<dyn Delegate<Y, S>>>;

/// A generator that another one delegates to, whatever it returns.
trait Delegate<Y, S> {
    fn step(&self, resume: Resume<S>) -> Step<Y>;
    fn take_delegate(&self) -> Option<Rc<dyn Delegate<Y, S>>>;
    fn take_stack(&self) -> Delegates<Y, S>;
    /// `close`, where it delegates to those of `stack` in turn.
    fn close_with(&self, stack: Delegates<Y, S>) -> Result<(), Exception>;
    /// Whether nothing of it has run, so that nobody can wait for it.
    fn is_created(&self) -> bool;
    fn address(&self) -> usize;
}

struct Slot<Y, S> {
    yielded: Cell<Option<Y>>,
    sent: Cell<Option<Resume<S>>>,
    delegate: Cell<Option<Rc<dyn Delegate<Y, S>>>>,
}

/// The body's end: `co.yield_(x).await?` is `yield x`, and its value is what `send` brought.
pub struct Yielder<Y, S>(Rc<Slot<Y, S>>);

struct Suspend(bool);

impl Future for Suspend {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.0, true) { Poll::Ready(()) } else { Poll::Pending }
    }
}

impl<Y: 'static, S: 'static> Yielder<Y, S> {
    /// `yield item`; the value is `None` where the consumer used `next`.
    ///
    /// # Errors
    /// What the consumer threw.
    pub async fn yield_(&self, item: Y) -> Result<Option<S>, Exception> {
        self.0.yielded.set(Some(item));
        Suspend(false).await;
        match self.0.sent.take() {
            Some(Resume::Throw(error)) => Err(error),
            Some(Resume::Value(value)) => Ok(value),
            None => Ok(None),
        }
    }

    /// `yield item` in a generator that is only driven by `send` after its first `next`; a trap where `next` drove it.
    ///
    /// # Errors
    /// What the consumer threw.
    pub async fn exchange(&self, item: Y) -> Result<S, Exception> {
        let sent = self.yield_(item).await?;
        Ok(sent.unwrap_or_else(|| output::trap("a generator that expects `send` was driven by `next`")))
    }

    /// `yield from generator`; its value is what the generator returned.
    ///
    /// # Errors
    /// What the generator raised.
    pub async fn yield_from<R: 'static>(&self, generator: &Generator<Y, S, R>) -> Result<R, Exception> {
        loop {
            self.0.delegate.set(Some(generator.0.clone()));
            Suspend(false).await;
            if let Some(Resume::Throw(error)) = self.0.sent.take() {
                return Err(error);
            }
            if let Some(result) = generator.0.result.take() {
                return Ok(result);
            }
            if generator.is_done() {
                output::trap("the value of an exhausted generator was asked for again");
            }
        }
    }

    /// `yield from generator` of other types: `item` makes what is yielded of its items, `sent` what it is sent.
    ///
    /// # Errors
    /// What the generator raised.
    pub async fn yield_from_as<Y2: 'static, S2: 'static, R: 'static>(
        &self,
        generator: &Generator<Y2, S2, R>,
        item: impl Fn(Y2) -> Y,
        sent: impl Fn(S) -> S2,
    ) -> Result<R, Exception> {
        let mut resume = Resume::Value(None);
        loop {
            match generator.0.drive(resume)? {
                Some(value) => {
                    resume = match self.yield_(item(value)).await {
                        Ok(value) => Resume::Value(value.map(&sent)),
                        Err(error) if error.is::<GeneratorExit>() => {
                            generator.try_close()?;
                            return Err(error);
                        }
                        Err(error) => Resume::Throw(error),
                    };
                }
                None => {
                    let result = generator.take_result();
                    return Ok(result.unwrap_or_else(|| {
                        output::trap("the value of an exhausted generator was asked for again")
                    }));
                }
            }
        }
    }

    /// One item of `yield from items` where `items` takes nothing that is sent; a trap where something is.
    ///
    /// # Errors
    /// What the consumer threw.
    pub async fn yield_item(&self, item: Y) -> Result<(), Exception> {
        match self.yield_(item).await? {
            None => Ok(()),
            Some(_) => output::trap("a value is sent while `yield from` walks what is no generator"),
        }
    }

    /// `yield from items` of an iterable that does not raise and is no generator.
    ///
    /// # Errors
    /// What the consumer threw.
    pub async fn yield_each(&self, items: impl IntoIterator<Item = Y>) -> Result<(), Exception> {
        for item in items {
            self.yield_(item).await?;
        }
        Ok(())
    }

    /// `yield from items` of an iterable whose steps may raise.
    ///
    /// # Errors
    /// What the items raised or the consumer threw.
    pub async fn try_yield_each(
        &self,
        items: impl IntoIterator<Item = Result<Y, Exception>>,
    ) -> Result<(), Exception> {
        for item in items {
            self.yield_(item?).await?;
        }
        Ok(())
    }
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Created,
    Suspended,
    Running,
    Done,
}

/// What runs: a coroutine, or a closure that takes one step and gives nothing at the end.
enum Body<Y, R> {
    Coroutine(Pin<Box<dyn Future<Output = Result<R, Exception>>>>),
    Steps(Box<dyn FnMut() -> Result<Option<Y>, Exception>>, R),
}

struct Core<Y: 'static, S: 'static, R: 'static> {
    slot: Rc<Slot<Y, S>>,
    body: UnsafeCell<Option<Body<Y, R>>>,
    state: Cell<State>,
    driven: Cell<bool>,
    result: Cell<Option<R>>,
    stack: RefCell<Delegates<Y, S>>,
}

impl<Y: 'static, S: 'static, R: 'static> Delegate<Y, S> for Core<Y, S, R> {
    fn step(&self, resume: Resume<S>) -> Step<Y> {
        match (self.state.get(), resume) {
            (State::Running, _) => Step::Raised(value_error("generator already executing")),
            (State::Done, Resume::Throw(error)) => Step::Raised(error),
            (State::Done, Resume::Value(_)) => {
                // What it returned was for who saw its end.
                self.result.set(None);
                Step::Done
            }
            (State::Created, Resume::Throw(error)) => {
                self.discard();
                Step::Raised(error)
            }
            (State::Created | State::Suspended, resume) => self.poll(Some(resume)),
        }
    }

    fn take_delegate(&self) -> Option<Rc<dyn Delegate<Y, S>>> {
        self.slot.delegate.take()
    }

    fn take_stack(&self) -> Delegates<Y, S> {
        self.stack.take()
    }

    fn close_with(&self, stack: Delegates<Y, S>) -> Result<(), Exception> {
        *self.stack.borrow_mut() = stack;
        self.close()
    }

    fn is_created(&self) -> bool {
        self.state.get() == State::Created
    }

    fn address(&self) -> usize {
        std::ptr::from_ref(self).addr()
    }
}

/// What a body raised, as its consumer sees it: the end of something else is none of the generator.
#[cold]
fn not_stopped(error: Exception) -> Exception {
    if error.is::<StopIteration>() {
        let raised = Exception::new(RuntimeError, "generator raised StopIteration");
        return raised.during(&error).caused_by(error);
    }
    error
}

impl<Y: 'static, S: 'static, R: 'static> Core<Y, S, R> {
    /// Ends the generator; what its body still holds goes.
    fn discard(&self) {
        self.state.set(State::Done);
        // SAFETY: see the module: no reference into the cell is alive; the body leaves it before it is dropped.
        drop(unsafe { (*self.body.get()).take() });
    }

    /// Runs the body to its next stop; it finds nothing sent where `resume` is `None`.
    #[inline]
    fn poll(&self, resume: Option<Resume<S>>) -> Step<Y> {
        self.state.set(State::Running);
        // SAFETY: see the module: nothing else looks into the cell while the state is `Running`.
        let Some(body) = (unsafe { &mut *self.body.get() }) else { return Step::Done };
        let body = match body {
            Body::Coroutine(body) => body,
            Body::Steps(step, _) => {
                // It handles nothing.
                let item = match resume {
                    Some(Resume::Throw(error)) => Err(error),
                    Some(Resume::Value(_)) | None => step(),
                };
                return match item {
                    Ok(Some(item)) => {
                        self.state.set(State::Suspended);
                        Step::Yielded(item)
                    }
                    Ok(None) => {
                        self.end();
                        Step::Done
                    }
                    Err(error) => {
                        self.discard();
                        Step::Raised(not_stopped(error))
                    }
                };
            }
        };
        if resume.is_some() {
            self.slot.sent.set(resume);
        }
        match body.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Pending => {
                self.state.set(State::Suspended);
                match self.slot.yielded.take() {
                    Some(item) => Step::Yielded(item),
                    None => Step::Delegated,
                }
            }
            Poll::Ready(result) => {
                self.discard();
                match result {
                    Ok(value) => {
                        self.result.set(Some(value));
                        Step::Done
                    }
                    Err(error) => Step::Raised(not_stopped(error)),
                }
            }
        }
    }

    /// Ends a generator of steps: what it returns is known.
    #[cold]
    fn end(&self) {
        self.state.set(State::Done);
        // SAFETY: see the module: no reference into the cell is alive; the body leaves it before it is dropped.
        if let Some(Body::Steps(step, value)) = unsafe { (*self.body.get()).take() } {
            self.result.set(Some(value));
            drop(step);
        }
    }

    /// `next`, which is all that most generators are ever asked: without the detours of `send`, `throw` and
    /// `yield from`.
    fn next(&self) -> Result<Option<Y>, Exception> {
        let is_idle = matches!(self.state.get(), State::Created | State::Suspended);
        if !is_idle || self.driven.get() || !self.stack.borrow().is_empty() {
            return self.drive(Resume::Value(None));
        }
        let _depth = exc::try_enter()?;
        match self.poll(None) {
            Step::Yielded(item) => Ok(Some(item)),
            Step::Done => Ok(None),
            Step::Raised(error) => Err(error),
            Step::Delegated => {
                self.driven.set(true);
                let result = self.drive_stack(Some(Step::Delegated), Resume::Value(None));
                self.driven.set(false);
                result
            }
        }
    }

    fn drive(&self, resume: Resume<S>) -> Result<Option<Y>, Exception> {
        // Generators that drive others take up the stack.
        let _depth = exc::try_enter()?;
        if self.driven.replace(true) {
            return Err(value_error("generator already executing"));
        }
        let result = self.drive_stack(None, resume);
        self.driven.set(false);
        result
    }

    /// Resumes the innermost generator until one yields or all have ended; `first` is how this one has stopped already.
    fn drive_stack(&self, mut first: Option<Step<Y>>, mut resume: Resume<S>) -> Result<Option<Y>, Exception> {
        if let Resume::Throw(error) = resume {
            resume = Resume::Throw(self.close_delegates(error));
        }
        loop {
            let top = self.stack.borrow().last().cloned();
            let step = match (first.take(), &top) {
                (Some(step), _) => step,
                (None, Some(delegate)) => delegate.step(resume),
                (None, None) => self.step(resume),
            };
            resume = Resume::Value(None);
            match step {
                Step::Yielded(item) => return Ok(Some(item)),
                Step::Delegated => {
                    let delegate = match &top {
                        Some(top) => top.take_delegate(),
                        None => self.take_delegate(),
                    };
                    let Some(delegate) = delegate else {
                        output::trap("a generator waited for something else than its consumer");
                    };
                    if self.waits_for(&*delegate) {
                        resume = Resume::Throw(value_error("generator already executing"));
                        continue;
                    }
                    let more = delegate.take_stack();
                    let mut stack = self.stack.borrow_mut();
                    if let Err(error) = exc::check_depth(stack.len() + more.len()) {
                        resume = Resume::Throw(error);
                        continue;
                    }
                    stack.push(delegate);
                    stack.extend(more);
                }
                Step::Done if top.is_some() => drop(self.stack.borrow_mut().pop()),
                Step::Raised(error) if top.is_some() => {
                    drop(self.stack.borrow_mut().pop());
                    resume = Resume::Throw(error);
                }
                Step::Done => return Ok(None),
                Step::Raised(error) => return Err(error),
            }
        }
    }

    /// What reaches this body of `error`: a `GeneratorExit` closes those it delegates to first, and reaches the body
    /// whatever they make of it (PEP 380).
    fn close_delegates(&self, error: Exception) -> Exception {
        if !error.is::<GeneratorExit>() || self.stack.borrow().is_empty() {
            return error;
        }
        let mut stack = self.stack.take();
        let delegate = stack.remove(0);
        delegate.close_with(stack).err().unwrap_or(error)
    }

    /// Whether `delegate` is this generator, or one that is executing for it.
    fn waits_for(&self, delegate: &dyn Delegate<Y, S>) -> bool {
        let address = delegate.address();
        !delegate.is_created()
            && (address == self.address() || self.stack.borrow().iter().any(|it| it.address() == address))
    }

    fn close(&self) -> Result<(), Exception> {
        match self.state.get() {
            State::Created => {
                self.discard();
                return Ok(());
            }
            State::Done => return Ok(()),
            State::Suspended | State::Running => {}
        }
        match self.drive(Resume::Throw(Exception::empty(GeneratorExit))) {
            Ok(None) => Ok(()),
            Ok(Some(_)) => Err(Exception::new(RuntimeError, "generator ignored GeneratorExit")),
            Err(error) if error.is::<GeneratorExit>() || error.is::<StopIteration>() => Ok(()),
            Err(error) => Err(error),
        }
    }
}

impl<Y: 'static, S: 'static, R: 'static> Drop for Core<Y, S, R> {
    /// As in CPython, a generator that is suspended when nobody holds it any more is closed: `finally` runs.
    fn drop(&mut self) {
        if self.state.get() == State::Suspended {
            // CPython prints "Exception ignored in …" to stderr and goes on.
            let _ = self.close();
        }
    }
}

/// A Python generator that yields `Y`, is sent `S` and returns `R`. Clones share it.
pub struct Generator<Y: 'static, S: 'static = (), R: 'static = ()>(Rc<Core<Y, S, R>>);

impl<Y: 'static, S: 'static, R: 'static> Clone for Generator<Y, S, R> {
    fn clone(&self) -> Self {
        Generator(Rc::clone(&self.0))
    }
}

impl<Y: 'static, S: 'static, R: Repr + Clone + 'static> Generator<Y, S, R> {
    /// `StopIteration` with what the body returned, the first time and unless that is `None`.
    #[cold]
    fn stop(&self) -> Exception {
        match self.0.result.take() {
            Some(value) if show::repr(&value) != "None" => Exception::stop_iteration(&value),
            _ => Exception::empty(StopIteration),
        }
    }

    /// `next(self)`.
    ///
    /// # Errors
    /// `StopIteration`, or what the body raised.
    pub fn try_next_item(&self) -> Result<Y, Exception> {
        self.try_next()?.ok_or_else(|| self.stop())
    }

    /// `next(self)`.
    #[must_use]
    pub fn next_item(&self) -> Y {
        self.try_next_item().unwrap_or_else(|error| error.uncaught())
    }

    /// `next(self)` of a generator that nobody else has: it is left before its item is used.
    ///
    /// # Errors
    /// `StopIteration`, or what the body raised.
    pub fn try_first_item(self) -> Result<Y, Exception> {
        self.try_next_item()
    }

    /// `next(self)` of a generator that nobody else has.
    #[must_use]
    pub fn first_item(self) -> Y {
        self.next_item()
    }

    /// `self.send(value)`.
    ///
    /// # Errors
    /// `StopIteration`, or what the body raised.
    pub fn try_send(&self, value: S) -> Result<Y, Exception> {
        if self.0.state.get() == State::Created {
            return Err(crate::exc::type_error("can't send non-None value to a just-started generator"));
        }
        self.0.drive(Resume::Value(Some(value)))?.ok_or_else(|| self.stop())
    }

    /// `self.send(value)`.
    pub fn send(&self, value: S) -> Y {
        self.try_send(value).unwrap_or_else(|error| error.uncaught())
    }

    /// `self.throw(error)`.
    ///
    /// # Errors
    /// `StopIteration`, or what the body raised.
    pub fn try_throw(&self, error: Exception) -> Result<Y, Exception> {
        self.0.drive(Resume::Throw(error))?.ok_or_else(|| self.stop())
    }
}

impl<Y: 'static, S: 'static, R: 'static> Generator<Y, S, R> {
    /// Nothing of `body` runs before the first `next`: `Generator::new(async move |co| { …; Ok(()) })`.
    pub fn new<F: Future<Output = Result<R, Exception>> + 'static>(
        body: impl FnOnce(Yielder<Y, S>) -> F,
    ) -> Self {
        let slot =
            Rc::new(Slot { yielded: Cell::new(None), sent: Cell::new(None), delegate: Cell::new(None) });
        let body = Body::Coroutine(Box::pin(body(Yielder(Rc::clone(&slot)))));
        Self::of(slot, body)
    }

    fn of(slot: Rc<Slot<Y, S>>, body: Body<Y, R>) -> Self {
        Generator(Rc::new(Core {
            slot,
            body: UnsafeCell::new(Some(body)),
            state: Cell::new(State::Created),
            driven: Cell::new(false),
            result: Cell::new(None),
            stack: RefCell::default(),
        }))
    }

    fn is_done(&self) -> bool {
        self.0.state.get() == State::Done
    }

    /// The next item; `None` is the end.
    ///
    /// # Errors
    /// What the body raised.
    pub fn try_next(&self) -> Result<Option<Y>, Exception> {
        self.0.next()
    }

    /// The next item; `None` is the end. Ends the program where the body raises.
    #[must_use]
    pub fn next_or_end(&self) -> Option<Y> {
        self.try_next().unwrap_or_else(|error| error.uncaught())
    }

    /// `self.close()`.
    ///
    /// # Errors
    /// What the body raised instead of ending.
    pub fn try_close(&self) -> Result<(), Exception> {
        self.0.close()
    }

    /// `self.close()`.
    pub fn close(&self) {
        self.try_close().unwrap_or_else(|error| error.uncaught());
    }

    /// What the body returned (`StopIteration.value`), once.
    #[must_use]
    pub fn take_result(&self) -> Option<R> {
        self.0.result.take()
    }

    /// The items, ending the program where the body raises.
    pub fn values(&self) -> impl Iterator<Item = Y> + use<Y, S, R> {
        crate::iter::ending(self.clone())
    }

    /// The same of a generator that nobody else has: it is left with the last of its items that is asked for.
    pub fn into_values(self) -> impl Iterator<Item = Y> + use<Y, S, R> {
        crate::iter::ending(self)
    }

    /// Python's `self is other`.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// `id(self)`.
    #[must_use]
    pub fn id(&self) -> usize {
        Rc::as_ptr(&self.0).addr()
    }

    /// As an iterator of any kind.
    #[must_use]
    pub fn to_iter(&self) -> Iter<Y> {
        Iter::new(self.clone())
    }

    /// The same of a generator that nobody else has.
    #[must_use]
    pub fn into_handle(self) -> Iter<Y> {
        Iter::new(self)
    }
}

impl<Y: 'static, S: 'static> Generator<Y, S, ()> {
    /// A generator that takes no notice of what it is sent, and handles nothing: `step` gives its items, and nothing at
    /// the end. Nothing of it runs before the first `next`.
    pub fn stepping(step: impl FnMut() -> Result<Option<Y>, Exception> + 'static) -> Self {
        let slot =
            Rc::new(Slot { yielded: Cell::new(None), sent: Cell::new(None), delegate: Cell::new(None) });
        Self::of(slot, Body::Steps(Box::new(step), ()))
    }
}

impl<Y: 'static> Generator<Y, (), ()> {
    /// The generator object of an iterator that raises nothing.
    pub fn over(mut items: impl Iterator<Item = Y> + 'static) -> Self {
        Self::stepping(move || Ok(items.next()))
    }
}

impl<Y: 'static, S: 'static, R: 'static> From<Generator<Y, S, R>> for Iter<Y> {
    fn from(generator: Generator<Y, S, R>) -> Self {
        Iter::new(generator)
    }
}

impl<Y: 'static, S: 'static, R: 'static> Iterator for Generator<Y, S, R> {
    type Item = Result<Y, Exception>;

    fn next(&mut self) -> Option<Self::Item> {
        self.try_next().transpose()
    }
}

impl<Y: 'static, S: 'static, R: 'static> Truth for Generator<Y, S, R> {
    fn truth(&self) -> bool {
        true
    }
}

impl<Y: 'static, S: 'static, R: 'static> Repr for Generator<Y, S, R> {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<generator object at {:p}>", Rc::as_ptr(&self.0))
    }
}

impl<Y: 'static, S: 'static, R: 'static> PartialEq for Generator<Y, S, R> {
    fn eq(&self, other: &Self) -> bool {
        self.is(other)
    }
}

impl<Y: 'static, S: 'static, R: 'static> PyHash for Generator<Y, S, R> {
    fn py_hash(&self) -> i64 {
        hash::of_address(Rc::as_ptr(&self.0).addr())
    }
}

// SAFETY: counts a reference.
unsafe impl<Y: 'static, S: 'static, R: 'static> Item for Generator<Y, S, R> {
    fn same(&self, other: &Self) -> bool {
        self.is(other)
    }
}
