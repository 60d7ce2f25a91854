//! Lines a second of parsing and lowering over the standard library, one core: `throughput [DIR]`.
//!
//! Reads everything first, then times five rounds; decoding is not timed.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use portalis_diag::Sink;
use portalis_frontend_py::{decode, lower};

/// As in `portalisc`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::io::Result<()> {
    let root = std::env::args().nth(1).map_or_else(stdlib, PathBuf::from);
    let mut sources = Vec::new();
    collect(&root, &mut sources)?;
    let lines: usize = sources.iter().map(|source| source.lines().count()).sum();
    let bytes: usize = sources.iter().map(String::len).sum();
    let mut out = std::io::stdout().lock();
    writeln!(out, "{}: {} files, {lines} lines, {bytes} bytes", root.display(), sources.len())?;
    for round in 1..=5 {
        let start = Instant::now();
        let mut exprs = 0;
        for source in &sources {
            exprs += lower(source, "m", &mut Sink::new()).exprs.len();
        }
        let seconds = start.elapsed().as_secs_f64();
        writeln!(
            out,
            "round {round}: {seconds:.3} s, {:.0} lines/s, {exprs} expressions",
            lines as f64 / seconds
        )?;
    }
    Ok(())
}

fn stdlib() -> PathBuf {
    let script = "import sysconfig; print(sysconfig.get_path('stdlib'))";
    let output = std::process::Command::new("python3.11").args(["-c", script]).output();
    output.map(|output| PathBuf::from(String::from_utf8_lossy(&output.stdout).trim())).unwrap_or_default()
}

fn collect(dir: &Path, sources: &mut Vec<String>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            if !path.ends_with("site-packages") {
                collect(&path, sources)?;
            }
        } else if path.extension().is_some_and(|extension| extension == "py") {
            sources.extend(decode(&std::fs::read(&path)?, &mut Sink::new()));
        }
    }
    Ok(())
}
