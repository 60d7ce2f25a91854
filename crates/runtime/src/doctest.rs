//! `doctest`: what an example of a docstring printed against what it says.
//!
//! The compiler makes functions of the examples. Those that do as they say print nothing, as in CPython; one that prints
//! something else is reported. Reports that show CPython's own lines, or are asked for in another form, are traps.
//!
//! Source: Library Reference, "doctest", and `OutputChecker` and `DocTestRunner` in `Lib/doctest.py` of 3.11.

use std::cell::{Cell, RefCell};

use crate::output::{self, trap, write};

/// Spaces and newlines of any number are the same.
pub const NORMALIZE_WHITESPACE: i64 = 1;
/// `...` stands for any text.
pub const ELLIPSIS: i64 = 2;
/// Of an exception only the name of its class counts.
pub const IGNORE_EXCEPTION_DETAIL: i64 = 4;
/// Failures are reported in another way, which is CPython's alone.
pub const REPORTED_OTHERWISE: i64 = 8;

/// What stands between reports.
const DIVIDER: &str = "**********************************************************************\n";

/// The examples of one docstring.
struct Test {
    name: String,
    failures: usize,
    examples: i64,
}

thread_local! {
    /// The docstrings since the last report, the current one last.
    static TESTS: RefCell<Vec<Test>> = const { RefCell::new(Vec::new()) };
    /// What the current example types, and its line in the program, 0 where that is not known.
    static EXAMPLE: Cell<(&'static str, i64)> = const { Cell::new(("", 0)) };
}

/// A docstring begins: what has it is called `name`.
pub fn test(name: &str, examples: i64) {
    TESTS.with_borrow_mut(|tests| tests.push(Test { name: name.to_owned(), failures: 0, examples }));
}

/// From here on output is kept, until it is looked at; `-v` on the command line asks for CPython's report.
pub fn begin(source: &'static str, line: i64) {
    EXAMPLE.set((source, line));
    if std::env::args_os().skip(1).any(|arg| arg == "-v") {
        trap("a report of doctests that pass");
    }
    output::capture();
}

/// The example that printed what is kept wants `want`.
pub fn check(want: &str, options: i64) {
    let mut got = output::captured();
    // What is written ends in a newline, as what is wanted does.
    if !got.is_empty() && !got.ends_with('\n') {
        got.push('\n');
    }
    if is_wanted(want, &got, options) {
        return;
    }
    if options & REPORTED_OTHERWISE != 0 {
        failed(want, &got);
    }
    TESTS.with_borrow_mut(|tests| {
        if let Some(test) = tests.last_mut() {
            test.failures += 1;
            write(&failure(&test.name, want, &got));
        }
    });
}

/// The summary of the docstrings since the last report, if there are failures; gives their number.
pub fn report(summarizes: bool) -> i64 {
    let mut failed = TESTS.take();
    failed.retain(|test| test.failures > 0);
    let total: usize = failed.iter().map(|test| test.failures).sum();
    if summarizes && total > 0 {
        failed.sort_by(|a, b| a.name.cmp(&b.name));
        write(DIVIDER);
        write(&format!("{} items had failures:\n", failed.len()));
        for test in &failed {
            write(&format!(" {:3} of {:3} in {}\n", test.failures, test.examples, test.name));
        }
        write(&format!("***Test Failed*** {total} failures.\n"));
    }
    i64::try_from(total).unwrap_or(i64::MAX)
}

/// The report about the current example.
fn failure(name: &str, want: &str, got: &str) -> String {
    let (source, line) = EXAMPLE.get();
    let (file, source) = (crate::os::script_path(), indented(source));
    let line = if line == 0 { "?".to_owned() } else { line.to_string() };
    // The last line has no newline that it could be blank before.
    let marked: Vec<&str> = match got.strip_suffix('\n') {
        Some(lines) => {
            lines.split('\n').map(|line| if is_spaces(line) { "<BLANKLINE>" } else { line }).collect()
        }
        None => Vec::new(),
    };
    let marked: String = marked.into_iter().flat_map(|line| [line, "\n"]).collect();
    let (want, got) = (indented(want), indented(&marked));
    let difference = match (want.is_empty(), got.is_empty()) {
        (false, false) => format!("Expected:\n{want}Got:\n{got}"),
        (false, true) => format!("Expected:\n{want}Got nothing\n"),
        (true, _) => format!("Expected nothing\nGot:\n{got}"),
    };
    format!("{DIVIDER}File \"{file}\", line {line}, in {name}\nFailed example:\n{source}{difference}")
}

fn is_spaces(line: &str) -> bool {
    line.bytes().all(|byte| byte == b' ')
}

/// The lines that are not empty behind four spaces.
fn indented(text: &str) -> String {
    let lines: Vec<String> = text
        .split('\n')
        .map(|line| if line.is_empty() { String::new() } else { format!("    {line}") })
        .collect();
    lines.join("\n")
}

/// The example raised, of which CPython shows `got`, and wants `want`; what it printed does not matter.
pub fn check_raised(want: &str, got: &str, options: i64) {
    output::captured();
    let got = [got, "\n"].concat();
    let is_named = options & IGNORE_EXCEPTION_DETAIL != 0
        && is_wanted(without_detail(want), without_detail(&got), options);
    if !is_wanted(want, &got, options) && !is_named {
        failed(want, &got);
    }
}

/// The name of an exception's class, without its module.
fn without_detail(message: &str) -> &str {
    let line = message.split('\n').next().unwrap_or_default();
    let name = line.split(':').next().unwrap_or_default();
    name.rsplit('.').next().unwrap_or_default()
}

fn failed(want: &str, got: &str) -> ! {
    let message = ["a doctest failed: expected\n", want, "got\n", got].concat();
    trap(message.trim_end())
}

fn is_wanted(want: &str, got: &str, options: i64) -> bool {
    if want == got || matches!((got, want), ("True\n", "1\n") | ("False\n", "0\n")) {
        return true;
    }
    let want = blanked(want, |line| line.trim_end() == "<BLANKLINE>");
    let got = blanked(got, |line| line.trim().is_empty());
    if want == got {
        return true;
    }
    let (want, got) = match options & NORMALIZE_WHITESPACE {
        0 => (want, got),
        _ => (words(&want), words(&got)),
    };
    want == got || options & ELLIPSIS != 0 && matches_ellipsis(&want, &got)
}

/// The text with such lines empty.
fn blanked(text: &str, is_blank: impl Fn(&str) -> bool) -> String {
    let lines: Vec<&str> = text.split('\n').map(|line| if is_blank(line) { "" } else { line }).collect();
    lines.join("\n")
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// Whether `got` is `want` with any texts for each `...`.
fn matches_ellipsis(want: &str, got: &str) -> bool {
    let pieces: Vec<&str> = want.split("...").collect();
    let [first, middle @ .., last] = pieces.as_slice() else { return false };
    let rest = got.strip_prefix(first).and_then(|rest| rest.strip_suffix(last));
    let Some(mut rest) = rest else { return false };
    for piece in middle {
        match rest.find(piece) {
            Some(at) => rest = &rest[at + piece.len()..],
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{ELLIPSIS, NORMALIZE_WHITESPACE, is_wanted};

    #[test]
    fn what_is_printed_is_what_is_wanted() {
        assert!(is_wanted("1\n", "1\n", 0) && !is_wanted("1\n", "2\n", 0));
        assert!(is_wanted("a\n<BLANKLINE>\nb\n", "a\n\nb\n", 0));
        assert!(is_wanted("1\n", "True\n", 0));
        assert!(!is_wanted("a  b\n", "a b\n", 0) && is_wanted("a  b\n", "a b\n", NORMALIZE_WHITESPACE));
    }

    #[test]
    fn dots_stand_for_any_text() {
        assert!(is_wanted("<A at ...>\n", "<A at 0x7f>\n", ELLIPSIS));
        assert!(!is_wanted("a...a\n", "a\n", ELLIPSIS));
        assert!(is_wanted("[0, ..., 9, ...]\n", "[0, 1, 9, 10]\n", ELLIPSIS));
    }
}
