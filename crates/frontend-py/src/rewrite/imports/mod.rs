//! Imports as what they import.

pub(super) mod builtins_module;
pub(super) mod import_call;
pub(super) mod import_fallback;
pub(super) mod imported_twice;
pub(super) mod star_import;
