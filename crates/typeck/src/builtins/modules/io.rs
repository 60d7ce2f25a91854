//! `io`: a text in memory is a file like others.

use super::LibraryModule;

pub(super) const IO: LibraryModule = LibraryModule { name: "io", rows: ROWS, ..LibraryModule::EMPTY };

const ROWS: &str = "
io.SEEK_SET: nat => os::SEEK_SET
io.SEEK_CUR: nat => os::SEEK_CUR
io.SEEK_END: nat => os::SEEK_END
io.StringIO() -> file => io::string_io
io.StringIO(initial_value: &str) -> file => io::string_io_of
";
