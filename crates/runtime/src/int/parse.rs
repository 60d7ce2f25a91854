//! `int(text, base)`.

use dashu_int::IBig;

use super::Int;
use crate::exc::{Exception, value_error};
use crate::macros::raising_fns;
use crate::show::repr_str;
use crate::str::{decimal_value, trim_number};

raising_fns! {
    /// `int(text)`; a trap past 64 bits.
    #[track_caller]
    fn try_parse / parse(text: &str) -> i64 {
        // The usual case, without the general road.
        if let Ok(small) = text.parse() && text.len() < 19 {
            return Ok(small);
        }
        Ok(try_big_parse_base(text, 10)?.narrow())
    }

    /// `int(text, base)`; a trap past 64 bits.
    #[track_caller]
    fn try_parse_base / parse_base(text: &str, base: i64) -> i64 { Ok(try_big_parse_base(text, base)?.narrow()) }

    /// `int(text)`.
    fn try_big_parse / big_parse(text: &str) -> Int { try_big_parse_base(text, 10) }

    /// `int(text, base)`.
    fn try_big_parse_base / big_parse_base(text: &str, base: i64) -> Int {
        if base != 0 && !(2..=36).contains(&base) {
            return Err(value_error("int() base must be >= 2 and <= 36, or 0"));
        }
        parse_digits(text, base as u32)?
            .ok_or_else(|| value_error(format!("invalid literal for int() with base {base}: {}", repr_str(text))))
    }
}

/// Digits past which CPython refuses a base that is no power of two.
pub(super) const MAX_DIGITS: usize = 4300;

fn parse_digits(text: &str, base: u32) -> Result<Option<Int>, Exception> {
    // Decimal digits of every script count; anything else that is not ASCII makes the text invalid.
    let text: String = trim_number(text)
        .chars()
        .map(|c| decimal_value(c).map_or(c, |digit| char::from(b'0' + digit as u8)))
        .collect();
    let (negative, rest) = match text.as_bytes().first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text.as_str()),
    };
    let prefix = |rest: &str| match rest.get(..2).map(str::to_ascii_lowercase).as_deref() {
        Some("0x") => Some(16),
        Some("0o") => Some(8),
        Some("0b") => Some(2),
        _ => None,
    };
    let named = prefix(rest);
    let any_base = base == 0;
    let (mut digits, base, has_prefix) = match (base, named) {
        (0, Some(named)) => (&rest[2..], named, true),
        (0, None) => (rest, 10, false),
        (base, Some(named)) if base == named => (&rest[2..], base, true),
        (base, _) => (rest, base, false),
    };
    if has_prefix {
        digits = digits.strip_prefix('_').unwrap_or(digits);
    } else if any_base && digits.starts_with('0') && digits.contains(|c| !matches!(c, '0' | '_')) {
        return Ok(None); // `int("012", 0)`: ambiguous, so refused.
    }
    let Some(plain) = without_underscores(digits) else { return Ok(None) };
    if !plain.chars().all(|c| c.is_digit(base)) {
        return Ok(None);
    }
    if !base.is_power_of_two() && plain.len() > MAX_DIGITS {
        let message = format!(
            "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion: value has {} digits; \
             use sys.set_int_max_str_digits() to increase the limit",
            plain.len()
        );
        return Err(value_error(message));
    }
    let value = match i64::from_str_radix(&plain, base) {
        Ok(small) => Int::from(small),
        Err(_) => match IBig::from_str_radix(&plain, base) {
            Ok(big) => Int::from_big(big),
            Err(_) => return Ok(None),
        },
    };
    Ok(Some(if negative { -value } else { value }))
}

/// The digits without single underscores between them; `None` where one is out of place.
pub(crate) fn without_underscores(digits: &str) -> Option<String> {
    if digits.is_empty() || digits.starts_with('_') || digits.ends_with('_') || digits.contains("__") {
        return None;
    }
    Some(digits.replace('_', ""))
}

/// An integer literal past 64 bits, in decimal digits.
///
/// # Panics
/// Where `digits` are none: the compiler writes them.
#[must_use]
pub fn literal(digits: &str) -> Int {
    try_big_parse(digits).expect("decimal digits")
}

/// An `int` as a `float`, for operands of any size.
///
/// # Errors
/// `OverflowError`.
pub fn try_big_to_float(value: &Int) -> Result<f64, crate::Exception> {
    value.try_float()
}

/// An `int` as a `float`; ends the program with `OverflowError`.
#[must_use]
pub fn big_to_float(value: &Int) -> f64 {
    try_big_to_float(value).unwrap_or_else(|error| error.uncaught())
}
