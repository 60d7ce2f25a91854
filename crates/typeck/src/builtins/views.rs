//! Rows of `memoryview`: the bytes of another value, as whole numbers in one dimension.

use super::modules::Native;

pub(super) const NATIVES: &[Native] =
    &[Native { name: "memoryview", module: "builtins", runtime: "bytes::MemoryView", has_functions: false }];

pub(super) const ROWS: &str = "
memoryview(object: &bytes|bytearray|IntArray|memoryview) -> memoryview ; !ValueError => bytes::MemoryView::new
memoryview.format: str => format
memoryview.itemsize: nat => itemsize
memoryview.nbytes: nat => nbytes
memoryview.ndim: nat => ndim
memoryview.readonly: bool => readonly
memoryview.contiguous: bool => contiguous
memoryview.c_contiguous: bool => contiguous
memoryview.f_contiguous: bool => contiguous
memoryview.__len__() -> nat => len
memoryview.__iter__() -> int => iter
memoryview.__getitem__(index: int) -> int ; !IndexError ValueError => at
memoryview.__setitem__(index: int, item: int) -> none ; !IndexError TypeError ValueError => set
memoryview.__slice__() -> memoryview ; !ValueError => slice_by
memoryview.__setslice__() -> none ; !TypeError ValueError => set_slice
memoryview.__contains__(item: int) -> bool ; !ValueError => contains
memoryview.__eq__(other: &bytes|bytearray|IntArray|memoryview) -> bool => equals
memoryview.__radd__(other: &bytes) -> bytes => added_to
memoryview.__enter__() -> memoryview ; !ValueError => enter
memoryview.cast(format: &str) -> memoryview ; !TypeError ValueError => cast
memoryview.hex() -> str ; !ValueError => hex
memoryview.release() -> none => release
memoryview.tobytes() -> bytes ; !ValueError => tobytes
memoryview.tolist() -> list[int] ; !ValueError => tolist
memoryview.toreadonly() -> memoryview ; !ValueError => toreadonly
";
