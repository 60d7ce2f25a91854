//! `cargo xtask run-golden`: golden programs as WebAssembly against CPython: standard output, status, last error line.
//! Their Rust must compile without a warning and please clippy. Those that end in an uncaught error are built once more,
//! with `--traceback`, and all that they say of it is compared.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::PoisonError;
use std::time::{Duration, Instant};

use portalis::{CompileError, Host, OptLevel, Options, SystemHost, compile, lint_rust};
use portalis_engine::{Engine, Invocation, Stdio};

use crate::case::{Case, find};
use crate::cpython::{Behaviour, difference};
use crate::directives::{self, Directive};
use crate::{cpython, parallel, root, say, tracebacks};

/// The longest that a golden program may run.
const TIMEOUT: Duration = Duration::from_secs(60);

/// What is denied in emitted Rust.
const LINTS: &[&str] = &["-D", "warnings", "-D", "clippy::all"];

/// What finds integer literals that fall back to `i32`; for floats the fallback is the right type.
const FALLBACK: &[&str] = &["-A", "warnings", "-A", "clippy::all", "-W", "clippy::default_numeric_fallback"];

/// What became of a program.
enum Outcome {
    Same,
    Refused,
    /// It behaves as in CPython, but its Rust has warnings.
    Unclean(String),
    Different(String),
    /// As `golden/known.txt` says.
    Known,
}

/// Runs the programs that `filter` names.
pub(crate) fn run_golden(filter: &str) -> bool {
    let started = Instant::now();
    let host = SystemHost::new();
    let found = find(filter).and_then(|(cases, _)| Ok((cases, engine(&host)?)));
    let (cases, engine) = match found {
        Ok(found) => found,
        Err(error) => {
            say(&error);
            return false;
        }
    };
    if cases.is_empty() {
        // Nothing run is nothing passed.
        say(&format!("run-golden: no file matches `{filter}`"));
        return false;
    }
    let failures = Mutex::new(Vec::new());
    let known = match Known::read() {
        Ok(known) => known,
        Err(error) => {
            say(&error);
            return false;
        }
    };
    let outcomes = parallel::map(&cases, |case| {
        let outcome = check(case, &host, &engine).unwrap_or_else(Outcome::Different);
        let outcome = known.judge(&case.name, outcome);
        if let Outcome::Different(why) | Outcome::Unclean(why) = &outcome {
            say(&format!("FAILED golden/{}.py\n{}\n", case.name, why.trim_end()));
            failures.lock().unwrap_or_else(PoisonError::into_inner).push(case.name.clone());
        }
        outcome
    });
    let count = |is: fn(&Outcome) -> bool| outcomes.iter().filter(|outcome| is(outcome)).count();
    let (n_same, n_refused) =
        (count(|o| matches!(o, Outcome::Same)), count(|o| matches!(o, Outcome::Refused)));
    let failures = failures.into_inner().unwrap_or_else(PoisonError::into_inner);
    let n_known = count(|o| matches!(o, Outcome::Known));
    say(&format!(
        "run-golden: {n_same} as in CPython and without a warning, {n_refused} refused as they should be, {n_known} known to fall short (golden/known.txt)"
    ));
    say(&format!(
        "run-golden: {} passed, {} failed ({:.0} s)",
        n_same + n_refused + n_known,
        failures.len(),
        started.elapsed().as_secs_f64()
    ));
    failures.is_empty()
}

/// An engine that ends endless programs.
pub(crate) fn engine(host: &SystemHost) -> Result<Engine, String> {
    let cache = Some(host.cache_directory().join("modules"));
    Engine::new(portalis_engine::Options { cache, timeout: Some(TIMEOUT) }).map_err(|error| error.to_string())
}

