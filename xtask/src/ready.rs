//! `cargo xtask ready`: all of CI, in the order in which it fails fastest.

use std::process::Command;
use std::time::Instant;

use crate::{conformance, corpus, golden, real, root, run_golden, say, trace};

/// What cargo does.
const STEPS: &[&[&str]] = &[
    &["fmt", "--all", "--check"],
    &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"],
    &["doc", "--workspace", "--no-deps", "--document-private-items"],
    &["test", "--workspace"],
    &["run", "--package", "portalis-fuzz", "--", "--programs", "80", "--seed", "1"],
    &["run", "--package", "portalis-fuzz", "--", "--programs", "40", "--seed", "1", "--ownership", "shared"],
];

/// Runs everything, and goes on after a failure; a table of the steps comes last.
pub(crate) fn ready() -> bool {
    let mut results = Vec::new();
    for step in STEPS {
        time(&format!("cargo {}", step.join(" ")), &mut results, || {
            let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
            cargo.args(*step).current_dir(root());
            if step[0] == "doc" {
                cargo.env("RUSTDOCFLAGS", "-D warnings");
            }
            cargo.status().is_ok_and(|status| status.success())
        });
    }
    time("golden", &mut results, || golden::golden("", false));
    time("run-golden", &mut results, || run_golden::run_golden(""));
    time("trace", &mut results, || trace::trace(""));
    time("conformance", &mut results, || conformance::conformance("", false));
    time("real", &mut results, || real::real(""));
    time("corpus", &mut results, || corpus::corpus("", 7));
    for (name, passed, seconds) in &results {
        say(&format!("{} {seconds:>6.1} s  {name}", if *passed { "ok    " } else { "FAILED" }));
    }
    let n_failed = results.iter().filter(|(_, passed, _)| !passed).count();
    say(&format!("{} passed, {n_failed} failed", results.len() - n_failed));
    n_failed == 0
}

fn time(name: &str, results: &mut Vec<(String, bool, f64)>, step: impl FnOnce() -> bool) {
    say(&format!("== {name}"));
    let started = Instant::now();
    let passed = step();
    results.push((name.to_owned(), passed, started.elapsed().as_secs_f64()));
}
