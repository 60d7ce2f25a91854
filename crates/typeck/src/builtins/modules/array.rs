//! `array`: its code decides whether it holds whole numbers or floats, so it must be literal text.

use super::{LibraryModule, Native};

pub(super) const ARRAY: LibraryModule = LibraryModule {
    name: "array",
    rows: ROWS,
    natives: &[
        Native { name: "IntArray", module: "array", runtime: "array::IntArray", has_functions: false },
        Native { name: "FloatArray", module: "array", runtime: "array::FloatArray", has_functions: false },
    ],
    ..LibraryModule::EMPTY
};

/// The row for an array of this code, which may be made of bytes.
#[must_use]
pub fn row_of(code: &str, is_bytes: bool) -> &'static str {
    match code {
        "f" | "d" if is_bytes => "array.array_floats_of_bytes",
        "f" | "d" => "array.array_floats",
        "u" => "array.array",
        _ if is_bytes => "array.array_ints_of_bytes",
        _ => "array.array_ints",
    }
}

const ROWS: &str = "
array.array(typecode: none) -> IntArray => array::empty_ints
array.array_ints(typecode: str) -> IntArray ; !ValueError => array::empty_ints
array.array_ints_of_bytes(typecode: str, data: &bytes|bytearray) -> IntArray ; !ValueError => array::ints_of_bytes
array.array_ints(typecode: str, items: iter[int]) -> IntArray ; !ValueError OverflowError => array::ints
array.array_floats(typecode: str) -> FloatArray ; !ValueError => array::empty_floats
array.array_floats_of_bytes(typecode: str, data: &bytes|bytearray) -> FloatArray ; !ValueError => array::floats_of_bytes
array.array_floats(typecode: str, items: iter[float]) -> FloatArray ; !ValueError => array::floats

IntArray.__hash__: none => len
IntArray.typecode: str => typecode
IntArray.itemsize: nat => itemsize
IntArray.__len__() -> nat => len
IntArray.__iter__() -> int => iter
IntArray.__getitem__(index: int) -> int ; !IndexError => at
IntArray.__setitem__(index: int, item: int) -> none ; !IndexError OverflowError => set
IntArray.__delitem__(index: int) -> none ; !BufferError IndexError => delete
IntArray.__slice__() -> IntArray ; !ValueError => slice_by
IntArray.__setslice__() -> none ; !BufferError ValueError TypeError => set_slice
IntArray.__contains__(item: int) -> bool => contains
IntArray.__radd__(other: &bytes) -> bytes => added_to
IntArray.__add__(other: &IntArray) -> IntArray ; !TypeError => concat
IntArray.__iadd__(other: &IntArray) -> IntArray ; !BufferError TypeError => add_in_place
IntArray.__mul__(times: int) -> IntArray => repeat
IntArray.__rmul__(times: int) -> IntArray => repeat
IntArray.append(item: int) -> none ; !BufferError OverflowError => append
IntArray.insert(index: int, item: int) -> none ; !BufferError OverflowError => insert
IntArray.extend(items: iter[int]) -> none ; !BufferError OverflowError => extend
IntArray.fromlist(items: iter[int]) -> none ; !BufferError OverflowError => extend
IntArray.pop() -> int ; !BufferError IndexError => pop
IntArray.pop(index: int) -> int ; !BufferError IndexError => pop_at
IntArray.remove(item: int) -> none ; !BufferError ValueError => remove
IntArray.index(item: int) -> nat ; !ValueError => index
IntArray.count(item: int) -> nat => count
IntArray.reverse() -> none => reverse
IntArray.tolist() -> list[int] => tolist
IntArray.tobytes() -> bytes => tobytes
IntArray.frombytes(data: &buffer) -> none ; !BufferError ValueError => frombytes

FloatArray.__hash__: none => len
FloatArray.typecode: str => typecode
FloatArray.itemsize: nat => itemsize
FloatArray.__len__() -> nat => len
FloatArray.__iter__() -> float => iter
FloatArray.__getitem__(index: int) -> float ; !IndexError => at
FloatArray.__setitem__(index: int, item: float) -> none ; !IndexError OverflowError => set
FloatArray.__delitem__(index: int) -> none ; !BufferError IndexError => delete
FloatArray.__slice__() -> FloatArray ; !ValueError => slice_by
FloatArray.__setslice__() -> none ; !BufferError ValueError TypeError => set_slice
FloatArray.__contains__(item: float) -> bool => contains
FloatArray.__radd__(other: &bytes) -> bytes => added_to
FloatArray.__add__(other: &FloatArray) -> FloatArray ; !TypeError => concat
FloatArray.__iadd__(other: &FloatArray) -> FloatArray ; !BufferError TypeError => add_in_place
FloatArray.__mul__(times: int) -> FloatArray => repeat
FloatArray.__rmul__(times: int) -> FloatArray => repeat
FloatArray.append(item: float) -> none ; !BufferError OverflowError => append
FloatArray.insert(index: int, item: float) -> none ; !BufferError OverflowError => insert
FloatArray.extend(items: iter[float]) -> none ; !BufferError OverflowError => extend
FloatArray.fromlist(items: iter[float]) -> none ; !BufferError OverflowError => extend
FloatArray.pop() -> float ; !BufferError IndexError => pop
FloatArray.pop(index: int) -> float ; !BufferError IndexError => pop_at
FloatArray.remove(item: float) -> none ; !BufferError ValueError => remove
FloatArray.index(item: float) -> nat ; !ValueError => index
FloatArray.count(item: float) -> nat => count
FloatArray.reverse() -> none => reverse
FloatArray.tolist() -> list[float] => tolist
FloatArray.tobytes() -> bytes => tobytes
FloatArray.frombytes(data: &buffer) -> none ; !BufferError ValueError => frombytes
";
