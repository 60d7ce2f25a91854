//! What special methods answer, where Python checks it: `__bool__` a `bool`, `__str__` a `str`.
//!
//! A method that only those builtins ask which check its answer gives nothing else: what it returns besides raises
//! `TypeError` there.
//!
//! Source: Language Reference, 3.3.1 "Basic customization", and the messages of CPython's `PyObject_Str` and its kin.

use portalis_hir::{ExprKind, Func, Module, Scope};

use crate::ty::Atom;

/// The class of what method `name` has to answer, as Python writes it; `None` where any answer will do.
#[must_use]
pub fn due(name: &str) -> Option<&'static str> {
    match name {
        "__bool__" => Some("bool"),
        "__str__" | "__repr__" | "__format__" => Some("str"),
        "__len__" | "__hash__" | "__int__" => Some("int"),
        "__float__" => Some("float"),
        "__init__" => Some("None"),
        _ => None,
    }
}

/// Whether `atom` is of the class that `name` has to answer; a `bool` is the `int` that a size and a hash may be, and `int`
/// warns of one.
#[must_use]
pub fn fits(name: &str, atom: &Atom) -> bool {
    match due(name) {
        Some("bool") => matches!(atom, Atom::Bool),
        Some("str") => matches!(atom, Atom::Str),
        Some("int") => atom.is_int() || name != "__int__" && matches!(atom, Atom::Bool),
        Some("float") => matches!(atom, Atom::Float),
        Some(_) => matches!(atom, Atom::None),
        None => true,
    }
}

/// What Python says of an answer of another class.
#[must_use]
pub fn complaint(name: &str, class: &str) -> Option<String> {
    match name {
        "__str__" | "__repr__" => Some(format!("{name} returned non-string (type {class})")),
        "__format__" => Some(format!("__format__ must return a str, not {class}")),
        "__bool__" => Some(format!("__bool__ should return bool, returned {class}")),
        "__len__" => Some(format!("'{class}' object cannot be interpreted as an integer")),
        _ => None,
    }
}

/// Whether only what checks its answer calls `func`: a method that the program never calls by its name.
pub(crate) fn is_always_checked(module: &Module, func: &Func) -> bool {
    matches!(func.parent, Some(Scope::Class(_)))
        && !func.is_generator
        && !func.is_async
        && complaint(&func.name, "").is_some()
        && !module.exprs.iter().any(|(_, expr)| match &expr.kind {
            ExprKind::Attribute { name, .. } => *name == func.name,
            _ => false,
        })
}
