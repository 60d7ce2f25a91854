//! `cargo xtask real`: programs that other people wrote, downloaded when the test runs, against CPython.
//!
//! The times are no benchmark: those of both are of one run with its start; that of WebAssembly includes checks for the
//! time limit, but no making of machine code. A program that is refused says why and is no failure; one that differs, or whose Rust does not compile, is.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use portalis::{CompileError, Host, OptLevel, Options, SystemHost, compile};
use portalis_engine::Engine;

use crate::cpython::{self, difference};
use crate::real_programs::{PROGRAMS, PYPERFORMANCE, Program};
use crate::run_golden::{engine, run};
use crate::{parallel, say};

/// The status of a program that trapped.
const TRAP: i32 = 70;

/// What became of a program.
pub(crate) enum Outcome {
    /// With the seconds that both took.
    Same {
        python: f64,
        wasm: f64,
    },
    /// It does not do in CPython what it should.
    Void,
    Refused(String),
    /// It ended loudly with the status of a trap, and a text that says why.
    Trapped(String),
    Different(String),
}

/// Runs the programs whose names contain `filter`.
pub(crate) fn real(filter: &str) -> bool {
    let host = SystemHost::new();
    let found = benchmarks(&host).and_then(|directory| Ok((directory, engine(&host)?)));
    let (directory, engine) = match found {
        Ok(found) => found,
        Err(error) => {
            say(&error);
            return false;
        }
    };
    let programs: Vec<&Program> = PROGRAMS.iter().filter(|program| program.name.contains(filter)).collect();
    if programs.is_empty() {
        say(&format!("real: no program matches `{filter}`"));
        return false;
    }
    let outcomes = parallel::map(&programs, |program| {
        check(program, &directory, &host, &engine).unwrap_or_else(Outcome::Different)
    });
    say("program            result     CPython  WebAssembly");
    let mut tally = Tally::default();
    for (program, outcome) in programs.iter().zip(&outcomes) {
        let name = program.name;
        tally.add(name, outcome);
        match outcome {
            Outcome::Same { python, wasm } => {
                say(&format!("{name:<18} same      {python:>6.2} s       {wasm:>6.2} s"));
            }
            Outcome::Void => say(&format!("{name:<18} fails in CPython")),
            _ => {}
        }
    }
    say(&format!("real: {tally}"));
    tally.different == 0 && tally.void == 0
}

/// How many programs ended in which way.
#[derive(Default)]
pub(crate) struct Tally {
    same: usize,
    pub(crate) void: usize,
    refused: usize,
    trapped: usize,
    pub(crate) different: usize,
}

