//! The line of a docstring, as `DocTestFinder._find_lineno` finds it in the text of the program.

use super::tests::{Begin, Test};

/// The number of the line, from zero; `None` where CPython does not know it.
pub(crate) fn line_of_docstring(source: &str, test: &Test) -> Option<usize> {
    let lines: Vec<&str> = source.split('\n').collect();
    let first = match test.begin? {
        Begin::Elsewhere => return None,
        Begin::Module => 0,
        Begin::Class => {
            let name = test.name.rsplit('.').next().unwrap_or_default();
            lines.iter().position(|line| is_class(line, name))?
        }
        Begin::Function(start) => source.get(..start.to_usize())?.matches('\n').count(),
    };
    (first..lines.len()).find(|&at| begins_text(lines[at]))
}

/// `^\s*class\s*NAME\b`.
fn is_class(line: &str, name: &str) -> bool {
    let rest = line.trim_start().strip_prefix("class").map(str::trim_start);
    let rest = rest.and_then(|rest| rest.strip_prefix(name));
    rest.is_some_and(|rest| !rest.starts_with(is_word))
}

/// `(^|.*:)\s*\w*["\']`: a line that begins with a quote, or does so behind a colon.
fn begins_text(line: &str) -> bool {
    let colons = line.match_indices(':').map(|(at, colon)| at + colon.len());
    std::iter::once(0).chain(colons).any(|at| {
        let rest = line[at..].trim_start().trim_start_matches(is_word);
        rest.starts_with(['"', '\''])
    })
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::{begins_text, is_class};

    #[test]
    fn quotes_begin_lines_or_follow_colons() {
        assert!(begins_text("    \"\"\"Adds.") && begins_text("def f(): r'x'") && begins_text("'a'"));
        assert!(!begins_text("def f(x=\"a\"):") && !begins_text("# a \"b\""));
    }

    #[test]
    fn classes_are_told_by_their_whole_names() {
        assert!(is_class("  class  Node(Base):", "Node") && !is_class("class Nodes:", "Node"));
    }
}
