//! The constants of `string`, and what ends where its class, which is written in Python, would stop being CPython's.

use crate::Str;
use crate::macros::raising_fns;
use crate::output::trap;

/// `string.ascii_lowercase`.
pub const ASCII_LOWERCASE: &str = "abcdefghijklmnopqrstuvwxyz";
/// `string.ascii_uppercase`.
pub const ASCII_UPPERCASE: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/// `string.ascii_letters`.
pub const ASCII_LETTERS: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
/// `string.digits`.
pub const DIGITS: &str = "0123456789";
/// `string.hexdigits`.
pub const HEXDIGITS: &str = "0123456789abcdefABCDEF";
/// `string.octdigits`.
pub const OCTDIGITS: &str = "01234567";
/// `string.punctuation`.
pub const PUNCTUATION: &str = r##"!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"##;
/// `string.whitespace`.
pub const WHITESPACE: &str = " \t\n\r\u{b}\u{c}";
/// `string.printable`.
pub const PRINTABLE: &str = concat!(
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    r##"!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"##,
    " \t\n\r\u{b}\u{c}",
);

/// `string.capwords(text)`: the words, each with a capital first.
#[must_use]
pub fn capwords(text: &str) -> Str {
    Str::from(text)
        .split_whitespace()
        .iter()
        .map(|word| word.capitalize())
        .collect::<Vec<_>>()
        .join(" ")
        .into()
}

raising_fns! {
    /// `string.capwords(text, separator)`.
    fn try_capwords_by / capwords_by(text: &str, separator: Option<Str>) -> Str {
        let Some(separator) = separator else { return Ok(capwords(text)) };
        let words = Str::from(text).try_split(separator.as_str())?;
        let words: Vec<Str> = words.iter().map(|word| word.capitalize()).collect();
        Ok(words.join(separator.as_str()).into())
    }
}

/// What the library in Python does not do: a trap.
pub fn unsupported(what: &str) {
    trap(what)
}
