//! Examples in the text of a docstring: what is typed, and what comes of it.

use super::calls::flag;
use portalis_hir::expand_tabs;

/// An example.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Example {
    /// The statements.
    pub(crate) source: String,
    /// What they print.
    pub(crate) want: String,
    /// The class and text of the exception that they raise.
    pub(crate) raises: Option<String>,
    /// How exactly, as the runtime's `doctest` says.
    pub(crate) options: i64,
    /// How many lines of the docstring are before it.
    pub(crate) line: usize,
}

/// The examples of a text; `None` where CPython finds a fault, or an option that is not translated.
pub(crate) fn examples(text: &str) -> Option<Vec<Example>> {
    let expanded = expand_tabs(text);
    let lines: Vec<&str> = expanded.split('\n').collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let Some((indent, _)) = prompt(lines[at], ">>>") else {
            at += 1;
            continue;
        };
        let (line, mut source) = (at, vec![typed(lines[at], indent)?]);
        at += 1;
        while at < lines.len() && prompt(lines[at], "...").is_some() {
            let own = prompt(lines[at], "...").map(|(own, _)| own);
            if own != Some(indent) {
                return None;
            }
            source.push(typed(lines[at], indent)?);
            at += 1;
        }
        let mut want = Vec::new();
        while at < lines.len()
            && !lines[at].trim_matches(' ').is_empty()
            && prompt(lines[at], ">>>").is_none()
        {
            let (margin, rest) = lines[at].split_at_checked(indent)?;
            if !margin.trim_matches(' ').is_empty() {
                return None;
            }
            want.push(rest);
            at += 1;
        }
        let source = source.join("\n");
        let options = options(&source)?;
        let is_blank =
            source.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
        if options.is_skipped || is_blank {
            continue;
        }
        let mut want = want.join("\n");
        if !want.is_empty() {
            want.push('\n');
        }
        let raises = exception(&want);
        let ends = source.ends_with('\n');
        let source = if ends { source } else { source + "\n" };
        found.push(Example { source, raises, want, options: options.flags, line });
    }
    Some(found)
}

/// The indentation before a prompt and what stands behind it.
fn prompt<'a>(line: &'a str, mark: &str) -> Option<(usize, &'a str)> {
    let rest = line.trim_start_matches(' ');
    rest.strip_prefix(mark).map(|typed| (line.len() - rest.len(), typed))
}

/// What is typed behind a prompt, which a space ends.
fn typed(line: &str, indent: usize) -> Option<&str> {
    let rest = line.get(indent + 3..)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix(' ') }
}

/// What comments say about an example.
#[derive(Default)]
struct Options {
    flags: i64,
    is_skipped: bool,
}

fn options(source: &str) -> Option<Options> {
    let mut options = Options::default();
    for line in source.lines() {
        let Some((_, comment)) = line.split_once('#') else { continue };
        let Some(words) = comment.trim_start().strip_prefix("doctest:") else { continue };
        for word in words.replace(',', " ").split_whitespace() {
            match word {
                "+SKIP" => options.is_skipped = true,
                word => options.flags |= flag(word.strip_prefix('+')?)?,
            }
        }
    }
    Some(options)
}

/// The line about the exception in a traceback, and what follows it.
fn exception(want: &str) -> Option<String> {
    let head = ["Traceback (most recent call last):", "Traceback (innermost last):"];
    let rest = head.iter().find_map(|head| want.strip_prefix(head))?;
    let (blank, mut rest) = rest.split_once('\n')?;
    if !blank.trim().is_empty() {
        return None;
    }
    loop {
        if rest.starts_with(|c: char| c.is_alphanumeric() || c == '_') {
            return Some(rest.to_owned());
        }
        rest = rest.split_once('\n')?.1;
    }
}

#[cfg(test)]
mod tests {
    use super::{Example, examples};

    fn example(source: &str, want: &str, line: usize) -> Example {
        Example { source: source.to_owned(), want: want.to_owned(), raises: None, options: 0, line }
    }

    #[test]
    fn examples_end_at_blank_lines_and_prompts() {
        let text =
            "Adds.\n\n    >>> for i in (1, 2):\n    ...     i\n    1\n    2\n    >>> x = 1\n\n    text\n";
        let found = examples(text).expect("examples");
        assert_eq!(found, [example("for i in (1, 2):\n    i\n", "1\n2\n", 2), example("x = 1\n", "", 6)]);
    }

    #[test]
    fn tracebacks_name_the_exception() {
        let text = ">>> f()\nTraceback (most recent call last):\n    ...\nValueError: no\n";
        let found = examples(text).expect("examples");
        assert_eq!(found[0].raises.as_deref(), Some("ValueError: no\n"));
    }

    #[test]
    fn options_are_read_and_others_refused() {
        assert_eq!(examples(">>> f()  # doctest: +ELLIPSIS\n...\n").map(|found| found[0].options), Some(2));
        assert_eq!(examples(">>> f()  # doctest: +SKIP\n1\n"), Some(Vec::new()));
        assert_eq!(examples(">>> f()  # doctest: +DONT_ACCEPT_TRUE_FOR_1\n1\n"), None);
        assert_eq!(examples(">>>f()\n"), None);
    }
}
