//! `string`: its constants, and what its class, which is written in Python, cannot do.

use super::LibraryModule;

pub(super) const STRING: LibraryModule = LibraryModule { name: "string", rows: ROWS, ..LibraryModule::EMPTY };

const ROWS: &str = "
string.ascii_lowercase: str => string::ASCII_LOWERCASE
string.ascii_uppercase: str => string::ASCII_UPPERCASE
string.ascii_letters: str => string::ASCII_LETTERS
string.digits: str => string::DIGITS
string.hexdigits: str => string::HEXDIGITS
string.octdigits: str => string::OCTDIGITS
string.punctuation: str => string::PUNCTUATION
string.whitespace: str => string::WHITESPACE
string.printable: str => string::PRINTABLE

string.capwords(s: &str) -> str => string::capwords
string.capwords(s: &str, sep: opt[str]) -> str ; !ValueError => string::capwords_by

string._unsupported(what: str) -> none => string::unsupported
";
