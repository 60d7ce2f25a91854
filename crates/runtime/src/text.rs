//! `str` as functions on `&str`, for text that is no [`Str`]: the same operations under the same names.

use crate::macros::raising_fns;
use crate::str::Str;

pub use crate::show::{repr, repr_str, str, try_repr, try_str};
pub use crate::str::{chr, is_alnum, is_alpha, is_digit, is_space, ord, trim, try_chr, try_ord};

macro_rules! mirrored {
    ($($name:ident($($arg:ident: $ty:ty),*) -> $ret:ty;)*) => { $(
        #[doc = concat!("`text.", stringify!($name), "(…)`; see [`Str::", stringify!($name), "`].")]
        #[must_use]
        pub fn $name(text: &str $(, $arg: $ty)*) -> $ret {
            Str::from(text).$name($($arg),*)
        }
    )* };
}

mirrored! {
    title() -> Str;
    lower() -> Str;
    upper() -> Str;
    capitalize() -> Str;
    swapcase() -> Str;
    casefold() -> Str;
    repeat(times: i64) -> Str;
    find(part: &str) -> i64;
    rfind(part: &str) -> i64;
    count(part: &str) -> i64;
    zfill(width: i64) -> Str;
    ljust(width: i64) -> Str;
    rjust(width: i64) -> Str;
    center(width: i64) -> Str;
}

/// `text.strip(chars)`.
#[must_use]
pub fn strip<'t>(text: &'t str, chars: &str) -> &'t str {
    text.trim_matches(|c| chars.contains(c))
}

/// `len(text)`.
#[must_use]
pub fn len(text: &str) -> i64 {
    text.chars().count() as i64
}

/// `text.split()`.
pub fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_space).filter(|word| !word.is_empty())
}

raising_fns! {
    /// `text[index]`.
    fn try_at / at(text: &str, index: i64) -> Str { Str::from(text).try_at(index) }
}
