//! Docstrings, as documentation shows them.

/// `inspect.cleandoc`: tabs expanded, the common margin of all lines but the first removed, blank ends dropped.
#[must_use]
pub fn clean_doc(doc: &str) -> String {
    let expanded = expand_tabs(doc);
    let mut lines: Vec<&str> = expanded.split('\n').collect();
    let indent = |line: &str| line.chars().count() - line.trim_start().chars().count();
    let margin =
        lines[1..].iter().filter(|line| !line.trim_start().is_empty()).map(|line| indent(line)).min();
    if let Some(first) = lines.first_mut() {
        *first = first.trim_start();
    }
    if let Some(margin) = margin {
        for line in &mut lines[1..] {
            let cut = line.char_indices().nth(margin).map_or(line.len(), |(at, _)| at);
            *line = &line[cut..];
        }
    }
    while lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    let start = lines.iter().position(|line| !line.is_empty()).unwrap_or(lines.len());
    lines[start..].join("\n")
}

/// `str.expandtabs()`: tabs as spaces up to the next eighth column.
#[must_use]
pub fn expand_tabs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut column = 0;
    for c in text.chars() {
        match c {
            '\t' => {
                let blanks = 8 - column % 8;
                out.extend(std::iter::repeat_n(' ', blanks));
                column += blanks;
            }
            '\n' | '\r' => {
                out.push(c);
                column = 0;
            }
            _ => {
                out.push(c);
                column += 1;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::clean_doc;

    #[test]
    fn margins_and_blank_ends_go() {
        let doc = "  First.\n\n      Indented\n    \tby tabs\n\n    ";
        assert_eq!(clean_doc(doc), "First.\n\nIndented\n  by tabs");
    }
}
