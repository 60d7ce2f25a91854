//! Many programs in one call of rustc: each translation is a module of one crate, whose `main` runs the one that its
//! argument names. What does not compile is left out, and the rest built again.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use portalis::diag::Severity;
use portalis::{
    CompileError, CrateKind, OptLevel, Options, Ownership, SystemHost, Target, build_rust, translate,
};
use tempfile::TempDir;

use crate::scratch::scratch;

/// What became of a program in the compiler.
pub(crate) enum Translated {
    Rust(String),
    Refused(String),
    Internal(String),
}

/// What became of a batch.
pub(crate) struct Built {
    /// The executable; `None` where rustc rejects all programs.
    pub(crate) executable: Option<PathBuf>,
    /// Programs that rustc rejects, with its errors.
    pub(crate) rejected: Vec<(usize, String)>,
}

/// Translates and builds.
pub(crate) struct Builder {
    host: SystemHost,
    _cache: TempDir,
    ownership: Ownership,
    directory: TempDir,
}

fn translated(source: &str, ownership: Ownership) -> Translated {
    let path = "program.py".to_owned();
    let options = Options { path, ownership, kind: CrateKind::Program, ..Options::default() };
    match translate(source, &options) {
        Ok(translation) => Translated::Rust(translation.rust),
        Err(CompileError::Program(diagnostics)) => {
            let first = diagnostics.iter().find(|diagnostic| diagnostic.severity == Severity::Error);
            Translated::Refused(
                first.map_or_else(String::new, |first| format!("{} {}", first.code, first.message)),
            )
        }
        Err(error) => Translated::Internal(error.to_string()),
    }
}

impl Builder {
    /// One that translates so that lists are held like that.
    pub(crate) fn new(ownership: Ownership) -> Result<Self, String> {
        let directory = tempfile::tempdir().map_err(|error| error.to_string())?;
        let (host, cache) = scratch()?;
        Ok(Builder { host, _cache: cache, ownership, directory })
    }

    /// Python to Rust, at most.
    pub(crate) fn translated(&self, source: &str) -> Translated {
        translated(source, self.ownership)
    }

    /// A directory of the run's own.
    pub(crate) fn directory(&self) -> &Path {
        self.directory.path()
    }

    /// Builds programs, given as Rust with their numbers.
    pub(crate) fn build(&self, mut programs: Vec<(usize, String)>) -> Result<Built, String> {
        let mut rejected = Vec::new();
        let options = Options {
            path: "batch.py".to_owned(),
            opt: OptLevel::Dev,
            target: Target::Native,
            ..Options::default()
        };
        while !programs.is_empty() {
            let (text, first_lines) = combine(&programs);
            let error = match build_rust(&text, true, &options, &self.host) {
                Ok(artifacts) => {
                    let path = self.directory.path().join("batch");
                    write_executable(&path, &artifacts.output).map_err(|error| error.to_string())?;
                    return Ok(Built { executable: Some(path), rejected });
                }
                Err(CompileError::Rust(error)) => error,
                Err(error) => return Err(error.to_string()),
            };
            let blamed = blamed(&error.report, &first_lines);
            if blamed.is_empty() {
                return Err(format!("rustc rejects a batch for no program of it:\n{}", error.report));
            }
            for (at, message) in blamed.into_iter().rev() {
                rejected.push((programs.remove(at).0, message));
            }
        }
        Ok(Built { executable: None, rejected })
    }
}

/// One crate of all, and the lines at which each begins.
fn combine(programs: &[(usize, String)]) -> (String, Vec<usize>) {
    let mut text = String::new();
    let mut first_lines = Vec::new();
    for (number, rust) in programs {
        first_lines.push(text.lines().count() + 1);
        let rust = rust.replacen("\nfn main()", "\npub fn main()", 1);
        let _ = writeln!(text, "mod p{number} {{\n{rust}\n}}");
    }
    text.push_str("\nfn main() -> std::process::ExitCode {\n    use std::process::Termination;\n");
    text.push_str("    match std::env::args().nth(1).unwrap_or_default().as_str() {\n");
    for (number, _) in programs {
        let _ = writeln!(text, "        \"{number}\" => p{number}::main().report(),");
    }
    text.push_str("        _ => std::process::ExitCode::from(2),\n    }\n}\n");
    (text, first_lines)
}

/// The programs in which the errors of rustc's report lie, in order, with the first error of each.
fn blamed(report: &str, first_lines: &[usize]) -> Vec<(usize, String)> {
    let mut blamed: Vec<(usize, String)> = Vec::new();
    let mut error = None;
    for text in report.lines() {
        if text.starts_with("error") {
            error = Some(text.to_owned());
        } else if text.starts_with("warning") {
            error = None;
        }
        let place = text.trim_start().strip_prefix("--> main.rs:");
        let line =
            place.and_then(|place| place.split(':').next()).and_then(|line| line.parse::<usize>().ok());
        if let (Some(line), Some(message)) = (line, &error)
            && let Some(at) = first_lines.iter().rposition(|&first| first <= line)
            && !blamed.iter().any(|(known, _)| *known == at)
        {
            blamed.push((at, message.clone()));
        }
    }
    blamed.sort();
    blamed
}

fn write_executable(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    // A new file: the old one may still be running.
    let _ = fs::remove_file(path);
    fs::write(path, bytes)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o755))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_blamed_on_the_programs_they_lie_in() {
        let report = "warning: unused\n --> main.rs:2:1\nerror[E0308]: mismatched types\n   --> main.rs:12:5\n  |\n\
                      error: also\n   --> main.rs:13:5\n";
        assert_eq!(blamed(report, &[1, 10, 20]), [(1, "error[E0308]: mismatched types".to_owned())]);
    }
}
