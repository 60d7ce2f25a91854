//! Rows of `bytes` and `bytearray`, which share their methods: what gives bytes gives the receiver's type.

use super::modules::Native;

pub(super) const NATIVES: &[Native] =
    &[Native { name: "bytearray", module: "builtins", runtime: "bytes::ByteArray", has_functions: false }];

pub(super) const ROWS: &str = "
bytes.decode(encoding: &str = 'utf-8', errors: &str = 'strict') -> str ; !UnicodeDecodeError LookupError => decode
bytes.hex() -> str => hex
bytes.hex(sep: str, bytes_per_sep: int = 1) -> str ; !ValueError => hex_groups
bytes.fromhex(text: str) -> bytes ; !ValueError => bytes::Bytes::fromhex
bytes.find(part: &buffer|int, start: opt[int]?, stop: opt[int]?) -> int ; !ValueError => find|find_in
bytes.rfind(part: &buffer|int, start: opt[int]?, stop: opt[int]?) -> int ; !ValueError => rfind|rfind_in
bytes.index(part: &buffer|int, start: opt[int]?, stop: opt[int]?) -> nat ; !ValueError => index|index_in
bytes.rindex(part: &buffer|int, start: opt[int]?, stop: opt[int]?) -> nat ; !ValueError => rindex|rindex_in
bytes.count(part: &buffer|int, start: opt[int]?, stop: opt[int]?) -> nat ; !ValueError => count|count_in
bytes.startswith(prefix: &buffer, start: opt[int]?, stop: opt[int]?) -> bool ; !ValueError => startswith|startswith_in
bytes.endswith(suffix: &buffer, start: opt[int]?, stop: opt[int]?) -> bool ; !ValueError => endswith|endswith_in
bytes.removeprefix(prefix: &buffer) -> bytes ; !ValueError => removeprefix
bytes.removesuffix(suffix: &buffer) -> bytes ; !ValueError => removesuffix
bytes.replace(old: &buffer, new: &buffer, count: int?) -> bytes ; !ValueError => replace|replace_n
bytes.strip() -> bytes => strip
bytes.strip(chars: &buffer) -> bytes ; !ValueError => strip_bytes
bytes.lstrip() -> bytes => lstrip
bytes.lstrip(chars: &buffer) -> bytes ; !ValueError => lstrip_bytes
bytes.rstrip() -> bytes => rstrip
bytes.rstrip(chars: &buffer) -> bytes ; !ValueError => rstrip_bytes
bytes.split() -> list[bytes] => split_words
bytes.split(sep: &buffer, maxsplit: int?) -> list[bytes] ; !ValueError => split|split_n
bytes.split(*, maxsplit: int) -> list[bytes] => split_whitespace
bytes.rsplit() -> list[bytes] => split_words
bytes.rsplit(sep: &buffer, maxsplit: int?) -> list[bytes] ; !ValueError => rsplit|rsplit_n
bytes.rsplit(*, maxsplit: int) -> list[bytes] => rsplit_whitespace
bytes.splitlines(keepends: bool = false) -> list[bytes] => splitlines
bytes.partition(sep: &buffer) -> tup[bytes, bytes, bytes] ; !ValueError => partition
bytes.rpartition(sep: &buffer) -> tup[bytes, bytes, bytes] ; !ValueError => rpartition
bytes.lower() -> bytes => lower
bytes.upper() -> bytes => upper
bytes.title() -> bytes => title
bytes.capitalize() -> bytes => capitalize
bytes.swapcase() -> bytes => swapcase
bytes.expandtabs(tabsize: int = 8) -> bytes => expandtabs
bytes.zfill(width: int) -> bytes => zfill
bytes.ljust(width: int) -> bytes => ljust
bytes.ljust(width: int, fill: &buffer) -> bytes ; !TypeError => ljust_with
bytes.rjust(width: int) -> bytes => rjust
bytes.rjust(width: int, fill: &buffer) -> bytes ; !TypeError => rjust_with
bytes.center(width: int) -> bytes => center
bytes.center(width: int, fill: &buffer) -> bytes ; !TypeError => center_with
bytes.translate(table: &buffer) -> bytes ; !ValueError => translate
bytes.translate(table: opt[bytes], delete: &buffer) -> bytes ; !ValueError => translate_without
bytes.maketrans(from: &buffer, to: &buffer) -> bytes ; !ValueError => bytes::Bytes::maketrans
bytes.join(parts: iter[bytes]) -> bytes ; !TypeError => join
bytes.isalpha() -> bool => isalpha
bytes.isalnum() -> bool => isalnum
bytes.isdigit() -> bool => isdigit
bytes.isspace() -> bool => isspace
bytes.isascii() -> bool => isascii
bytes.islower() -> bool => islower
bytes.isupper() -> bool => isupper
bytes.istitle() -> bool => istitle

