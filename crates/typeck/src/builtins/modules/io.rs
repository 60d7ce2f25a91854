//! `io`: a text in memory is a file like others.

use super::LibraryModule;

pub(super) const IO: LibraryModule = LibraryModule { name: "io", rows: ROWS, ..LibraryModule::EMPTY };

const ROWS: &str = "
io.StringIO() -> file => io::string_io
io.StringIO(initial_value: &str) -> file => io::string_io_of
";
