//! `io`.

use crate::file::File;

/// `io.StringIO()`.
#[must_use]
pub fn string_io() -> File {
    File::in_memory("")
}

/// `io.StringIO(text)`: reading and writing begin at its start.
#[must_use]
pub fn string_io_of(text: &str) -> File {
    File::in_memory(text)
}
