//! `except*`, `sys.exc_info`, and `throw` with several arguments, attributes of derived
//! classes.

pub(super) mod derived_parts;
pub(super) mod exc_info;
pub(super) mod exception_groups;
pub(super) mod thrown;
