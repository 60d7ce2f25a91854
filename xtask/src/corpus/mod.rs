//! `cargo xtask corpus`: a package of algorithms that other people wrote, module by module, against CPython.
//!
//! Each module runs its own doctests, once as it was written and once without its annotations. One whose examples fail in
//! CPython, too, says nothing. A module that is refused or that traps is counted; one that differs, or whose Rust does not
//! compile, fails.

use std::path::Path;
use std::process::Command;

use portalis::{OptLevel, SystemHost};
use portalis_engine::Engine;
use serde_json::Value;

use crate::real::{Outcome, Tally, compare, package};
use crate::run_golden::engine;
use crate::{cpython, parallel, root, say};

/// The release whose modules run.
const PACKAGE: (&str, &str) = ("algorithms==1.0.1", "algorithms");

/// One module as a program.
struct Module {
    name: String,
    source: String,
}

/// Runs every `step`-th of the modules whose names contain `filter`.
pub(crate) fn corpus(filter: &str, step: usize) -> bool {
    let host = SystemHost::new();
    let found =
        package(&host, PACKAGE.0, PACKAGE.1).and_then(|folder| Ok((modules(&folder)?, engine(&host)?)));
    let (modules, engine) = match found {
        Ok(found) => found,
        Err(error) => {
            say(&error);
            return false;
        }
    };
    let chosen: Vec<&Module> =
        modules.iter().filter(|module| module.name.contains(filter)).step_by(step.max(1)).collect();
    if chosen.is_empty() {
        say(&format!("corpus: no module matches `{filter}`"));
        return false;
    }
    let outcomes =
        parallel::map(&chosen, |module| check(module, &host, &engine).unwrap_or_else(Outcome::Different));
    let mut tally = Tally::default();
    for (module, outcome) in chosen.iter().zip(&outcomes) {
        tally.add(&module.name, outcome);
    }
    say(&format!("corpus: {tally}; the examples of {} more fail in CPython", tally.void));
    tally.different == 0
}

/// The modules of the package in `folder`.
fn modules(folder: &Path) -> Result<Vec<Module>, String> {
    let output = Command::new(cpython::python())
        .arg(root().join("xtask/src/corpus/programs.py"))
        .arg(folder)
        .output()
        .map_err(|error| format!("cannot start {}: {error}", cpython::python()))?;
    let listed: Value = serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("programs.py: {error}\n{}", String::from_utf8_lossy(&output.stderr)))?;
    let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let modules = listed.as_array().into_iter().flatten();
    Ok(modules.map(|module| Module { name: text(module, "name"), source: text(module, "source") }).collect())
}

fn check(module: &Module, host: &SystemHost, engine: &Engine) -> Result<Outcome, String> {
    let file = format!("{}.py", module.name.replace(['/', ' ', '(', ')'], "_"));
    compare(&file, &module.source, OptLevel::Dev, (host, engine), |stdout| stdout.contains("failed=0,"))
}