fn check(case: &Case, host: &SystemHost, engine: &Engine) -> Result<Outcome, String> {
    let source = case.source()?;
    let is_wanted = |directive: &Directive| matches!(directive, Directive::Error(_));
    let is_refused = directives::parse(&source)?.iter().any(|(_, directive)| is_wanted(directive));
    let int = case.int_mode()?;
    let options = Options { path: case.file_name(), int, opt: OptLevel::Dev, ..Options::default() };
    let artifacts = match compile(&source, &options, host) {
        Err(CompileError::Program(_)) if is_refused => return Ok(Outcome::Refused),
        Err(CompileError::Program(diagnostics)) => {
            let first = diagnostics.first().map(|diagnostic| diagnostic.message.clone()).unwrap_or_default();
            return Err(format!("refused without `# error:` ({first})"));
        }
        Err(CompileError::Rust(error)) => {
            return Err(format!("emitted Rust did not compile\n{}", error.report));
        }
        Err(error) => return Err(error.to_string()),
        Ok(_) if is_refused => return Err("`# error:`, but it compiles".to_owned()),
        Ok(artifacts) if !artifacts.demotion.is_empty() => {
            return Err(format!("rustc refused the owned lists\n{}", artifacts.demotion));
        }
        Ok(artifacts) => artifacts,
    };
    let fallback = lint_rust(&artifacts.rust, artifacts.is_program, FALLBACK, host)
        .map_err(|error| error.to_string())?;
    if fallback.contains("_i32`") {
        return Err(format!("integer literals that fall back to `i32`\n{fallback}"));
    }
    let lints = if artifacts.rustc_warnings.is_empty() {
        lint_rust(&artifacts.rust, artifacts.is_program, LINTS, host).map_err(|error| error.to_string())?
    } else {
        artifacts.rustc_warnings.clone()
    };
    let same = if lints.is_empty() { Outcome::Same } else { Outcome::Unclean(lints) };
    if !artifacts.is_program {
        return Ok(same);
    }
    let (args, stdin) = (args(case)?, stdin(case)?);
    let theirs = stage(case)?;
    let mut python = cpython::run(theirs.path(), &case.file_name(), &args, &stdin)?;
    python.stdout = from_the_root(&python.stdout, theirs.path());
    let directory = stage(case)?;
    let mut wasm =
        run(engine, &artifacts.output, directory.path().to_owned(), &case.file_name(), &args, stdin)?;
    wasm.stdout = from_the_root(&wasm.stdout, directory.path());
    let trap = String::from_utf8_lossy(&read_optional(case.beside("trap"))?).trim().to_owned();
    let mut different =
        if trap.is_empty() { difference(&python, &wasm) } else { no_trap(&trap, &python, &wasm) };
    if different.is_none() && trap.is_empty() && tracebacks::ends_in_one(&python) {
        different = tracebacks::difference(case, &options, (host, engine), (&python, theirs.path()))?;
    }
    Ok(different.map_or(same, Outcome::Different))
}

/// `golden/known.txt`: what is known to fall short, a line each: `name: wrong: why`, `name: warnings`, or
/// `name: rewritten: what`, which is right, but nothing that the tracer can follow.
///
/// A program that has become right must be taken off the list, so the list may only get shorter.
pub(crate) struct Known(Vec<(String, String)>);

impl Known {
    pub(crate) fn read() -> Result<Known, String> {
        let path = root().join("golden/known.txt");
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
        let entries = lines.filter_map(|line| line.split_once(": "));
        Ok(Known(entries.map(|(name, what)| (name.to_owned(), what.to_owned())).collect()))
    }

    /// Why the program does something else than in CPython, or stops; `None` where it does not.
    pub(crate) fn why_wrong(&self, name: &str) -> Option<&str> {
        let (_, what) = self.0.iter().find(|(known, _)| known == name)?;
        what.strip_prefix("wrong: ")
    }

    /// Whether the tracer meets what inference never saw.
    pub(crate) fn is_rewritten(&self, name: &str) -> bool {
        self.0.iter().any(|(known, what)| known == name && what.starts_with("rewritten: "))
    }

