//! The pass manager: runs each pass in one way, times it, keeps its dump, checks its artifact.
//!
//! In: closures over passes. Out: artifacts, or [`Stopped`] where the pipeline ends before its last pass.

use std::time::Duration;

use portalis_diag::Sink;
use portalis_hir::{Artifact, Pass};

use crate::options::Options;

/// The textual form of what a pass made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dump {
    /// The pass.
    pub pass: &'static str,
    /// What it made.
    pub text: String,
}

/// How long a pass took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    /// The pass.
    pub pass: &'static str,
    /// Its time.
    pub time: Duration,
}

/// Why the pipeline ended early.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stopped {
    /// The program is refused; the sink says why.
    Refused,
    /// The caller asked for it.
    Asked,
    /// A pass broke an invariant of its artifact.
    Invalid(String),
}

/// Runs passes one after the other.
pub(crate) struct Manager<'a> {
    /// Where passes report.
    pub(crate) sink: Sink,
    /// The dumps so far.
    pub(crate) dumps: Vec<Dump>,
    /// The timings so far.
    pub(crate) timings: Vec<Timing>,
    options: &'a Options,
    clock: &'a (dyn Fn() -> Duration + Sync),
}

impl<'a> Manager<'a> {
    pub(crate) fn new(options: &'a Options, clock: &'a (dyn Fn() -> Duration + Sync)) -> Self {
        Manager { sink: Sink::new(), dumps: Vec::new(), timings: Vec::new(), options, clock }
    }

    /// Runs a pass.
    pub(crate) fn run<P: Pass>(&mut self, input: P::In<'_>) -> Result<P::Out, Stopped> {
        let out = self.time(P::NAME, |sink| P::run(input, sink));
        self.finish(P::NAME, out, P::Out::pretty, P::Out::validate)
    }

    /// Times a pass that is a plain function.
    pub(crate) fn time<T>(&mut self, name: &'static str, pass: impl FnOnce(&mut Sink) -> T) -> T {
        let started = (self.clock)();
        let out = pass(&mut self.sink);
        self.timings.push(Timing { pass: name, time: (self.clock)().saturating_sub(started) });
        out
    }

    /// What follows every pass: validation, dump, and the end where it is asked for.
    pub(crate) fn finish<T>(
        &mut self,
        name: &'static str,
        out: T,
        pretty: impl FnOnce(&T) -> String,
        validate: impl FnOnce(&T) -> Result<(), String>,
    ) -> Result<T, Stopped> {
        if self.options.validate || cfg!(debug_assertions) {
            validate(&out).map_err(|what| Stopped::Invalid(format!("after pass `{name}`: {what}")))?;
        }
        if self.options.dumps {
            self.dumps.push(Dump { pass: name, text: pretty(&out) });
        }
        if self.options.stop_after.as_deref() == Some(name) {
            return Err(Stopped::Asked);
        }
        Ok(out)
    }

    /// Ends the pipeline if the program is refused.
    pub(crate) fn stop_if_refused(&self) -> Result<(), Stopped> {
        if self.sink.has_errors() { Err(Stopped::Refused) } else { Ok(()) }
    }
}
