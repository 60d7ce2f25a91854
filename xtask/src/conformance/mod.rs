//! `cargo xtask conformance`: the doctests of CPython's own library modules, read from the installed source when it runs.
//!
//! Each docstring is a session of examples. `source` compiles the part of the module's own source that the examples reach;
//! `library` imports the module, which is then ours. Modules without doctests have examples in `more/`. An example that the
//! compiler refuses is left out and counts as refused; one passes where it prints what it prints in CPython.
//!
//! `floor.txt` holds how many examples of each module pass: a figure below it fails, and one above it has to be accepted, so
//! that it may only rise.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use portalis::diag::Severity;
use portalis::{CompileError, OptLevel, Options, SystemHost, Target, compile, translate};
use serde_json::{Value, json};

use crate::{cpython, parallel, root, say};

/// The modules, and how each is looked at.
const MODULES: &[(&str, &[&str])] = &[
    ("bisect", &["source", "library"]),
    ("collections", &["library"]),
    ("colorsys", &["source"]),
    ("copy", &["library"]),
    ("difflib", &["source"]),
    ("enum", &["library"]),
    ("fractions", &["source", "library"]),
    ("functools", &["library"]),
    ("graphlib", &["source"]),
    ("heapq", &["source", "library"]),
    ("itertools", &["library"]),
    ("operator", &["library"]),
    ("statistics", &["source", "library"]),
    ("string", &["source", "library"]),
    ("textwrap", &["source"]),
];

/// The longest that a session may run, in seconds; CPython needs a moment for each.
const LIMIT: Duration = Duration::from_secs(20);

/// What each example prints before anything else.
const MARK: &str = "-- example ";

/// A docstring's examples.
struct Session {
    /// `heapq (source)`.
    group: String,
    /// Its owner in the module.
    name: String,
    /// What the examples need.
    prelude: String,
    examples: Vec<String>,
}

/// What became of the examples of a session.
#[derive(Default)]
struct Counts {
    n_passed: usize,
    n_refused: usize,
    n_examples: usize,
    /// What is wrong, in words.
    problems: Vec<String>,
    /// Why the compiler refused.
    refusals: Vec<String>,
}

/// Runs the modules whose names contain `filter`; with `accept` the figures become the floor.
pub(crate) fn conformance(filter: &str, accept: bool) -> bool {
    let started = Instant::now();
    let host = SystemHost::new();
    let sessions = match sessions(filter) {
        Ok(sessions) => sessions,
        Err(error) => {
            say(&error);
            return false;
        }
    };
    let counts = parallel::map(&sessions, |session| check(session, &host));
    let mut groups: BTreeMap<&str, Counts> = BTreeMap::new();
    for (session, counts) in sessions.iter().zip(counts) {
        for problem in &counts.problems {
            say(&format!("{} {}: {problem}", session.group, session.name));
        }
        // Where somebody looks at some modules.
        let refusals = if filter.is_empty() { &[][..] } else { &counts.refusals };
        for refusal in refusals {
            say(&format!("{} {}: refused: {refusal}", session.group, session.name));
        }
        let group = groups.entry(&session.group).or_default();
        group.n_passed += counts.n_passed;
        group.n_refused += counts.n_refused;
        group.n_examples += counts.n_examples;
    }
    if groups.is_empty() {
        say(&format!("conformance: no module matches `{filter}`"));
        return false;
    }
    let mut floor = match floor() {
        Ok(floor) => floor,
        Err(error) => {
            say(&error);
            return false;
        }
    };
    let mut n_failed = 0;
    say("module                   examples  passed  refused  floor");
    for (group, counts) in &groups {
        let least = floor.get(*group).copied().unwrap_or(0);
        let word = match counts.n_passed {
            n if n < least => "  FELL",
            n if n > least && !accept => "  rose: accept it",
            _ => "",
        };
        n_failed += usize::from(!word.is_empty());
        let (n, passed, refused) = (counts.n_examples, counts.n_passed, counts.n_refused);
        say(&format!("{group:<24} {n:>8} {passed:>7} {refused:>8} {least:>6}{word}"));
        if accept {
            floor.insert((*group).to_owned(), passed.max(least));
        }
    }
    let passed: usize = groups.values().map(|counts| counts.n_passed).sum();
    let all: usize = groups.values().map(|counts| counts.n_examples).sum();
    say(&format!(
        "conformance: {passed} of {all} examples as in CPython ({:.0} s), {n_failed} modules off their floor",
        started.elapsed().as_secs_f64()
    ));
    if accept && let Err(error) = write_floor(&floor) {
        say(&error);
        return false;
    }
    n_failed == 0
}

