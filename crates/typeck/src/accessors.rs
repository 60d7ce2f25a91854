//! Attribute access that classes define themselves, as the frontend writes it out: a method for each name.

use portalis_hir::{Module, Name};

/// Before the name of an attribute that is stored or deleted as `object` does it.
const RAW: &str = "object.";

/// Before the name of an attribute, in the names of the methods that set, delete and get it.
const SETTER: &str = "_setattr_";
const DELETER: &str = "_delattr_";
const GETTER: &str = "_getattr_";

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
    let is_accessor = |name: &str| [SETTER, DELETER, GETTER].iter().any(|mark| name.starts_with(mark));
    module.funcs.iter().any(|(_, func)| is_accessor(&func.name))
}

/// What `object.name = value` calls.
#[must_use]
pub fn setter(name: &str) -> Name {
    format!("{SETTER}{name}_").as_str().into()
}

/// What `del object.name` calls.
#[must_use]
pub fn deleter(name: &str) -> Name {
    format!("{DELETER}{name}_").as_str().into()
}

/// What `object.name` calls where the object has no such attribute.
#[must_use]
pub fn getter(name: &str) -> Name {
    format!("{GETTER}{name}_").as_str().into()
}

/// Whether objects of a class derived from the builtin type `base` have the type's own attribute `name`, so that
/// `__getattr__` is not asked.
#[must_use]
pub fn is_of_base(base: Option<&str>, name: &str) -> bool {
    base.is_some_and(|base| crate::builtins::python_has_attribute(base, name))
}
