//! `traceback`: what goes to standard error. The text of a traceback is no value, since a compiled program has no frames.

use super::LibraryModule;

pub(super) const TRACEBACK: LibraryModule =
    LibraryModule { name: "traceback", rows: ROWS, ..LibraryModule::EMPTY };

const ROWS: &str = "
traceback.print_exc() -> none => exc::print_handled
";
