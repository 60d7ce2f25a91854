//! The verdict on a program: CPython's behaviour against that of the translation.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::batch::{Builder, Translated};

/// The longest that a program may run.
const TIMEOUT: Duration = Duration::from_secs(10);

/// The status of a program that ran longer.
const UNFINISHED: i32 = -2;

/// What the two did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The same.
    Same,
    /// The compiler refuses it: the first reason.
    Refused(String),
    /// It traps, with that message, after a beginning of CPython's output.
    Trap(String),
    /// They differ.
    Different(Box<Difference>),
    /// rustc rejects the translation.
    Rust(String),
    /// The compiler failed.
    Internal(String),
}

/// What each did, CPython first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    python: Behaviour,
    rust: Behaviour,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Behaviour {
    stdout: String,
    last_error: String,
    /// The message of a trap.
    trap: Option<String>,
    status: i32,
}

impl Verdict {
    /// One word.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Verdict::Same => "same",
            Verdict::Refused(_) => "refused",
            Verdict::Trap(_) => "trapped",
            Verdict::Different(_) => "DIFFERENT",
            Verdict::Rust(_) => "REJECTED BY RUSTC",
            Verdict::Internal(_) => "INTERNAL ERROR",
        }
    }

    /// One line.
    pub(crate) fn summary(&self) -> String {
        match self {
            Verdict::Different(difference) => format!("{}: {}", self.name(), difference.first()),
            Verdict::Same => self.name().to_owned(),
            Verdict::Refused(why) | Verdict::Trap(why) | Verdict::Rust(why) | Verdict::Internal(why) => {
                format!("{}: {}", self.name(), why.lines().next().unwrap_or_default())
            }
        }
    }

    /// All that is known.
    pub(crate) fn detail(&self) -> String {
        match self {
            Verdict::Different(difference) => {
                let Difference { python, rust } = &**difference;
                let text = |of: &Behaviour| format!("status {} {}\n{}", of.status, of.last_error, of.stdout);
                format!("CPython: {}\n-- translation: {}", text(python), text(rust))
            }
            _ => self.summary(),
        }
    }

    /// Whether both break the promise in the same way, as far as one can tell.
    pub(crate) fn is_like(&self, other: &Verdict) -> bool {
        match (self, other) {
            (Verdict::Rust(a), Verdict::Rust(b)) => code(a) == code(b),
            (Verdict::Different(a), Verdict::Different(b)) => a.kind() == b.kind(),
            (Verdict::Internal(_), Verdict::Internal(_)) => true,
            _ => false,
        }
    }
}

/// `error[E0308]` of an error of rustc.
fn code(error: &str) -> &str {
    error.split(':').next().unwrap_or_default()
}

impl Difference {
    /// Whether only the output differs, or the end too.
    fn kind(&self) -> (bool, bool) {
        (self.python.status == self.rust.status, self.rust.status == 70)
    }

    /// The first line that differs, CPython's first.
    fn first(&self) -> String {
        let (mut theirs, mut ours) = (self.python.stdout.lines(), self.rust.stdout.lines());
        loop {
            match (theirs.next(), ours.next()) {
                (None, None) => {
                    let Difference { python, rust } = self;
                    return format!(
                        "status {} {:?}, not {} {:?}",
                        rust.status, rust.last_error, python.status, python.last_error
                    );
                }
                (a, b) if a != b => {
                    let end = format!(" (status {} {:?})", self.rust.status, self.rust.last_error);
                    return format!("{:?}, not {:?}{end}", b.unwrap_or_default(), a.unwrap_or_default());
                }
                _ => {}
            }
        }
    }
}

/// CPython 3.11.
pub(crate) struct Python(String);

impl Python {
    pub(crate) fn new() -> Result<Self, String> {
        let name = std::env::var("PORTALIS_PYTHON").unwrap_or_else(|_| "python3.11".to_owned());
        let answer = Command::new(&name).arg("--version").output();
        answer.map_err(|error| format!("cannot start {name}: {error}"))?;
        Ok(Python(name))
    }

    /// The command that runs a file.
    pub(crate) fn command(&self, file: &Path) -> Command {
        let mut command = Command::new(&self.0);
        // Nothing of the machine's own, and a fixed hash.
        command.args(["-I", "-S"]).arg(file).env("PYTHONHASHSEED", "0").env("PYTHONUTF8", "1");
        command
    }
}