bytearray.decode(encoding: &str = 'utf-8', errors: &str = 'strict') -> str ; !UnicodeDecodeError LookupError => decode
bytearray.hex() -> str => hex
bytearray.hex(sep: str, bytes_per_sep: int = 1) -> str ; !ValueError => hex_groups
bytearray.fromhex(text: str) -> bytearray ; !ValueError => bytes::ByteArray::fromhex
bytearray.find(part: &buffer|int, start: opt[int]?, stop: opt[int]?) -> int ; !ValueError => find|find_in
bytearray.rfind(part: &buffer|int, start: opt[int]?, stop: opt[int]?) -> int ; !ValueError => rfind|rfind_in
bytearray.index(part: &buffer|int, start: opt[int]?, stop: opt[int]?) -> nat ; !ValueError => index|index_in
bytearray.rindex(part: &buffer|int, start: opt[int]?, stop: opt[int]?) -> nat ; !ValueError => rindex|rindex_in
bytearray.count(part: &buffer|int, start: opt[int]?, stop: opt[int]?) -> nat ; !ValueError => count|count_in
bytearray.startswith(prefix: &buffer, start: opt[int]?, stop: opt[int]?) -> bool ; !ValueError => startswith|startswith_in
bytearray.endswith(suffix: &buffer, start: opt[int]?, stop: opt[int]?) -> bool ; !ValueError => endswith|endswith_in
bytearray.removeprefix(prefix: &buffer) -> bytearray ; !ValueError => removeprefix
bytearray.removesuffix(suffix: &buffer) -> bytearray ; !ValueError => removesuffix
bytearray.replace(old: &buffer, new: &buffer, count: int?) -> bytearray ; !ValueError => replace|replace_n
bytearray.strip() -> bytearray => strip
bytearray.strip(chars: &buffer) -> bytearray ; !ValueError => strip_bytes
bytearray.lstrip() -> bytearray => lstrip
bytearray.lstrip(chars: &buffer) -> bytearray ; !ValueError => lstrip_bytes
bytearray.rstrip() -> bytearray => rstrip
bytearray.rstrip(chars: &buffer) -> bytearray ; !ValueError => rstrip_bytes
bytearray.split() -> list[bytearray] => split_words
bytearray.split(sep: &buffer, maxsplit: int?) -> list[bytearray] ; !ValueError => split|split_n
bytearray.split(*, maxsplit: int) -> list[bytearray] => split_whitespace
bytearray.rsplit() -> list[bytearray] => split_words
bytearray.rsplit(sep: &buffer, maxsplit: int?) -> list[bytearray] ; !ValueError => rsplit|rsplit_n
bytearray.rsplit(*, maxsplit: int) -> list[bytearray] => rsplit_whitespace
bytearray.splitlines(keepends: bool = false) -> list[bytearray] => splitlines
bytearray.partition(sep: &buffer) -> tup[bytearray, bytearray, bytearray] ; !ValueError => partition
bytearray.rpartition(sep: &buffer) -> tup[bytearray, bytearray, bytearray] ; !ValueError => rpartition
bytearray.lower() -> bytearray => lower
bytearray.upper() -> bytearray => upper
bytearray.title() -> bytearray => title
bytearray.capitalize() -> bytearray => capitalize
bytearray.swapcase() -> bytearray => swapcase
bytearray.expandtabs(tabsize: int = 8) -> bytearray => expandtabs
bytearray.zfill(width: int) -> bytearray => zfill
bytearray.ljust(width: int) -> bytearray => ljust
bytearray.ljust(width: int, fill: &buffer) -> bytearray ; !TypeError => ljust_with
bytearray.rjust(width: int) -> bytearray => rjust
bytearray.rjust(width: int, fill: &buffer) -> bytearray ; !TypeError => rjust_with
bytearray.center(width: int) -> bytearray => center
bytearray.center(width: int, fill: &buffer) -> bytearray ; !TypeError => center_with
bytearray.translate(table: &buffer) -> bytearray ; !ValueError => translate
bytearray.translate(table: opt[bytes], delete: &buffer) -> bytearray ; !ValueError => translate_without
bytearray.maketrans(from: &buffer, to: &buffer) -> bytes ; !ValueError => bytes::ByteArray::maketrans
bytearray.join(parts: iter[bytes]) -> bytearray ; !TypeError => join
bytearray.isalpha() -> bool => isalpha
bytearray.isalnum() -> bool => isalnum
bytearray.isdigit() -> bool => isdigit
bytearray.isspace() -> bool => isspace
bytearray.isascii() -> bool => isascii
bytearray.islower() -> bool => islower
bytearray.isupper() -> bool => isupper
bytearray.istitle() -> bool => istitle

