//! Rows of builtin functions whose types need no code.

pub(super) const ROWS: &str = "
ord(c: str) -> nat ; !TypeError => builtins::ord
chr(code: int) -> str ; !ValueError => builtins::chr
bin(n: int) -> str => int::bin
oct(n: int) -> str => int::oct
hex(n: int) -> str => int::hex
input(prompt: any?) -> str ; !EOFError => builtins::input
generator.__next__() -> e => next
";
