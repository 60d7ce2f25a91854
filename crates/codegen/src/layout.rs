//! Layout that `prettyplease` leaves to us: the body of a macro that it does not know, which it fills like a paragraph.

/// What opens the one such macro with several lines.
const EXPORT: &str = "portalis_rt::export! {\n";

/// `text` with a line for each function of `export!`.
pub(crate) fn lay_out(text: String) -> String {
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
    fn a_function_a_line() {
        let filled = "fn f() {}\n\nportalis_rt::export! {\n    import program; f(a: i64, b:\n    i64) -> i64; g() -> f64;\n}\n";
        let expected = "fn f() {}\n\nportalis_rt::export! {\n    import program;\n    f(a: i64, b: i64) -> i64;\n    g() -> f64;\n}\n";
        assert_eq!(lay_out(filled.to_owned()), expected);
        assert_eq!(lay_out("fn f() {}\n".to_owned()), "fn f() {}\n");
    }
}
