//! Rows of `str`, `bytes`, numbers and files.

pub(super) const ROWS: &str = "
str.split(sep: str|none = none, maxsplit: int = -1) -> list[str] ; !ValueError => split
str.rsplit(sep: str|none = none, maxsplit: int = -1) -> list[str] ; !ValueError => rsplit
str.splitlines(keepends: bool = false) -> list[str] => splitlines
str.strip(chars: str|none?) -> str => strip|strip_chars
str.lstrip(chars: str|none?) -> str => lstrip|lstrip_chars
str.rstrip(chars: str|none?) -> str => rstrip|rstrip_chars
str.lower() -> str => lower
str.upper() -> str => upper
str.title() -> str => title
str.capitalize() -> str => capitalize
str.swapcase() -> str => swapcase
str.casefold() -> str => casefold
str.replace(old: &str, new: &str, count: int?) -> str => replace|replace_n
str.count(part: &str, start: opt[int]?, stop: opt[int]?) -> nat => count|count_in
str.index(part: &str, start: opt[int]?, stop: opt[int]?) -> nat ; !ValueError => index|index_in
str.rindex(part: &str, start: opt[int]?, stop: opt[int]?) -> nat ; !ValueError => rindex|rindex_in
str.find(part: &str, start: opt[int]?, stop: opt[int]?) -> int => find|find_in
str.rfind(part: &str, start: opt[int]?, stop: opt[int]?) -> int => rfind|rfind_in
str.startswith(prefix: &str|tuple, start: opt[int]?, stop: opt[int]?) -> bool => startswith|startswith_in
str.endswith(suffix: &str|tuple, start: opt[int]?, stop: opt[int]?) -> bool => endswith|endswith_in
str.isdigit() -> bool => isdigit
str.isalpha() -> bool => isalpha
str.isalnum() -> bool => isalnum
str.isupper() -> bool => isupper
str.islower() -> bool => islower
str.isspace() -> bool => isspace
str.isnumeric() -> bool => isnumeric
str.isdecimal() -> bool => isdecimal
str.istitle() -> bool => istitle
str.isidentifier() -> bool => isidentifier
str.isascii() -> bool => isascii
str.isprintable() -> bool => isprintable
str.zfill(width: int) -> str => zfill
str.ljust(width: int, fill: &str?) -> str ; !TypeError => =ljust|ljust_with
str.rjust(width: int, fill: &str?) -> str ; !TypeError => =rjust|rjust_with
str.center(width: int, fill: &str?) -> str ; !TypeError => =center|center_with
str.expandtabs(tabsize: int = 8) -> str => expandtabs
str.maketrans(table: &dict[str, any]) -> dict[nat, val[table]] ; !ValueError => str::code_points
str.maketrans(x: str, y: str) -> dict[nat, nat] ; !ValueError => str::letter_table
str.maketrans(x: str, y: str, z: str) -> dict[nat, nat|none] ; !ValueError => str::letter_table_without
str.translate(table: &dict[nat, any]) -> str ; !ValueError => translate
str.removeprefix(prefix: &str) -> str => removeprefix
str.removesuffix(suffix: &str) -> str => removesuffix
str.partition(sep: &str) -> tup[str,str,str] ; !ValueError => partition
str.rpartition(sep: &str) -> tup[str,str,str] ; !ValueError => rpartition
str.encode(encoding: &str = 'utf-8', errors: &str = 'strict') -> bytes ; !UnicodeEncodeError LookupError => encode

int.to_bytes(length: int = 1, byteorder: &str = 'big', *, signed: bool = false) -> bytes ; !OverflowError ValueError => to_bytes
int.from_bytes(bytes: &buffer, byteorder: &str = 'big', *, signed: bool = false) -> bigint ; !ValueError => int::from_bytes
int.as_integer_ratio() -> tup[self, nat] => as_integer_ratio
int.bit_length() -> nat => bit_length
int.bit_count() -> nat => bit_count
int.conjugate() -> self => conjugate
float.is_integer() -> bool => is_integer
float.as_integer_ratio() -> tup[bigint, bigint] ; !OverflowError ValueError => as_integer_ratio
float.fromhex(text: str) -> float ; !ValueError OverflowError => float::from_hex
float.conjugate() -> self => conjugate
float.hex() -> str => hex
complex.conjugate() -> complex => conjugate

file.closed: bool => closed
file.name: str => name
file.mode: str => mode
file.read() -> str ; !OSError => read
file.read(size: int) -> str ; !OSError => read_n
file.readline() -> str ; !OSError => readline
file.readlines() -> list[str] ; !OSError => readlines
file.write(text: &str) -> nat ; !OSError => write
file.writelines(lines: iter) -> none ; !OSError => writelines
file.close() -> none ; !OSError => close
file.flush() -> none ; !OSError => flush
file.getvalue() -> str ; !AttributeError => getvalue
file.seek(offset: int) -> nat ; !ValueError => seek
file.tell() -> nat ; !ValueError => tell
file.truncate() -> nat ; !ValueError => truncate
file.isatty() -> bool ; !ValueError => isatty
";