impl Tally {
    /// Counts `outcome`, and says why it is not the same.
    pub(crate) fn add(&mut self, name: &str, outcome: &Outcome) {
        match outcome {
            Outcome::Same { .. } => self.same += 1,
            Outcome::Void => self.void += 1,
            Outcome::Refused(why) => {
                self.refused += 1;
                say(&format!("{name:<18} refused   {why}"));
            }
            Outcome::Trapped(why) => {
                self.trapped += 1;
                say(&format!("{name:<18} trapped   {why}"));
            }
            Outcome::Different(why) => {
                self.different += 1;
                say(&format!("{name:<18} DIFFERENT\n{}", why.trim_end()));
            }
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Tally { same, refused, trapped, different, .. } = self;
        write!(f, "{same} passed, {different} failed, {refused} refused, {trapped} trapped")
    }
}

/// Names and texts of the programs whose names contain `filter`.
pub(crate) fn sources(filter: &str) -> Result<Vec<(&'static str, String)>, String> {
    let programs: Vec<&Program> = PROGRAMS.iter().filter(|program| program.name.contains(filter)).collect();
    if programs.is_empty() {
        return Ok(Vec::new());
    }
    let directory = benchmarks(&SystemHost::new())?;
    programs.iter().map(|program| Ok((program.name, source(program, &directory)?))).collect()
}

/// The program, made of the downloaded benchmark.
fn source(program: &Program, directory: &Path) -> Result<String, String> {
    let path = directory.join(format!("bm_{}", program.name)).join("run_benchmark.py");
    let benchmark = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    program.adapt(&benchmark)
}

/// The folder of benchmarks.
fn benchmarks(host: &SystemHost) -> Result<PathBuf, String> {
    package(host, PYPERFORMANCE, "pyperformance/data-files/benchmarks")
}

/// `folder` of the package `requirement`, fetched from PyPI once.
pub(crate) fn package(host: &SystemHost, requirement: &str, folder: &str) -> Result<PathBuf, String> {
    let cache = host.cache_directory().join("real").join(requirement.replace("==", "-"));
    let folder = cache.join(folder);
    if folder.is_dir() {
        return Ok(folder);
    }
    fs::create_dir_all(&cache).map_err(|error| format!("{}: {error}", cache.display()))?;
    python(&cache, &["-m", "pip", "download", "--quiet", "--no-deps", "--dest", ".", requirement])?;
    let wheel = fs::read_dir(&cache)
        .map_err(|error| error.to_string())?
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|extension| extension == "whl"))
        .ok_or("pip fetched no wheel")?;
    python(&cache, &["-m", "zipfile", "-e", &wheel.display().to_string(), "."])?;
    Ok(folder)
}

fn python(directory: &Path, args: &[&str]) -> Result<(), String> {
    let output = Command::new(cpython::python()).args(args).current_dir(directory).output();
    let output = output.map_err(|error| format!("cannot start {}: {error}", cpython::python()))?;
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
}

fn check(program: &Program, directory: &Path, host: &SystemHost, engine: &Engine) -> Result<Outcome, String> {
    let source = source(program, directory)?;
    // Not the name of the module that it imports.
    compare(&format!("bm_{}.py", program.name), &source, OptLevel::Speed, (host, engine), |_| true)
}

/// A program in both. It is void where it ends in CPython with another status than 0, or prints what `is_right` denies.
pub(crate) fn compare(
    file: &str,
    source: &str,
    opt: OptLevel,
    (host, engine): (&SystemHost, &Engine),
    is_right: impl Fn(&str) -> bool,
) -> Result<Outcome, String> {
    let stage = || cpython::stage([(file, source.as_bytes())]);
    let python = cpython::run(stage()?.path(), file, &[], b"")?;
    if python.status != 0 || !is_right(&String::from_utf8_lossy(&python.stdout)) {
        return Ok(Outcome::Void);
    }
    let options = Options { path: file.to_owned(), opt, ..Options::default() };
    let artifacts = match compile(source, &options, host) {
        Ok(artifacts) => artifacts,
        Err(CompileError::Program(diagnostics)) => {
            let mut why: Vec<String> = diagnostics
                .iter()
                .map(|diagnostic| format!("{} {}", diagnostic.code, diagnostic.message))
                .collect();
            why.dedup();
            return Ok(Outcome::Refused(why.join("; ")));
        }
        Err(CompileError::Rust(error)) => {
            return Err(format!("emitted Rust did not compile\n{}", error.report));
        }
        Err(error) => return Err(error.to_string()),
    };
    let here = stage()?;
    // Machine code is made here, once, and waits in the cache.
    engine.is_command(&artifacts.output).map_err(|error| error.to_string())?;
    let wasm = run(engine, &artifacts.output, here.path().to_owned(), file, &[], Vec::new())?;
    // A named trap is no answer, but no wrong one.
    if wasm.status == TRAP && python.stdout.starts_with(&wasm.stdout) {
        return Ok(Outcome::Trapped(wasm.last_error().to_owned()));
    }
    Ok(match difference(&python, &wasm) {
        Some(difference) => Outcome::Different(difference),
        None => Outcome::Same { python: python.time.as_secs_f64(), wasm: wasm.time.as_secs_f64() },
    })
}
