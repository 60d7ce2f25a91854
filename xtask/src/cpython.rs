//! CPython as the judge: the same program, the same input, the same directory.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What a program did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Behaviour {
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: Vec<u8>,
    pub(crate) status: i32,
    pub(crate) time: Duration,
}

impl Behaviour {
    /// The last line of standard error that is not blank.
    pub(crate) fn last_error(&self) -> String {
        let text = String::from_utf8_lossy(&self.stderr).into_owned();
        text.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default().trim_end().to_owned()
    }
}

/// The command that is CPython 3.11: `PORTALIS_PYTHON`, or `python3.11`.
pub(crate) fn python() -> String {
    std::env::var("PORTALIS_PYTHON").unwrap_or_else(|_| "python3.11".to_owned())
}

/// Runs `file` of `directory` in CPython.
pub(crate) fn run(directory: &Path, file: &str, args: &[String], stdin: &[u8]) -> Result<Behaviour, String> {
    let started = Instant::now();
    let mut child = Command::new(python())
        // Frames have no marks below their lines.
        .args(["-X", "no_debug_ranges"])
        .arg(file)
        .args(args)
        .current_dir(directory)
        .env("PYTHONHASHSEED", "0")
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("PYTHONUTF8", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("cannot start {}: {error}", python()))?;
    let input = child.stdin.take();
    let output = std::thread::scope(|scope| {
        scope.spawn(move || input.map(|mut input| input.write_all(stdin)));
        child.wait_with_output()
    });
    let output = output.map_err(|error| error.to_string())?;
    Ok(Behaviour {
        stdout: output.stdout,
        stderr: output.stderr,
        status: output.status.code().unwrap_or(-1),
        time: started.elapsed(),
    })
}

/// Where the two differ, in words.
pub(crate) fn difference(python: &Behaviour, wasm: &Behaviour) -> Option<String> {
    if python.stdout != wasm.stdout {
        let (ours, theirs) = (String::from_utf8_lossy(&wasm.stdout), String::from_utf8_lossy(&python.stdout));
        let diff = similar::TextDiff::from_lines(theirs.as_ref(), ours.as_ref());
        let diff = diff.unified_diff().context_radius(1).header("CPython", "WebAssembly").to_string();
        let diff: String = diff.lines().take(30).map(|line| format!("{line}\n")).collect();
        return Some(format!("{diff}{}", explain_status(python, wasm)));
    }
    if python.status != wasm.status {
        return Some(explain_status(python, wasm));
    }
    if python.last_error() != wasm.last_error() {
        return Some(format!(
            "last line of stderr: CPython {:?}, WebAssembly {:?}",
            python.last_error(),
            wasm.last_error()
        ));
    }
    None
}

fn explain_status(python: &Behaviour, wasm: &Behaviour) -> String {
    format!(
        "status: CPython {} ({}), WebAssembly {} ({})",
        python.status,
        python.last_error(),
        wasm.status,
        wasm.last_error()
    )
}

/// A fresh directory that holds `files`.
pub(crate) fn stage<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> Result<tempfile::TempDir, String> {
    let directory = tempfile::tempdir().map_err(|error| error.to_string())?;
    for (name, bytes) in files {
        fs::write(directory.path().join(name), bytes).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(directory)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn behaviour(stdout: &str, stderr: &str, status: i32) -> Behaviour {
        Behaviour { stdout: stdout.into(), stderr: stderr.into(), status, time: Duration::ZERO }
    }

    #[test]
    fn standard_output_status_and_last_error_line_are_compared() {
        let python = behaviour("1\n", "Traceback\n  File\nValueError: x\n", 1);
        assert_eq!(difference(&python, &behaviour("1\n", "Traceback\nValueError: x\n", 1)), None);
        for wrong in [
            behaviour("1", "ValueError: x\n", 1),
            behaviour("2\n", "ValueError: x\n", 1),
            behaviour("1\n", "ValueError: x\n", 70),
            behaviour("1\n", "ValueError: y\n", 1),
            behaviour("1\n", "", 1),
        ] {
            assert!(difference(&python, &wrong).is_some(), "{wrong:?}");
        }
    }
}