/// The verdicts on `sources`, which are built together.
pub(crate) fn judge(sources: &[&str], builder: &Builder, python: &Python) -> Result<Vec<Verdict>, String> {
    let numbers: Vec<usize> = (0..sources.len()).collect();
    let translations = parallel(&numbers, |&number| builder.translated(sources[number]));
    let mut verdicts: Vec<Option<Verdict>> = vec![None; sources.len()];
    let mut programs = Vec::new();
    for (number, translation) in translations.into_iter().enumerate() {
        match translation {
            Translated::Rust(rust) => programs.push((number, rust)),
            Translated::Refused(why) => verdicts[number] = Some(Verdict::Refused(why)),
            Translated::Internal(why) => verdicts[number] = Some(Verdict::Internal(why)),
        }
    }
    let built = builder.build(programs)?;
    for (number, error) in built.rejected {
        verdicts[number] = Some(Verdict::Rust(error));
    }
    let left: Vec<usize> = numbers.into_iter().filter(|&number| verdicts[number].is_none()).collect();
    if let Some(executable) = built.executable {
        let compared = parallel(&left, |&number| {
            compare(sources[number], number, &executable, builder.directory(), python)
        });
        for (number, verdict) in left.into_iter().zip(compared) {
            verdicts[number] = Some(verdict?);
        }
    }
    Ok(verdicts.into_iter().map(|verdict| verdict.unwrap_or(Verdict::Same)).collect())
}

fn compare(
    source: &str,
    number: usize,
    executable: &Path,
    directory: &Path,
    python: &Python,
) -> Result<Verdict, String> {
    let file = directory.join(format!("program{number}.py"));
    std::fs::write(&file, source).map_err(|error| format!("{}: {error}", file.display()))?;
    let theirs = run(&mut python.command(&file))?;
    let ours = run(Command::new(executable).arg(number.to_string()))?;
    // An internal error is a defect of ours, however loud.
    let is_allowed = |message: &str| {
        // What CPython did not finish says how it begins.
        let agrees = match theirs.status {
            UNFINISHED => ours.stdout.starts_with(&theirs.stdout),
            _ => theirs.stdout.starts_with(&ours.stdout),
        };
        agrees && !message.starts_with("portalis trap: internal error")
    };
    if let (70, Some(message)) = (ours.status, &ours.trap)
        && is_allowed(message)
    {
        return Ok(Verdict::Trap(trap_kind(message)));
    }
    Ok(if theirs == ours {
        Verdict::Same
    } else {
        Verdict::Different(Box::new(Difference { python: theirs, rust: ours }))
    })
}

/// The message of a trap without its place.
fn trap_kind(message: &str) -> String {
    let message = message.rsplit_once(" (").map_or(message, |(kind, _)| kind);
    message.to_owned()
}

fn run(command: &mut Command) -> Result<Behaviour, String> {
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = child.map_err(|error| error.to_string())?;
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    let started = Instant::now();
    let read = |stream: Option<Box<dyn std::io::Read + Send>>| {
        let mut bytes = Vec::new();
        if let Some(mut stream) = stream {
            // What a killed program leaves is not looked at.
            let _ = stream.read_to_end(&mut bytes);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    };
    let (stdout, stderr, status) = std::thread::scope(|scope| {
        let stdout = scope.spawn(|| read(stdout.map(|stream| Box::new(stream) as _)));
        let stderr = scope.spawn(|| read(stderr.map(|stream| Box::new(stream) as _)));
        let status = loop {
            match child.try_wait() {
                Ok(Some(status)) => break status.code().unwrap_or(-1),
                Ok(None) if started.elapsed() > TIMEOUT => {
                    // It may have ended by itself in the meantime.
                    let _ = child.kill();
                    let _ = child.wait();
                    break UNFINISHED;
                }
                Ok(None) => std::thread::sleep(Duration::from_millis(1)),
                Err(_) => break -3,
            }
        };
        (stdout.join().unwrap_or_default(), stderr.join().unwrap_or_default(), status)
    });
    let last_error = stderr.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default().to_owned();
    let trap = stderr.lines().find(|line| line.starts_with("portalis trap:")).map(str::to_owned);
    Ok(Behaviour { stdout, last_error, trap, status })
}

/// The same work for many items, on all cores; results come in the items' order.
fn parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(at) else { break };
                    let result = work(item);
                    results.lock().unwrap_or_else(PoisonError::into_inner).push((at, result));
                }
            });
        }
    });
    let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
    results.sort_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, result)| result).collect()
}