bytearray.__hash__: none => len
bytearray.__len__() -> nat => len
bytearray.__iter__() -> nat => iter
bytearray.__getitem__(index: int) -> nat ; !IndexError => at
bytearray.__setitem__(index: int, item: int) -> none ; !IndexError ValueError => set
bytearray.__delitem__(index: int) -> none ; !BufferError IndexError => delete
bytearray.__contains__(item: int) -> bool ; !ValueError => contains_byte
bytearray.__contains__(part: &buffer) -> bool ; !ValueError => contains
bytearray.__slice__() -> bytearray ; !ValueError => slice_by
bytearray.__setslice__() -> none ; !BufferError ValueError => set_slice
bytearray.__delslice__() -> none ; !BufferError ValueError => delete_slice
bytearray.__eq__(other: &buffer) -> bool => eq_part
bytearray.__lt__(other: &buffer) -> bool => lt_part
bytearray.__le__(other: &buffer) -> bool => le_part
bytearray.__gt__(other: &buffer) -> bool => gt_part
bytearray.__ge__(other: &buffer) -> bool => ge_part
bytearray.__radd__(other: &bytes) -> bytes => added_to
bytearray.__add__(other: &buffer) -> bytearray ; !ValueError => concat
bytearray.__iadd__(other: &buffer) -> bytearray ; !BufferError ValueError => add_in_place
bytearray.__mul__(times: int) -> bytearray => repeat
bytearray.__rmul__(times: int) -> bytearray => repeat
bytearray.append(item: int) -> none ; !BufferError ValueError => append
bytearray.extend(items: &buffer) -> none ; !BufferError ValueError => extend_part
bytearray.insert(index: int, item: int) -> none ; !BufferError ValueError => insert
bytearray.pop() -> nat ; !BufferError IndexError => pop
bytearray.pop(index: int) -> nat ; !BufferError IndexError => pop_at
bytearray.remove(item: int) -> none ; !BufferError ValueError => remove
bytearray.reverse() -> none => reverse
bytearray.clear() -> none ; !BufferError => clear
bytearray.copy() -> bytearray => copy
";
