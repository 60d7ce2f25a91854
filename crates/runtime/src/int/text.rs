//! `bin`, `hex`, `oct` and text of integers.

use compact_str::ToCompactString;

use super::parse::MAX_DIGITS;
use super::{Int, digits};
use crate::exc::value_error;
use crate::macros::raising_fns;
use crate::str::Str;

pub(super) const TOO_LONG: &str = "Exceeds the limit (4300 digits) for integer string conversion; \
    use sys.set_int_max_str_digits() to increase the limit";

fn prefixed(a: &Int, prefix: &str, base: u32) -> Str {
    let sign = if a.signum() < 0 { "-" } else { "" };
    Str::from(format!("{sign}{prefix}{}", digits(a, base)))
}

/// `bin(a)`.
pub fn bin(a: impl Into<Int>) -> Str {
    prefixed(&a.into(), "0b", 2)
}

/// `oct(a)`.
pub fn oct(a: impl Into<Int>) -> Str {
    prefixed(&a.into(), "0o", 8)
}

/// `hex(a)`.
pub fn hex(a: impl Into<Int>) -> Str {
    prefixed(&a.into(), "0x", 16)
}

/// `str(a)`.
#[inline(never)]
#[must_use]
pub fn to_str(a: i64) -> Str {
    let text = a.to_compact_string();
    let len = text.len();
    Str::with_len(text, len)
}

raising_fns! {
    /// `str(a)`.
    fn try_big_to_str / big_to_str(a: &Int) -> Str {
        let text = digits(a, 10);
        if text.len() > MAX_DIGITS {
            return Err(value_error(TOO_LONG));
        }
        let sign = if a.signum() < 0 { "-" } else { "" };
        Ok(Str::from(format!("{sign}{text}")))
    }
}
