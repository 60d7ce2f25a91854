//! Where Python's functions are: the frames of the `Traceback` block. Only programs that are built to tell keep them.
//!
//! ```text
//! fn withdraw(…) {
//!     let _frame_ = trace::enter("withdraw");
//!     _frame_.line(12);
//!     …
//! ```
//!
//! An exception takes the frames along from where it is raised. Source: language reference 4.3 (exceptions), library
//! reference, `traceback`.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;

use super::Exception;
use crate::output::write_error;
use crate::trap::install;

/// A line that a function is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    function: &'static str,
    line: u32,
}

/// The frames of an exception, outermost first.
#[derive(Default)]
pub(super) struct Trace {
    places: Vec<Place>,
    /// The first of those that it has come through, once somebody caught it.
    caught_at: Option<usize>,
}

/// What a program that tells its frames brings; the others are linked without it.
struct Teller {
    here: fn() -> Vec<Place>,
    write: fn(&Trace, &mut String),
}

thread_local! {
    static TELLER: Cell<Option<&'static Teller>> = const { Cell::new(None) };
    static CALLS: RefCell<Vec<Place>> = const { RefCell::new(Vec::new()) };
    /// The path of the program and its text.
    static SOURCE: Cell<(&'static str, &'static str)> = const { Cell::new(("", "")) };
}

/// How many frames in a row that are the same are written.
const MOST_REPEATED: usize = 3;

/// A function at work, until it is dropped.
#[must_use]
pub struct Frame {
    function: &'static str,
    line: Cell<u32>,
    /// How many frames are around it; `None` while a generator waits.
    depth: Cell<Option<usize>>,
}

/// The frame of the module in the file `path`, which reads `text`.
pub fn start(path: &'static str, text: &'static str) -> Frame {
    const TOLD: &Teller = &Teller { here: || CALLS.with_borrow(Vec::clone), write };
    SOURCE.set((path, text));
    TELLER.set(Some(TOLD));
    install(tell);
    enter("<module>")
}

/// The frame of a function that begins.
pub fn enter(function: &'static str) -> Frame {
    let frame = Frame { function, line: Cell::new(0), depth: Cell::new(None) };
    frame.resume();
    frame
}

impl Frame {
    /// Control comes to `line`; functions that were called before have ended.
    pub fn line(&self, line: u32) {
        self.line.set(line);
        let Some(depth) = self.depth.get() else { return self.resume() };
        CALLS.with_borrow_mut(|calls| {
            calls.truncate(depth);
            calls.push(Place { function: self.function, line });
        });
    }

    /// What it does from now on is none of the function's.
    pub fn leave(&self) {
        self.suspend();
    }

    /// What runs it waits.
    fn suspend(&self) {
        if let Some(depth) = self.depth.take() {
            CALLS.with_borrow_mut(|calls| calls.truncate(depth));
        }
    }

    /// What runs it goes on.
    fn resume(&self) {
        CALLS.with_borrow_mut(|calls| {
            self.depth.set(Some(calls.len()));
            calls.push(Place { function: self.function, line: self.line.get() });
        });
    }

    /// The function catches `error`.
    pub fn caught(&self, error: &Exception) {
        error.with_trace(|trace| trace.caught_at = self.depth.get());
    }
}

impl Frame {
    /// `future`, which is driven in this frame: it is there while the other works, and away while it waits.
    pub async fn follow<F: IntoFuture>(&self, future: F) -> F::Output {
        let mut future = Box::pin(future.into_future());
        poll_fn(|cx| {
            if self.depth.get().is_none() {
                self.resume();
            }
            let polled = future.as_mut().poll(cx);
            if polled.is_pending() {
                self.suspend();
            }
            polled
        })
        .await
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        self.suspend();
    }
}

/// Whether the program tells its frames.
pub(super) fn is_told() -> bool {
    TELLER.get().is_some()
}

/// The frames of what is raised now, where the program tells them.
pub(super) fn here() -> Option<Box<Trace>> {
    let teller = TELLER.get()?;
    Some(Box::new(Trace { places: (teller.here)(), caught_at: None }))
}

/// Writes the lines of a traceback for what ends the program here and now.
fn tell() {
    let mut out = String::new();
    here().iter().for_each(|trace| trace.write_to(&mut out));
    write_error(&out);
}

impl Trace {
    /// It is raised once more, from here: what it came through before stays behind.
    pub(super) fn raised_again(&mut self) {
        let Some(now) = here() else { return };
        let before = self.caught_at.take().and_then(|at| self.places.get(at..)).unwrap_or_default();
        self.places = [&now.places, before].concat();
    }

    /// It goes on from the handler that caught it.
    pub(super) fn goes_on(&mut self) {
        self.caught_at = None;
    }

    /// Its lines of a traceback.
    pub(super) fn write_to(&self, out: &mut String) {
        if let Some(teller) = TELLER.get() {
            (teller.write)(self, out);
        }
    }
}

fn write(trace: &Trace, out: &mut String) {
    let (path, text) = SOURCE.get();
    let lines: Vec<&str> = text.lines().collect();
    let places = trace.places.get(trace.caught_at.unwrap_or(0)..).unwrap_or_default();
    for same in places.chunk_by(PartialEq::eq) {
        for place in same.iter().take(MOST_REPEATED) {
            out.push_str(&format!("  File \"{path}\", line {}, in {}\n", place.line, place.function));
            let line = lines.get(place.line as usize - 1).map_or("", |line| line.trim());
            if !line.is_empty() {
                out.push_str(&format!("    {line}\n"));
            }
        }
        match same.len().saturating_sub(MOST_REPEATED) {
            0 => {}
            1 => out.push_str("  [Previous line repeated 1 more time]\n"),
            more => out.push_str(&format!("  [Previous line repeated {more} more times]\n")),
        }
    }
}
