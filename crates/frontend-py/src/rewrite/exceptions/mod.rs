//! `except*` and `sys.exc_info`.

pub(super) mod exc_info;
pub(super) mod exception_groups;