fn directory() -> PathBuf {
    root().join("xtask/src/conformance")
}

/// The sessions of the modules whose names contain `filter`, as CPython's `doctest` finds them.
fn sessions(filter: &str) -> Result<Vec<Session>, String> {
    let mut requests = Vec::new();
    for (module, modes) in MODULES.iter().filter(|(module, _)| module.contains(filter)) {
        let more = directory().join("more").join(format!("{module}.txt"));
        let text = if more.exists() {
            fs::read_to_string(&more).map_err(|error| format!("{}: {error}", more.display()))?
        } else {
            String::new()
        };
        for mode in *modes {
            requests.push(json!({ "module": module, "mode": mode, "text": text }));
        }
    }
    let staged = cpython::stage([("requests.json", json!(requests).to_string().as_bytes())])?;
    let output = Command::new(cpython::python())
        .arg(directory().join("sessions.py"))
        .stdin(fs::File::open(staged.path().join("requests.json")).map_err(|error| error.to_string())?)
        .output()
        .map_err(|error| format!("cannot start {}: {error}", cpython::python()))?;
    let answers: Vec<Value> = serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("sessions.py: {error}\n{}", String::from_utf8_lossy(&output.stderr)))?;
    let mut sessions = Vec::new();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    for (request, answer) in requests.iter().zip(&answers) {
        let group = format!("{} ({})", text(&request["module"]), text(&request["mode"]));
        for session in answer.as_array().into_iter().flatten() {
            let examples = session["chunks"].as_array().into_iter().flatten().map(text).collect();
            let (name, prelude) = (text(&session["name"]), text(&session["prelude"]));
            sessions.push(Session { group: group.clone(), name, prelude, examples });
        }
    }
    Ok(sessions)
}

fn check(session: &Session, host: &SystemHost) -> Counts {
    let mut counts = Counts { n_examples: session.examples.len(), ..Counts::default() };
    match run(session, host, &mut counts) {
        Ok(()) => {}
        Err(problem) => counts.problems.push(problem),
    }
    counts
}

/// Compiles and runs what is not refused of a session.
fn run(session: &Session, host: &SystemHost, counts: &mut Counts) -> Result<(), String> {
    let file = "session.py";
    let options =
        Options { path: file.to_owned(), opt: OptLevel::Dev, target: Target::Native, ..Options::default() };
    let mut examples: Vec<&str> = session.examples.iter().map(String::as_str).collect();
    let source = loop {
        let (source, places) = assemble(&session.prelude, &examples);
        let refused = match translate(&source, &options) {
            Err(CompileError::Program(diagnostics)) => {
                let errors = || diagnostics.iter().filter(|found| found.severity == Severity::Error);
                counts.refusals.extend(errors().map(|found| found.message.clone()));
                let starts: Vec<usize> = errors().map(|found| found.span.start as usize).collect();
                let is_refused = |place: &Range<usize>| starts.iter().any(|start| place.contains(start));
                places.iter().map(is_refused).collect::<Vec<bool>>()
            }
            Err(error) => return Err(error.to_string()),
            Ok(_) => break source,
        };
        if refused.iter().all(|refused| !refused) {
            // The module itself.
            counts.n_refused += examples.len();
            return Ok(());
        }
        counts.n_refused += refused.iter().filter(|refused| **refused).count();
        let mut refused = refused.into_iter();
        examples.retain(|_| !refused.next().unwrap_or(false));
        if examples.is_empty() {
            return Ok(());
        }
    };
    let artifacts = match compile(&source, &options, host) {
        Ok(artifacts) => artifacts,
        Err(CompileError::Rust(error)) => {
            return Err(format!("emitted Rust did not compile\n{}", error.report));
        }
        Err(error) => return Err(error.to_string()),
    };
    let stage = cpython::stage([(file, source.as_bytes()), ("session", &artifacts.output)])?;
    let python = cpython::run(stage.path(), file, &[], b"")?;
    let ours = execute(&stage.path().join("session"))?;
    let (expected, got) = (sections(&python.stdout), sections(&ours));
    for (mark, section) in &expected {
        match got.get(mark) {
            Some(ours) if ours == section => counts.n_passed += 1,
            Some(ours) => {
                counts.problems.push(format!("{mark}\n  CPython  {section:?}\n  Portalis {ours:?}"))
            }
            None => counts.problems.push(format!("{mark}: it ended before")),
        }
    }
    Ok(())
}

