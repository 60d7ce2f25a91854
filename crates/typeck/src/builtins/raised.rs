//! The class of an exception that only the run knows: what `__exit__` is told, and `sys.exc_info`.

use super::modules::Native;

/// The name of its type here.
pub const EXCEPTION_CLASS: &str = "ExceptionClass";

pub(super) const NATIVES: &[Native] = &[Native {
    name: EXCEPTION_CLASS,
    module: "builtins",
    runtime: "exc::ClassObject",
    has_functions: false,
}];

pub(super) const ROWS: &str = "
ExceptionClass.__name__: str => name
ExceptionClass.__qualname__: str => name
";
