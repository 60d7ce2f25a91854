//! `portalisc check PATH`: diagnostics without rustc.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use portalis::{Source, SystemHost};

use super::args::CheckArgs;
use super::report::{Failed, Reporter};
use super::source::{decode_source, read_bytes, shown};

/// Checks every file; what is wrong with one does not hide the others.
pub(crate) fn check(args: &CheckArgs) -> Result<ExitCode, Failed> {
    let reporter = Reporter::new(&args.report);
    let mut files = Vec::new();
    for path in &args.paths {
        if path.is_dir() {
            python_files(path, &mut files).map_err(|error| {
                reporter.error(&format!("cannot read `{}`: {error}", path.display()), None);
                Failed::Usage
            })?;
        } else {
            files.push(path.clone());
        }
    }
    // What cannot be read is told first.
    let (mut n_refused, mut worst) = (0, None);
    let mut failed = |failed: Failed| {
        n_refused += usize::from(failed == Failed::Refused);
        worst = if worst == Some(Failed::Usage) { worst } else { Some(failed) };
    };
    let mut sources = Vec::new();
    for file in &files {
        match read(file, &reporter) {
            Ok(source) => sources.push(source),
            Err(error) => failed(error),
        }
    }
    for (checked, source) in portalis::check(&sources, &SystemHost::new()).iter().zip(&sources) {
        match checked {
            Ok(warnings) => reporter.diagnostics(warnings, &source.text, &source.path),
            Err(error) => failed(reporter.compile_error(error, &source.text, &source.path)),
        }
    }
    if worst != Some(Failed::Usage) {
        let plural = if files.len() == 1 { "" } else { "s" };
        reporter.note(&format!("checked {} file{plural}, {n_refused} refused", files.len()));
    }
    worst.map_or(Ok(ExitCode::SUCCESS), Err)
}

fn read(file: &Path, reporter: &Reporter) -> Result<Source, Failed> {
    let path = shown(file);
    let text = decode_source(&read_bytes(file, reporter)?, &path, reporter)?;
    Ok(Source { path, text })
}

/// The Python files below `directory` in order of their paths; hidden directories and caches are passed over.
fn python_files(directory: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut entries = fs::read_dir(directory)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let (path, name) = (entry.path(), entry.file_name());
        let name = name.to_string_lossy();
        // `file_type` does not follow links: a link to a directory above would not end.
        if entry.file_type()?.is_dir() {
            if !name.starts_with('.') && name != "__pycache__" {
                python_files(&path, found)?;
            }
        } else if name.ends_with(".py") {
            found.push(path);
        }
    }
    Ok(())
}
