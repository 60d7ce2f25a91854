//! Identifiers: escaping, and the naming lints of rustc.

use proc_macro2::{Ident, Span};

/// Keywords that may be written `r#…`.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait",
    "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Keywords that are paths or types of their own and cannot be raw.
const PATH_KEYWORDS: &[&str] = &["self", "Self", "super", "crate"];

/// The identifier `name`; keywords become raw, characters that no identifier has become `_`.
pub(crate) fn ident(name: &str) -> Ident {
    let is_raw = name.starts_with("r#");
    let name = name.strip_prefix("r#").unwrap_or(name);
    if PATH_KEYWORDS.contains(&name) {
        let name = if is_raw { format!("{name}_") } else { name.to_owned() };
        return Ident::new(&name, Span::call_site());
    }
    let name = valid(name);
    if KEYWORDS.contains(&name.as_str()) || (is_raw && name != "_") {
        Ident::new_raw(&name, Span::call_site())
    } else {
        Ident::new(&name, Span::call_site())
    }
}

/// The lifetime or label `'name`.
pub(crate) fn lifetime(name: &str) -> syn::Lifetime {
    let name = valid(name.trim_start_matches('\''));
    let is_keyword =
        name != "static" && (KEYWORDS.contains(&name.as_str()) || PATH_KEYWORDS.contains(&name.as_str()));
    let escape = if is_keyword { "_" } else { "" };
    syn::Lifetime::new(&format!("'{name}{escape}"), Span::call_site())
}

/// Whether a format string may name it: `{name}`.
pub(crate) fn is_plain(name: &str) -> bool {
    !name.starts_with("r#")
        && name != "_"
        && valid(name) == name
        && !KEYWORDS.contains(&name)
        && !PATH_KEYWORDS.contains(&name)
}

/// Whether `text` is a plain identifier or a keyword that may be one: what nearly all names are, and quick to tell.
fn is_ascii_ident(text: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.chars().all(is_letter)
        && text.starts_with(|c: char| !c.is_ascii_digit())
        && !PATH_KEYWORDS.contains(&text)
}

fn valid(name: &str) -> String {
    let is_ident = |text: &str| {
        is_ascii_ident(text)
            || syn::parse_str::<Ident>(text).is_ok()
            || syn::parse_str::<Ident>(&format!("r#{text}")).is_ok()
    };
    if is_ident(name) || PATH_KEYWORDS.contains(&name) {
        return name.to_owned();
    }
    if name.is_empty() {
        return "__".to_owned();
    }
    let mut out = String::new();
    for c in name.chars() {
        // A character is valid where a name made of `a` and it is one.
        let next = if is_ident(&format!("a{c}")) { c } else { '_' };
        if out.is_empty() && !is_ident(&next.to_string()) {
            out.push('_');
        }
        out.push(next);
    }
    if out.is_empty() || out.chars().all(|c| c == '_') { format!("{out}_") } else { out }
}

/// Whether `non_snake_case` fires on a function, a variable or a field.
pub(crate) fn is_not_snake_case(name: &str) -> bool {
    let name = bare(name);
    name.contains("__") || name.chars().any(char::is_uppercase)
}

/// Whether `non_upper_case_globals` fires on a constant.
pub(crate) fn is_not_upper_case(name: &str) -> bool {
    name.chars().any(char::is_lowercase)
}

/// Whether `non_camel_case_types` fires on a type or a variant.
pub(crate) fn is_not_camel_case(name: &str) -> bool {
    let name = bare(name);
    let has_case = |c: char| c.is_lowercase() || c.is_uppercase();
    let beside_underscore = |(a, b): (char, char)| (has_case(a) && b == '_') || (a == '_' && has_case(b));
    name.starts_with(char::is_lowercase)
        || name.contains("__")
        || name.chars().zip(name.chars().skip(1)).any(beside_underscore)
}

fn bare(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name).trim_matches('_')
}