/// The program, and where each example stands in it.
fn assemble(prelude: &str, examples: &[&str]) -> (String, Vec<Range<usize>>) {
    let mut source = prelude.to_owned();
    let mut places = Vec::new();
    for example in examples {
        let start = source.len();
        source.push_str(example);
        places.push(start..source.len());
        source.push('\n');
    }
    (source, places)
}

/// What a program prints, by the mark before it.
fn sections(stdout: &[u8]) -> BTreeMap<String, String> {
    let text = String::from_utf8_lossy(stdout);
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut mark = String::new();
    for line in text.lines() {
        if line.starts_with(MARK) {
            mark = line.trim_start_matches("-- ").to_owned();
            found.entry(mark.clone()).or_default();
        } else {
            let section = found.entry(mark.clone()).or_default();
            section.push_str(line);
            section.push('\n');
        }
    }
    found
}

/// What a program prints, until it ends or its time is up.
fn execute(program: &std::path::Path) -> Result<Vec<u8>, String> {
    make_executable(program)?;
    let mut child = Command::new(program)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| error.to_string())?;
    let stdout = child.stdout.take();
    std::thread::scope(|scope| {
        let reader = scope.spawn(move || {
            let mut bytes = Vec::new();
            stdout.map(|mut stdout| std::io::Read::read_to_end(&mut stdout, &mut bytes));
            bytes
        });
        let started = Instant::now();
        while child.try_wait().map_err(|error| error.to_string())?.is_none() {
            if started.elapsed() > LIMIT {
                child.kill().map_err(|error| error.to_string())?;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        reader.join().map_err(|_| "the reader ended early".to_owned())
    })
}

#[cfg(unix)]
fn make_executable(program: &std::path::Path) -> Result<(), String> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(program, fs::Permissions::from_mode(0o755)).map_err(|error| error.to_string())
}

#[cfg(not(unix))]
fn make_executable(_program: &std::path::Path) -> Result<(), String> {
    Ok(())
}

/// How many examples of each module have to pass.
fn floor() -> Result<BTreeMap<String, usize>, String> {
    let path = directory().join("floor.txt");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines
        .map(|line| {
            let (group, n) = line.rsplit_once(' ').ok_or_else(|| format!("floor.txt: {line}"))?;
            Ok((group.trim().to_owned(), n.parse().map_err(|error| format!("floor.txt: {line}: {error}"))?))
        })
        .collect()
}

fn write_floor(floor: &BTreeMap<String, usize>) -> Result<(), String> {
    let mut text = "# How many examples of each module have to behave as in CPython: `cargo xtask conformance --accept` raises it.\n".to_owned();
    for (group, n) in floor {
        text.push_str(&format!("{group} {n}\n"));
    }
    fs::write(directory().join("floor.txt"), text).map_err(|error| error.to_string())
}
