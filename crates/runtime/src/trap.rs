//! Traps of panics: what overflowed, in which function of the Python, and what to do about it.
//!
//! The compiler gives rustc a name of the emitted file that also says which of its lines begin which functions:
//!
//! ```text
//! main.rs|scale.py|9:3:scale,20::        from line 9 on `scale` of line 3; from line 20 on the module body
//! ```

use std::panic::Location;

use crate::output::{TRAP, check_capture, exit, flush, write_error};

/// What to do about an overflow.
const HELP: &str = "help: this `int` was compiled as i64; `--int=big`, or `# portalis: int=big` at the end of the line \
    that assigns it, lifts the limit\n";

/// What the library in Python does not do: a trap.
pub fn unsupported(what: &str) {
    crate::output::trap(what)
}

/// Makes every panic a trap; `run` does it, and a library's exports do. But for one: where the emitted file reads an item
/// behind the end of a list, nobody observes it, and it ends the program as the `IndexError` that it is in Python.
pub fn install_traps() {
    install(|| ());
}

/// The same; `tell` writes the frames of that `IndexError`.
pub(crate) fn install(tell: impl Fn() + Send + Sync + 'static) {
    std::panic::set_hook(Box::new(move |info| {
        let what = info.payload_as_str().unwrap_or("internal error");
        if what.starts_with("index out of bounds") && info.location().is_some_and(is_emitted) {
            check_capture();
            flush();
            // Its text alone: a program that raises nothing else carries no exceptions.
            write_error("Traceback (most recent call last):\n");
            tell();
            write_error("IndexError: list index out of range\n");
            exit(1);
        }
        flush();
        let mut message = ["portalis trap: ", what].concat();
        info.location().iter().for_each(|at| place(at, &mut message));
        message.push('\n');
        if what.ends_with("overflow") {
            message.push_str(HELP);
        }
        write_error(&message);
        std::process::exit(TRAP);
    }));
}

/// Whether a place is neither in this crate nor in the standard library.
fn is_emitted(at: &Location<'_>) -> bool {
    // Its bytes are cut here and now: a search for them at run time would be a sixth of a small module.
    const OWN: &str = file!().split_at(file!().len() - "trap.rs".len()).0;
    !at.file().starts_with(OWN) && !at.file().starts_with("/rustc/")
}

/// Appends the function and its lines.
fn place(at: &Location<'_>, out: &mut String) {
    let line = at.line();
    let number = line.to_string();
    let mut parts = at.file().split('|');
    let (rust, python) = (parts.next().unwrap_or_default(), parts.next());
    let Some(python) = python else {
        return out.push_str(&[" (", rust, ":", &number, ")"].concat());
    };
    let (mut of, mut name) = ("", "");
    for function in parts.next().unwrap_or_default().split(',') {
        let mut words = function.split(':');
        let begins = words.next().and_then(|begins| begins.parse().ok());
        if begins.is_some_and(|begins: u32| begins <= line) {
            (of, name) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        }
    }
    out.push_str(&match of {
        "" => [" in <module> (", python].concat(),
        of => [" in `", name, "` (", python, ":", of].concat(),
    });
    out.push_str(&["; ", rust, ":", &number, ")"].concat());
}
