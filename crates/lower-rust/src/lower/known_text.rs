//! The texts of builtin and library functions and classes: `<class 'int'>`, `<built-in function len>`.

use portalis_typeck::builtins::{Table, is_static};
use portalis_typeck::iterator_class::is_iterator_class;

/// Classes that have no text of their own, besides those of iterators.
const CLASSES: &[&str] = &[
    "int",
    "str",
    "float",
    "bool",
    "list",
    "dict",
    "set",
    "tuple",
    "frozenset",
    "bytes",
    "bytearray",
    "complex",
    "range",
    "object",
    "abc.ABC",
    "type",
    "NoneType",
    "ellipsis",
    "NotImplementedType",
    "slice",
    "property",
    "staticmethod",
    "classmethod",
    "super",
    "function",
    "method",
    "generator",
    "dict_keys",
    "dict_values",
    "dict_items",
    "collections.Counter",
    "collections.deque",
    "collections.defaultdict",
    "collections.OrderedDict",
];

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
    if CLASSES.contains(&name) || is_iterator_class(name) {
        return Some(format!("<class '{name}'>"));
    }
    if let Some(path) = native_class(name) {
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
    if !CLASSES.contains(&owner) || owner.contains('.') || is_static(name) {
        return None;
    }
    let word = if function.starts_with("__") { "slot wrapper" } else { "method" };
    Some(format!("<{word} '{function}' of '{owner}' objects>"))
}

/// A class of the library by its name or its path: what Python shows of it.
fn native_class(name: &str) -> Option<String> {
    let native = Table::get().native(name.rsplit('.').next()?)?;
    let path = format!("{}.{}", native.module, native.name);
    (name == native.name || name == path).then_some(path)
}
