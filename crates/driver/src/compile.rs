//! [`compile`]: the whole way from Python to a module or an executable.

use portalis_diag::Diagnostic;

use crate::build::entry::{Entry, Stored};
use crate::build::runtime;
use crate::build::rustc::{self, Source};
use crate::build::toolchain::Toolchain;
use crate::error::CompileError;
use crate::host::Host;
use crate::manager::{Dump, Timing};
use crate::options::{OptLevel, Options, Ownership, Target};
use crate::translate::{Translation, translate_with_clock};
use crate::wasm;

/// What a file became.
#[derive(Clone, Debug)]
pub struct Artifacts {
    /// The WebAssembly module, or the executable or shared library of this machine.
    pub output: Vec<u8>,
    /// The Rust in between.
    pub rust: String,
    /// Whether it is a program; a library otherwise.
    pub is_program: bool,
    /// Warnings about the Python.
    pub diagnostics: Vec<Diagnostic>,
    /// What rustc warned of in our Rust: empty, unless we have a bug.
    pub rustc_warnings: String,
    /// What rustc said of the Rust with owned lists, where it refused that and all lists were shared: empty, unless we
    /// have a bug.
    pub demotion: String,
    /// Whether the output was there already, so that rustc did not run.
    pub is_cached: bool,
    /// Textual forms, where [`Options::dumps`] asks for them.
    pub dumps: Vec<Dump>,
    /// How long each step took: passes, `runtime`, `rustc`. Empty where the output was there already.
    pub timings: Vec<Timing>,
}

/// Compiles one Python file with what `host` offers.
///
/// # Errors
/// [`CompileError`]; nothing but the cache has been written then.
pub fn compile(source: &str, options: &Options, host: &dyn Host) -> Result<Artifacts, CompileError> {
    let translate = || translate_with_clock(source, options, &|| host.now());
    // A refused program is refused on machines without a toolchain too.
    let toolchain = match Toolchain::find(host) {
        Ok(toolchain) => toolchain,
        Err(outside) => return Err(translate().err().unwrap_or(CompileError::Outside(outside))),
    };
    let entry = Entry::new(host, source, options, &toolchain.version);
    if let Some(stored) = entry.load(host) {
        let translation = if stored.has_warnings || options.dumps { Some(translate()?) } else { None };
        return Ok(artifacts(stored, translation, true));
    }
    let translation = translate()?;
    match build_translated(source, translation, options, host, &toolchain, &entry, String::new()) {
        // Ownership is the one decision that rustc judges better than we do.
        Err(CompileError::Rust(error)) if options.ownership == Ownership::Auto => {
            let options = Options { ownership: Ownership::Shared, ..options.clone() };
            let translation = translate_with_clock(source, &options, &|| host.now())?;
            build_translated(source, translation, &options, host, &toolchain, &entry, error.report)
        }
        built => built,
    }
}

fn build_translated(
    source: &str,
    mut translation: Translation,
    options: &Options,
    host: &dyn Host,
    toolchain: &Toolchain,
    entry: &Entry,
    demotion: String,
) -> Result<Artifacts, CompileError> {
    let _lock = entry.lock(host)?;
    if let Some(stored) = entry.load(host) {
        return Ok(artifacts(stored, Some(translation), true));
    }
    let triple = toolchain.triple(options.target);
    let mut started = host.now();
    let mut time = |pass: &'static str| {
        let ended = host.now();
        let time = ended.saturating_sub(started);
        started = ended;
        Timing { pass, time }
    };
    toolchain.require_target(host, triple)?;
    let runtime = runtime::ensure(host, toolchain, triple, options.opt)?;
    translation.timings.push(time("runtime"));
    let rust = Source {
        rust: &translation.rust,
        is_program: translation.is_program,
        line_map: &translation.line_map,
    };
    let built = rustc::compile(host, toolchain, &runtime, options, &rust, entry.directory())?;
    translation.timings.push(time("rustc"));
    let output = match options.target {
        Target::Wasm => wasm::describe(&built.output, source, options),
        Target::Native => built.output,
    };
    let stored = Stored {
        output,
        rust: translation.rust.clone(),
        is_program: translation.is_program,
        has_warnings: !translation.diagnostics.is_empty(),
        rustc_warnings: built.warnings,
        demotion,
    };
    entry.store(host, &stored)?;
    Ok(artifacts(stored, Some(translation), false))
}

fn artifacts(stored: Stored, translation: Option<Translation>, is_cached: bool) -> Artifacts {
    let (diagnostics, dumps, timings) = translation.map_or_else(Default::default, |translation| {
        (translation.diagnostics, translation.dumps, translation.timings)
    });
    Artifacts {
        output: stored.output,
        rust: stored.rust,
        is_program: stored.is_program,
        diagnostics,
        rustc_warnings: stored.rustc_warnings,
        demotion: stored.demotion,
        is_cached,
        dumps,
        timings,
    }
}

/// Builds Rust text as if it had been emitted: the second half of [`compile`] alone.
///
/// # Errors
/// [`CompileError::Rust`] where it does not compile, [`CompileError::Outside`].
pub fn build_rust(
    rust: &str,
    is_program: bool,
    options: &Options,
    host: &dyn Host,
) -> Result<Artifacts, CompileError> {
    let toolchain = Toolchain::find(host).map_err(CompileError::Outside)?;
    let entry = Entry::new(host, &format!("rust {is_program} {rust}"), options, &toolchain.version);
    if let Some(stored) = entry.load(host) {
        return Ok(artifacts(stored, None, true));
    }
    let translation = Translation {
        rust: rust.to_owned(),
        is_program,
        diagnostics: Vec::new(),
        dumps: Vec::new(),
        timings: Vec::new(),
        line_map: Vec::new(),
        revealed: Vec::new(),
    };
    build_translated(rust, translation, options, host, &toolchain, &entry, String::new())
}

/// What clippy says about emitted Rust, with further lints: empty, where we have no bug.
///
/// # Errors
/// [`CompileError::Outside`].
pub fn lint_rust(
    rust: &str,
    is_program: bool,
    lints: &[&str],
    host: &dyn Host,
) -> Result<String, CompileError> {
    let toolchain = Toolchain::find(host)?;
    let triple = toolchain.triple(Target::Wasm);
    toolchain.require_target(host, triple)?;
    let runtime = runtime::ensure(host, &toolchain, triple, OptLevel::Dev)?;
    let entry = Entry::new(host, &format!("lint {rust}"), &Options::default(), &toolchain.version);
    let _lock = entry.lock(host)?;
    let source = Source { rust, is_program, line_map: &[] };
    rustc::lint(host, &toolchain, &runtime, &source, lints, entry.directory())
}
