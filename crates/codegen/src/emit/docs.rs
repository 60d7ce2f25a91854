//! Docstrings as Markdown: what `rustdoc` would take for Rust is fenced as something else.

/// What the lines being read are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Prose.
    Text,
    /// An example, which ends at an empty line.
    Example,
    /// Indented text, which ends where the indentation does.
    Indented,
    /// A code block of the author's.
    Fence,
}

/// The lines of a docstring, without the indentation of the source.
///
/// ```text
/// Adds.                       Adds.
///                             ```python
/// >>> add(1)           ->     >>> add(1)
/// 2                           2
///                             ```
/// ```
pub(super) fn lines(doc: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut place = Place::Text;
    let mut item = None;
    for mut line in dedented(doc) {
        let is_indented = line.starts_with("    ");
        let is_end = match place {
            Place::Text | Place::Fence => false,
            Place::Example => line.is_empty(),
            Place::Indented => !line.is_empty() && !is_indented,
        };
        if is_end {
            close(&mut out);
            place = Place::Text;
        }
        let after_empty = out.last().is_none_or(String::is_empty);
        match place {
            Place::Text if line.trim_start().starts_with(">>>") => {
                out.push("```python".to_owned());
                place = Place::Example;
            }
            Place::Text if line.trim_start().starts_with("```") => {
                // A block without a language would be Rust.
                let language = if line.trim() == "```" { "text" } else { "" };
                out.push(format!("{line}{language}"));
                place = Place::Fence;
                continue;
            }
            Place::Fence if line.trim() == "```" => place = Place::Text,
            Place::Text if is_indented && after_empty => {
                out.push("```text".to_owned());
                place = Place::Indented;
            }
            Place::Text => (item, line) = list_line(item, line, &mut out),
            Place::Example | Place::Indented | Place::Fence => {}
        }
        out.push(line);
    }
    if place != Place::Text {
        close(&mut out);
    }
    out
}

/// A line of prose that may belong to an item of a list: it is indented as the item's text is, or begins a paragraph.
fn list_line(item: Option<usize>, line: String, out: &mut Vec<String>) -> (Option<usize>, String) {
    let text = line.trim_start();
    let indent = line.len() - text.len();
    if text.is_empty() {
        return (None, line);
    }
    if let Some(marker) = marker(text) {
        return (Some(indent + marker), line);
    }
    match item {
        Some(width) if indent > 0 => (item, format!("{}{text}", " ".repeat(width))),
        Some(_) => {
            out.push(String::new());
            (None, line)
        }
        None => (None, line),
    }
}

/// The width of what begins an item: `- `, `* `, `12. `.
fn marker(text: &str) -> Option<usize> {
    let bullet = ["- ", "* ", "+ "].iter().any(|bullet| text.starts_with(bullet));
    if bullet {
        return Some(2);
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let ends = [". ", ") "].iter().any(|end| text[digits..].starts_with(end));
    (digits > 0 && digits < 10 && ends).then_some(digits + 2)
}

/// Ends a code block before the empty lines that follow it.
fn close(out: &mut Vec<String>) {
    let at = out.iter().rposition(|line| !line.is_empty()).map_or(0, |at| at + 1);
    out.insert(at, "```".to_owned());
}

/// As `inspect.cleandoc`: the first line stripped, the others without their common indentation.
fn dedented(doc: &str) -> Vec<String> {
    let doc = doc.replace('\t', "    ");
    let lines: Vec<String> = doc.lines().map(|line| line.replace('\r', " ").trim_end().to_owned()).collect();
    let indent = |line: &String| line.len() - line.trim_start_matches(' ').len();
    let common = lines.iter().skip(1).filter(|line| !line.is_empty()).map(indent).min().unwrap_or(0);
    let strip = |(idx, line): (usize, &String)| match idx {
        0 => line.trim_start().to_owned(),
        _ => line.get(common..).unwrap_or_default().to_owned(),
    };
    let lines: Vec<String> = lines.iter().enumerate().map(strip).collect();
    let start = lines.iter().position(|line| !line.is_empty()).unwrap_or(lines.len());
    let end = lines.iter().rposition(|line| !line.is_empty()).map_or(start, |end| end + 1);
    lines[start..end].to_vec()
}
