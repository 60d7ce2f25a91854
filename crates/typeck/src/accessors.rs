//! Attribute access that classes define themselves, as the frontend writes it out: a method for each name.

use portalis_hir::{Module, Name};

/// Before the name of an attribute that is stored or deleted as `object` does it.
const RAW: &str = "object.";

/// The attribute, and whether it is stored or deleted as `object` does it.
#[must_use]
pub fn raw(name: &Name) -> (Name, bool) {
    match name.strip_prefix(RAW) {
        Some(name) => (name.into(), true),
        None => (name.clone(), false),
    }
}

/// Whether a class of `module` has one of the methods below.
#[must_use]
pub fn has_any(module: &Module) -> bool {
    let marks = ["_setattr_", "_delattr_", "_getattr_"];
    module.funcs.iter().any(|(_, func)| marks.iter().any(|mark| func.name.starts_with(mark)))
}

/// What `object.name = value` calls.
#[must_use]
pub fn setter(name: &str) -> Name {
    format!("_setattr_{name}_").as_str().into()
}

/// What `del object.name` calls.
#[must_use]
pub fn deleter(name: &str) -> Name {
    format!("_delattr_{name}_").as_str().into()
}

/// What `object.name` calls where the object has no such attribute.
#[must_use]
pub fn getter(name: &str) -> Name {
    format!("_getattr_{name}_").as_str().into()
}

/// Whether objects of a class derived from the builtin type `base` have the type's own attribute `name`, so that
/// `__getattr__` is not asked.
#[must_use]
pub fn is_of_base(base: Option<&str>, name: &str) -> bool {
    base.is_some_and(|base| crate::builtins::python_has_attribute(base, name))
}
