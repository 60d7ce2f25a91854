//! Traps of panics: what overflowed, in which function of the Python, and what to do about it.
//!
//! The compiler gives rustc a name of the emitted file that also says which of its lines begin which functions:
//!
//! ```text
//! main.rs|scale.py|9:3:scale,20::        from line 9 on `scale` of line 3; from line 20 on the module body
//! ```

use std::panic::Location;

use crate::output::{TRAP, flush};

/// Makes every panic a trap; `run` does it, and a library's exports do.
pub fn install_traps() {
    std::panic::set_hook(Box::new(|info| {
        flush();
        let what = info.payload_as_str().unwrap_or("internal error");
        let at = info.location().map(place).unwrap_or_default();
        std::eprintln!("portalis trap: {what}{at}");
        if what.contains("overflow") {
            std::eprintln!(
                "help: this `int` was compiled as i64; `--int=big`, or `# portalis: int=big` at the end of the line \
                 that assigns it, lifts the limit"
            );
        }
        std::process::exit(TRAP);
    }));
}

fn place(at: &Location<'_>) -> String {
    let line = at.line();
    let mut parts = at.file().split('|');
    let (rust, python) = (parts.next().unwrap_or_default(), parts.next());
    let functions = parts.next().unwrap_or_default();
    let Some(python) = python else { return format!(" ({rust}:{line})") };
    let mut found = ("", "");
    for function in functions.split(',') {
        let mut words = function.split(':');
        let (from, of, name) = (words.next(), words.next(), words.next());
        if from.and_then(|from| from.parse().ok()).is_some_and(|from: u32| from <= line) {
            found = (of.unwrap_or_default(), name.unwrap_or_default());
        }
    }
    match found {
        ("", _) => format!(" in <module> ({python}; {rust}:{line})"),
        (of, name) => format!(" in `{name}` ({python}:{of}; {rust}:{line})"),
    }
}
