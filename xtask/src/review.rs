//! `golden/review/`: emitted Rust, kept beside what a person writes, for whoever judges how it reads.

use std::path::{Path, PathBuf};

use portalis::{Options, translate};

use crate::{root, say, snapshot};

/// The programs, from the root of the workspace.
const PROGRAMS: [&str; 12] = [
    "examples/fibonacci.py",
    "examples/calculator.py",
    "examples/divide.py",
    "examples/data_processor.py",
    "benches/kernels/nbody.py",
    "benches/kernels/fannkuch.py",
    "benches/kernels/spectral_norm.py",
    "benches/kernels/queens.py",
    "benches/kernels/quicksort.py",
    "benches/kernels/levenshtein.py",
    "benches/kernels/sieve.py",
    "benches/kernels/binary_trees.py",
];

/// Checks, or with `accept` rewrites, the emitted Rust.
pub(crate) fn review(accept: bool) -> bool {
    let wrong: Vec<String> = PROGRAMS.iter().filter_map(|program| check(program, accept).err()).collect();
    for why in &wrong {
        say(&format!("FAILED {}\n", why.trim_end()));
    }
    say(&format!("review: {} passed, {} failed", PROGRAMS.len() - wrong.len(), wrong.len()));
    wrong.is_empty()
}

fn check(program: &str, accept: bool) -> Result<(), String> {
    let path = root().join(program);
    let source = std::fs::read_to_string(&path).map_err(|error| format!("{program}: {error}"))?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let options = Options { path: name, ..Options::default() };
    let rust = translate(&source, &options).map_err(|error| format!("{program}: {error}"))?.rust;
    let emitted = emitted(&path);
    if accept {
        return snapshot::accept(&emitted, &rust).map(|_| ());
    }
    match snapshot::compare(&emitted, &rust)? {
        None => Ok(()),
        Some(different) => Err(format!("{}\n{different}", emitted.display())),
    }
}

/// Where the Rust of a program is kept.
fn emitted(program: &Path) -> PathBuf {
    let stem = program.file_stem().unwrap_or_default().to_string_lossy();
    root().join("golden/review").join(format!("{stem}.emitted.rs"))
}
