//! The class of what `object()` makes.

use super::modules::Native;

pub(super) const NATIVES: &[Native] =
    &[Native { name: "object", module: "builtins", runtime: "object::Object", has_functions: false }];
