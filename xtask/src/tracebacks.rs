//! What programs that are built with `--traceback` say of an uncaught error, against CPython: the whole `Traceback` block.
//!
//! Left out are frames of files that are not the program: those of the library, which is not Python here, and of what
//! `dataclass` and `namedtuple` compile; and how deep a runaway recursion got.

use std::path::Path;

use portalis::{Options, SystemHost, compile};
use portalis_engine::Engine;

use crate::case::Case;
use crate::cpython::Behaviour;
use crate::run_golden::{args, run, stage, stdin};

/// The directory of programs in what is compared, which are elsewhere each time.
const DIRECTORY: &str = "/golden";

/// Whether a program ended in an error that nobody caught.
pub(crate) fn ends_in_one(python: &Behaviour) -> bool {
    let (text, last) = (String::from_utf8_lossy(&python.stderr), python.last_error());
    // What `unittest` reports is no end.
    let is_other = ["RecursionError", "FAILED ("].iter().any(|other| last.starts_with(other));
    python.status == 1 && text.contains("\n  File \"") && !is_other
}

/// Where the blocks differ, in words; `python` is what CPython did in `there`.
pub(crate) fn difference(
    case: &Case,
    options: &Options,
    (host, engine): (&SystemHost, &Engine),
    (python, there): (&Behaviour, &Path),
) -> Result<Option<String>, String> {
    let path = format!("{DIRECTORY}/{}", case.file_name());
    let options = Options { traceback: Some(path.clone()), ..options.clone() };
    let artifacts =
        compile(&case.source()?, &options, host).map_err(|error| format!("traceback: {error}"))?;
    let (args, input) = (args(case)?, stdin(case)?);
    let directory = stage(case)?;
    let wasm = run(engine, &artifacts.output, directory.path().to_owned(), &case.file_name(), &args, input)?;
    let theirs = String::from_utf8_lossy(&python.stderr).replace(&*there.to_string_lossy(), DIRECTORY);
    let (theirs, ours) = (own_frames(&theirs, &path), String::from_utf8_lossy(&wasm.stderr));
    if theirs == ours && python.stdout == wasm.stdout {
        return Ok(None);
    }
    let diff = similar::TextDiff::from_lines(theirs.as_str(), ours.as_ref());
    Ok(Some(diff.unified_diff().context_radius(3).header("CPython", "--traceback").to_string()))
}

/// A text without the frames of other files than `path`.
fn own_frames(text: &str, path: &str) -> String {
    let mut out = String::new();
    let mut is_left_out = false;
    for line in text.lines() {
        match line.strip_prefix("  File \"") {
            Some(rest) => is_left_out = !rest.starts_with(path),
            None => is_left_out &= line.starts_with("    "),
        }
        if !is_left_out {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_of_other_files_are_left_out() {
        let text = "Traceback:\n  File \"/golden/a.py\", line 1, in f\n    g()\n  File \"/lib/b.py\", line 2, in g\n    \
                    raise X\nX: 1\n";
        assert_eq!(
            own_frames(text, "/golden/a.py"),
            "Traceback:\n  File \"/golden/a.py\", line 1, in f\n    g()\nX: 1\n"
        );
    }
}