    fn judge(&self, name: &str, outcome: Outcome) -> Outcome {
        let Some((_, what)) = self.0.iter().find(|(known, _)| known == name) else { return outcome };
        match (what.as_str(), outcome) {
            (what, outcome) if what.starts_with("rewritten") => outcome,
            ("warnings", Outcome::Unclean(_)) => Outcome::Known,
            (what, Outcome::Different(_)) if what.starts_with("wrong") => Outcome::Known,
            (_, Outcome::Same | Outcome::Refused) => {
                Outcome::Different("it is right now: take it off golden/known.txt".to_owned())
            }
            (_, outcome) => outcome,
        }
    }
}

/// Runs a module in `directory`.
pub(crate) fn run(
    engine: &Engine,
    wasm: &[u8],
    directory: PathBuf,
    name: &str,
    args: &[String],
    stdin: Vec<u8>,
) -> Result<Behaviour, String> {
    // As the working directory of CPython.
    let own = directory.display().to_string();
    let invocation = Invocation {
        args: std::iter::once(name.to_owned()).chain(args.iter().cloned()).collect(),
        env: vec![("PWD".to_owned(), own.clone())],
        directories: vec![(directory.clone(), ".".to_owned()), (directory, own)],
        stdio: Stdio::Capture(stdin),
    };
    let started = Instant::now();
    let finished = engine.run(wasm, &invocation).map_err(|error| error.to_string())?;
    let mut stderr = finished.stderr;
    if let Some(trap) = finished.trap {
        stderr.extend_from_slice(format!("portalis trap: {trap}\n").as_bytes());
    }
    Ok(Behaviour { stdout: finished.stdout, stderr, status: finished.status, time: started.elapsed() })
}

/// A documented trap: status 70 with that message, after a beginning of CPython's output.
fn no_trap(trap: &str, python: &Behaviour, wasm: &Behaviour) -> Option<String> {
    let said = String::from_utf8_lossy(&wasm.stderr);
    if wasm.status == 70 && said.contains(trap) && python.stdout.starts_with(&wasm.stdout) {
        return None;
    }
    Some(format!("no trap {trap:?}: status {}, {said}", wasm.status))
}

/// What was printed, with the paths below the directory that it ran in from there on: each runs in its own.
fn from_the_root(stdout: &[u8], directory: &Path) -> Vec<u8> {
    match std::str::from_utf8(stdout) {
        Ok(text) => text.replace(&format!("{}/", directory.display()), "/").into_bytes(),
        Err(_) => stdout.to_vec(),
    }
}

/// The arguments of a golden program.
pub(crate) fn args(case: &Case) -> Result<Vec<String>, String> {
    let args = read_optional(case.beside("args"))?;
    Ok(String::from_utf8_lossy(&args).lines().map(str::to_owned).collect())
}

/// What a golden program reads from standard input.
pub(crate) fn stdin(case: &Case) -> Result<Vec<u8>, String> {
    read_optional(case.beside("stdin"))
}

/// The program and its data in a directory of their own.
pub(crate) fn stage(case: &Case) -> Result<tempfile::TempDir, String> {
    let stem = case.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let parent = case.path.parent().ok_or("a golden file lies in an area")?;
    let mut files = Vec::new();
    for entry in fs::read_dir(parent).map_err(|error| error.to_string())? {
        let path = entry.map_err(|error| error.to_string())?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_ours = name.strip_prefix(stem.as_str()).is_some_and(|rest| rest.starts_with('.'));
        if is_ours
            && ![".snap", ".snap.new", ".args", ".stdin", ".int", ".trap"]
                .iter()
                .any(|end| name.ends_with(end))
        {
            let bytes = fs::read(&path).map_err(|error| format!("{name}: {error}"))?;
            files.push((name, bytes));
        }
    }
    cpython::stage(files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())))
}

fn read_optional(path: PathBuf) -> Result<Vec<u8>, String> {
    if path.exists() {
        fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))
    } else {
        Ok(Vec::new())
    }
}
