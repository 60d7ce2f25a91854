//! The texts of builtin and library functions and classes: `<class 'int'>`, `<built-in function len>`.

use portalis_typeck::builtins::{class_path, is_static};

/// Names of `typing` whose text they are.
const FORMS: &[&str] = &[
    "Any",
    "Callable",
    "ClassVar",
    "Dict",
    "Final",
    "FrozenSet",
    "Generator",
    "Iterable",
    "Iterator",
    "List",
    "Literal",
    "Mapping",
    "Optional",
    "Sequence",
    "Set",
    "Tuple",
    "Type",
    "Union",
];

/// Modules whose functions are written in C.
const MODULES: &[&str] = &["math", "cmath", "operator", "time", "heapq", "sys"];

/// The text; `None` where it is not known.
pub(crate) fn builtin_text(name: &str) -> Option<String> {
    if let Some(path) = class_path(name) {
        return Some(format!("<class '{path}'>"));
    }
    let Some((owner, function)) = name.rsplit_once('.') else {
        let is_function = !matches!(name, "exit" | "quit" | "help") && !name.starts_with('_');
        return is_function.then(|| format!("<built-in function {name}>"));
    };
    if MODULES.contains(&owner) || name == "functools.reduce" {
        return Some(format!("<built-in function {function}>"));
    }
    if owner == "typing" && FORMS.contains(&function) {
        return Some(name.to_owned());
    }
    if class_path(owner).is_none() || owner.contains('.') || is_static(name) {
        return None;
    }
    let word = if function.starts_with("__") { "slot wrapper" } else { "method" };
    Some(format!("<{word} '{function}' of '{owner}' objects>"))
}
