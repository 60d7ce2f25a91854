//! Rows of builtin functions whose types need no code.

pub(super) const ROWS: &str = "
ord_bytes(c: &buffer) -> nat ; !TypeError => builtins::ord_bytes
ord(c: str) -> nat ; !TypeError => builtins::ord
chr(code: int) -> str ; !ValueError OverflowError => builtins::chr
bin(n: whole) -> str => int::bin
oct(n: whole) -> str => int::oct
hex(n: whole) -> str => int::hex
input(prompt: any?) -> str ; !EOFError => builtins::input
generator.__next__() -> e ; !StopIteration => next_item
iterator.__next__() -> e ; !StopIteration => next_item
";
