//! Rows of files of bytes.

use super::modules::Native;

pub(super) const NATIVES: &[Native] =
    &[Native { name: "BinaryFile", module: "_io", runtime: "file::BinaryFile", has_functions: false }];

pub(super) const ROWS: &str = "
BinaryFile.closed: bool => closed
BinaryFile.name: str => name
BinaryFile.read() -> bytes ; !OSError => read
BinaryFile.read(size: int) -> bytes ; !OSError => read_n
BinaryFile.readline() -> bytes ; !OSError => readline
BinaryFile.readlines() -> list[bytes] ; !OSError => readlines
BinaryFile.write(data: &buffer) -> nat ; !OSError => write
BinaryFile.seek(offset: int, whence: int = 0) -> nat ; !OSError ValueError => seek
BinaryFile.tell() -> nat ; !OSError ValueError => tell
BinaryFile.flush() -> none ; !OSError => flush
BinaryFile.close() -> none ; !OSError => close
BinaryFile.__enter__() -> BinaryFile ; !ValueError => enter
";
