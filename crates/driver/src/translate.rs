//! [`translate`]: Python to Rust, a function of values.

use std::any::Any;
use std::panic::catch_unwind;
use std::thread;
use std::time::Duration;

use portalis_diag::Diagnostic;
use portalis_hir::Module;
use portalis_lower_rust::rir::Crate;

use crate::error::CompileError;
use crate::host::Host;
use crate::manager::{Dump, Manager, Stopped, Timing};
use crate::options::Options;
use crate::pipeline::{Goal, PASSES, Translated, translate_module};
use crate::reveal::Revealed;

/// Stack of the thread that runs the passes, in bytes: they recurse over the nesting of the source.
pub(crate) const STACK: usize = 256 << 20;

/// What a module became.
#[derive(Clone, Debug)]
pub struct Translation {
    /// The Rust: the whole text of one file. Empty where [`Options::stop_after`] ended the pipeline before it.
    pub rust: String,
    /// Whether the file is a program; a library otherwise.
    pub is_program: bool,
    /// Warnings.
    pub diagnostics: Vec<Diagnostic>,
    /// Textual forms, where [`Options::dumps`] asks for them.
    pub dumps: Vec<Dump>,
    /// How long each pass took, where there is a clock: [`crate::compile()`] has one, [`translate()`] has none.
    pub timings: Vec<Timing>,
    /// Lines of the Rust and the lines of the Python that they come from, both from one, ascending.
    pub line_map: Vec<(u32, u32)>,
    /// Types of assigned variables, where [`Options::dumps`] asks for them.
    pub revealed: Vec<Revealed>,
}

impl Translation {
    /// The textual form of what a pass made.
    #[must_use]
    pub fn dump(&self, pass: &str) -> Option<&str> {
        self.dumps.iter().find(|dump| dump.pass == pass).map(|dump| dump.text.as_str())
    }
}

/// Translates one Python file to Rust: no files, no processes, no clock, no panic.
///
/// # Errors
/// [`CompileError::Program`] with all diagnostics where the program is refused, [`CompileError::Internal`] for a bug of ours.
pub fn translate(source: &str, options: &Options) -> Result<Translation, CompileError> {
    translate_with_clock(source, options, &|| Duration::ZERO)
}

/// [`translate`] with the host's clock, for the timings.
///
/// # Errors
/// As [`translate`].
pub fn translate_with_host(
    source: &str,
    options: &Options,
    host: &dyn Host,
) -> Result<Translation, CompileError> {
    translate_with_clock(source, options, &|| host.now())
}

pub(crate) fn translate_with_clock(
    source: &str,
    options: &Options,
    clock: &(dyn Fn() -> Duration + Sync),
) -> Result<Translation, CompileError> {
    if let Some(pass) = options.stop_after.as_deref().filter(|pass| !PASSES.contains(pass)) {
        return Err(CompileError::Internal(format!(
            "there is no pass `{pass}`; passes: {}",
            PASSES.join(", ")
        )));
    }
    on_deep_stack(|| run_passes(source, options, Goal::Rust, clock))
}

/// The Rust of `source`, and what it was made from; `None` where it is refused. On this thread, as [`diagnose`].
pub(crate) fn translated_parts(source: &str, options: &Options) -> Option<(Module, Crate, String)> {
    let clock = || Duration::ZERO;
    let mut out = Translated::default();
    translate_module(source, options, Goal::Parts, &mut Manager::new(options, &clock), &mut out).ok()?;
    let (module, krate) = out.parts?;
    Some((module, krate, out.rust))
}

/// Runs the passes on a thread whose stack is as large as [`STACK`].
pub(crate) fn on_deep_stack<T: Send>(
    passes: impl FnOnce() -> Result<T, CompileError> + Send,
) -> Result<T, CompileError> {
    thread::scope(|scope| {
        let thread = thread::Builder::new().name("portalis".into()).stack_size(STACK);
        let passes = thread
            .spawn_scoped(scope, passes)
            .map_err(|error| CompileError::Internal(format!("no thread for the passes: {error}")))?;
        passes.join().unwrap_or_else(|panic| Err(CompileError::Internal(panic_message(panic.as_ref()))))
    })
}

/// What [`translate`] reports, found out on this thread, whose stack is as large as [`STACK`].
///
/// # Errors
/// As [`translate`].
pub(crate) fn diagnose(source: &str, options: &Options) -> Result<Vec<Diagnostic>, CompileError> {
    catch_unwind(|| run_passes(source, options, Goal::Diagnostics, &|| Duration::ZERO))
        .unwrap_or_else(|panic| Err(CompileError::Internal(panic_message(panic.as_ref()))))
        .map(|translation| translation.diagnostics)
}

fn run_passes(
    source: &str,
    options: &Options,
    goal: Goal,
    clock: &(dyn Fn() -> Duration + Sync),
) -> Result<Translation, CompileError> {
    let mut pm = Manager::new(options, clock);
    let mut out = Translated::default();
    let ended = translate_module(source, options, goal, &mut pm, &mut out);
    let (dumps, timings) = (pm.dumps, pm.timings);
    let has_errors = pm.sink.has_errors();
    let diagnostics = pm.sink.into_report();
    match ended {
        Err(Stopped::Invalid(what)) => Err(CompileError::Internal(what)),
        _ if has_errors => Err(CompileError::Program(diagnostics)),
        _ => Ok(Translation {
            rust: out.rust,
            is_program: out.is_program,
            diagnostics,
            dumps,
            timings,
            line_map: out.line_map,
            revealed: out.revealed,
        }),
    }
}

fn panic_message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    format!("the compiler panicked: {}", text.unwrap_or("no message"))
}
