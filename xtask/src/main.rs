//! What the project does with itself: `cargo xtask golden`, `run-golden`, `real`, `corpus`, `trace`,
//! `conformance`, `supported`, `ready`.

mod case;
mod conformance;
mod corpus;
mod cpython;
mod directives;
mod golden;
mod parallel;
mod ready;
mod real;
mod real_programs;
mod review;
mod run_golden;
mod snapshot;
mod supported;
mod trace;
mod tracebacks;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask golden [FILTER] [--accept]   translations against their snapshots; --accept rewrites these
cargo xtask run-golden [FILTER]          translations, run as WebAssembly and compared with CPython
cargo xtask real [FILTER]                programs of other people, downloaded, run and compared with CPython
cargo xtask corpus [FILTER] [--some]     doctests of a package of algorithms, typed and untyped; --some runs every seventh
cargo xtask trace [FILTER]               inferred types against those that CPython sees in these programs
cargo xtask conformance [FILTER] [--accept]  doctests of CPython's library modules; --accept raises the floor
cargo xtask supported                    docs/supported.md and the README's table, from the golden files
cargo xtask ready                        everything that CI does
FILTER is a part of a path, as in `operators` or `operators/floor_div`.
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (flags, words): (Vec<&str>, Vec<&str>) =
        args.iter().map(String::as_str).partition(|arg| arg.starts_with("--"));
    let filter = words.get(1).copied().unwrap_or_default();
    let passed = match (words.first().copied(), flags.as_slice()) {
        (Some("golden"), []) => golden::golden(filter, false),
        (Some("golden"), ["--accept"]) => golden::golden(filter, true),
        (Some("run-golden"), []) => run_golden::run_golden(filter),
        (Some("real"), []) => real::real(filter),
        (Some("corpus"), []) => corpus::corpus(filter, 1),
        (Some("corpus"), ["--some"]) => corpus::corpus(filter, 7),
        (Some("trace"), []) => trace::trace(filter),
        (Some("conformance"), []) => conformance::conformance(filter, false),
        (Some("conformance"), ["--accept"]) => conformance::conformance(filter, true),
        (Some("supported"), []) => supported::write(),
        (Some("ready"), []) => ready::ready(),
        _ => {
            say(USAGE.trim_end());
            return ExitCode::from(2);
        }
    };
    if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The root of the workspace.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_owned).unwrap_or_default()
}

/// Prints a line at once, so that progress is seen.
fn say(text: &str) {
    use std::io::Write;
    let mut stdout = std::io::stdout().lock();
    // Nobody is left to hear of it where standard output is closed.
    let _ = writeln!(stdout, "{text}").and_then(|()| stdout.flush());
}
