//! `except*`, `sys.exc_info`, and `throw` with several arguments.

pub(super) mod exc_info;
pub(super) mod exception_groups;
pub(super) mod thrown;
