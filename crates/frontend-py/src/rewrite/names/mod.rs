//! Names that the program computes: attributes by `getattr` and its kind, looked up among those that it writes out.

pub(super) mod computed_names;
pub(super) mod constant_names;
mod iterated_names;
mod listed_names;
pub(super) mod module_names;
pub(super) mod named_stores;
pub(super) mod written_names;
