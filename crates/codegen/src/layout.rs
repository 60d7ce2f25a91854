//! Layout that `prettyplease` leaves to us: the body of a macro that it does not know, which it fills like a paragraph.
//! An `else` keeps its brace, and `export!` has a line for each function.

/// What opens the one such macro with several lines.
const EXPORT: &str = "portalis_rt::export! {\n";

/// `text` laid out.
pub(crate) fn lay_out(text: String) -> String {
    lay_out_exports(keep_braces(text))
}

/// `text` without a line that ends in `else` while the next one begins with the brace.
fn keep_braces(text: String) -> String {
    const ELSE: &str = " else\n";
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find(ELSE) {
        let (line, after) = rest.split_at(at + ELSE.len());
        let next = after.trim_start_matches(' ');
        if next.starts_with('{') {
            out.push_str(line.trim_end());
            out.push(' ');
            rest = next;
        } else {
            out.push_str(line);
            rest = after;
        }
    }
    if out.is_empty() {
        return text;
    }
    out.push_str(rest);
    out
}

/// `text` with a line for each function of `export!`.
fn lay_out_exports(text: String) -> String {
    let Some(start) = text.find(EXPORT).map(|at| at + EXPORT.len()) else { return text };
    let Some(end) = text[start..].find("\n}").map(|at| start + at) else { return text };
    let words: Vec<&str> = text[start..end].split_whitespace().collect();
    let lines = words.join(" ").replace("; ", ";\n    ");
    format!("{}    {lines}{}", &text[..start], &text[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_else_keeps_its_brace() {
        let filled = "a! { if x { y } else\n    { z } }\n";
        assert_eq!(lay_out(filled.to_owned()), "a! { if x { y } else { z } }\n");
    }

    #[test]
    fn a_function_a_line() {
        let filled = "fn f() {}\n\nportalis_rt::export! {\n    import program; f(a: i64, b:\n    i64) -> i64; g() -> f64;\n}\n";
        let expected = "fn f() {}\n\nportalis_rt::export! {\n    import program;\n    f(a: i64, b: i64) -> i64;\n    g() -> f64;\n}\n";
        assert_eq!(lay_out(filled.to_owned()), expected);
        assert_eq!(lay_out("fn f() {}\n".to_owned()), "fn f() {}\n");
    }
}
