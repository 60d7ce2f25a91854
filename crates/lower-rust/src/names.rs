//! Rust names: unique, no keywords, as near to the Python as Rust's customs allow.

use std::collections::{BTreeMap, BTreeSet};

use portalis_hir::Module;

/// Words that cannot be names, or that would hide what every emitted file uses.
const RESERVED: &[&str] = &[
    "Option",
    "Some",
    "None",
    "Result",
    "Ok",
    "Err",
    "Vec",
    "String",
    "Box",
    "Self",
    "Iterator",
    "Clone",
    "Default",
    "Copy",
    "Drop",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "Into",
    "PartialEq",
    "PartialOrd",
    "Eq",
    "Ord",
    "Send",
    "Sync",
];

/// The names of a crate.
#[derive(Debug, Default)]
pub(crate) struct Names {
    types: BTreeSet<String>,
    values: BTreeSet<String>,
    /// How many variables have each name.
    variables: BTreeMap<String, usize>,
    statics: BTreeSet<String>,
}

impl Names {
    /// Keeps the names of all variables free, so that no item hides one.
    pub(crate) fn new(module: &Module) -> Self {
        let mut names = Names::default();
        names.types.extend(RESERVED.iter().map(|name| (*name).to_owned()));
        for (_, local) in module.locals.iter() {
            *names.variables.entry(ident(&local.name)).or_default() += 1;
            names.values.insert(ident(&local.name));
        }
        for taken in ["main", "program", "this", "object", "error"] {
            names.values.insert(taken.to_owned());
        }
        names
    }

    /// A type name like `base` that nothing else has; a struct is a value besides.
    pub(crate) fn unique_type(&mut self, base: &str) -> String {
        let mut name = unique(&mut self.types, &camel(base));
        while self.statics.contains(&name) {
            name = unique(&mut self.types, &camel(base));
        }
        name
    }

    /// The type name of a class, whose fields may be a struct beside it.
    pub(crate) fn unique_class(&mut self, base: &str) -> String {
        loop {
            let name = self.unique_type(base);
            let fields = format!("{name}Fields");
            if !self.statics.contains(&fields) && self.types.insert(fields) {
                return name;
            }
        }
    }

    /// The name of a function: its own where nothing else has taken it. Variables may have that too, they are scoped; a
    /// name that is made up is no variable's.
    pub(crate) fn unique_fn(&mut self, own: &str, base: &str, taken: &mut BTreeSet<String>) -> String {
        let base = if matches!(base, "main" | "program") { format!("{base}_") } else { ident(base) };
        loop {
            let name = unique(taken, &base);
            if name == ident(own) || !self.variables.contains_key(&name) {
                return name;
            }
        }
    }

    /// The name of the static or constant that a variable is: no other variable may have it.
    pub(crate) fn unique_static_of(&mut self, variable: &str) -> String {
        let name = ident(variable);
        let is_alone = self.variables.get(&name) == Some(&1) && name == name.to_uppercase();
        if is_alone && !self.types.contains(&name) && self.statics.insert(name.clone()) {
            return name;
        }
        self.unique_static(variable)
    }

    /// The name of a static or constant: no variable may have it.
    pub(crate) fn unique_static(&mut self, base: &str) -> String {
        let upper = ident(base).trim_start_matches("r#").to_uppercase();
        let mut name = unique(&mut self.values, &upper);
        while self.types.contains(&name) {
            name = unique(&mut self.values, &upper);
        }
        self.statics.insert(name.clone());
        name
    }
}

fn unique(taken: &mut BTreeSet<String>, base: &str) -> String {
    let mut name = base.to_owned();
    let mut n = 1;
    while !taken.insert(name.clone()) {
        n += 1;
        name = format!("{base}_{n}");
        if base.chars().next().is_some_and(char::is_uppercase) && base.chars().any(char::is_lowercase) {
            name = format!("{base}{n}");
        }
    }
    name
}

/// A Python name as a Rust identifier.
pub(crate) fn ident(name: &str) -> String {
    match name {
        "self" | "Self" | "super" | "crate" | "_" => format!("{name}_"),
        "as" | "break" | "const" | "continue" | "else" | "enum" | "extern" | "false" | "fn" | "for"
        | "if" | "impl" | "in" | "let" | "loop" | "match" | "mod" | "move" | "mut" | "pub" | "ref"
        | "return" | "static" | "struct" | "trait" | "true" | "type" | "unsafe" | "use" | "where"
        | "while" | "async" | "await" | "dyn" | "abstract" | "become" | "box" | "do" | "final" | "macro"
        | "override" | "priv" | "typeof" | "unsized" | "virtual" | "yield" | "try" | "gen" => {
            format!("r#{name}")
        }
        _ => name.chars().map(|c| if c == '.' || c == '<' || c == '>' { '_' } else { c }).collect(),
    }
}

/// `snake_case` as `CamelCase`; a name that starts with a capital stays.
pub(crate) fn camel(name: &str) -> String {
    let mut out = String::new();
    let mut upper = true;
    for c in name.chars() {
        if c == '_' || c == '.' || !(c.is_alphanumeric()) {
            upper = true;
        } else if upper {
            out.extend(c.to_uppercase());
            upper = false;
        } else {
            out.push(c);
        }
    }
    if out.is_empty() || out.starts_with(|c: char| c.is_ascii_digit()) { format!("T{out}") } else { out }
}

/// `CamelCase` as `snake_case`, `LRUCache` as `lru_cache`.
pub(crate) fn snake(name: &str) -> String {
    let mut out = String::new();
    let mut was_upper = true;
    let mut rest = name.chars().peekable();
    while let Some(c) = rest.next() {
        let is_upper = c.is_uppercase();
        let begins_word = !was_upper || rest.peek().is_some_and(|next| next.is_lowercase());
        if is_upper && begins_word && !out.is_empty() && !out.ends_with('_') {
            out.push('_');
        }
        was_upper = is_upper;
        if is_upper {
            out.extend(c.to_lowercase());
        } else {
            out.push(c);
        }
    }
    out
}
