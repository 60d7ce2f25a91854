//! Which lines of the Rust come from which Python: a function a time.

use std::collections::HashMap;

use portalis_diag::Span;
use portalis_lower_rust::rir;

/// The first line of each function in `text`, counted from 1, with the Python behind it; ascending.
#[must_use]
pub fn line_map(krate: &rir::Crate, text: &str) -> Vec<(u32, Span)> {
    let key = |origin: &rir::Origin| (origin.object.clone(), origin.name.trim_start_matches("r#").to_owned());
    let spans: HashMap<(Option<String>, String), Span> =
        krate.origins.iter().rev().map(|origin| (key(origin), origin.span)).collect();
    let mut lines = Vec::new();
    let mut object: Option<&str> = None;
    for (number, line) in (1..).zip(text.lines()) {
        if let Some(header) = line.strip_prefix("impl ") {
            object = header.split([' ', '<']).next();
        } else if line == "}" {
            object = None;
        }
        let Some(name) = function_name(line) else { continue };
        if let Some(&span) = spans.get(&(object.map(str::to_owned), name.to_owned())) {
            lines.push((number, span));
        }
    }
    lines
}

/// `name` of `pub fn name(`.
fn function_name(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let rest = line.strip_prefix("pub fn ").or_else(|| line.strip_prefix("fn "))?;
    let name = rest.split(['(', '<']).next()?;
    Some(name.strip_prefix("r#").unwrap_or(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_and_methods_are_found() {
        let origin = |object: Option<&str>, name: &str, at: u32| rir::Origin {
            object: object.map(str::to_owned),
            name: name.to_owned(),
            span: Span::new(at, at),
        };
        let krate = rir::Crate {
            origins: vec![origin(None, "get", 1), origin(Some("Node"), "get", 2), origin(None, "program", 0)],
            ..rir::Crate::default()
        };
        let text = "impl Node {\n    pub fn get(&self) -> i64 {\n        1\n    }\n}\n\nfn get() {}\n\nfn program() {}\n";
        assert_eq!(
            line_map(&krate, text),
            [(2, Span::new(2, 2)), (7, Span::new(1, 1)), (9, Span::new(0, 0))]
        );
    }
}
