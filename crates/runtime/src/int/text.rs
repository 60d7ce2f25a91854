//! `bin`, `hex`, `oct`, and bytes of integers.

use super::{Int, digits};
use crate::exc::{Exception, OverflowError, value_error};
use crate::str::Str;

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
#[must_use]
pub fn to_str(a: i64) -> Str {
    Str::from(a.to_string())
}

/// `str(a)`.
///
/// # Errors
/// `ValueError` past 4300 digits.
pub fn try_big_to_str(a: &Int) -> Result<Str, Exception> {
    let text = a.to_string();
    if text.trim_start_matches('-').len() > 4300 {
        return Err(value_error(
            "Exceeds the limit (4300 digits) for integer string conversion; \
             use sys.set_int_max_str_digits() to increase the limit",
        ));
    }
    Ok(Str::from(text))
}

/// `a.to_bytes(length, byteorder, signed=signed)`.
///
/// # Errors
/// `OverflowError`, `ValueError`.
pub fn try_to_bytes(a: &Int, length: i64, byteorder: &str, signed: bool) -> Result<crate::Bytes, Exception> {
    let little = match byteorder {
        "little" => true,
        "big" => false,
        _ => return Err(value_error("byteorder must be either 'little' or 'big'")),
    };
    let Ok(length) = usize::try_from(length) else {
        return Err(value_error("length argument must be non-negative"));
    };
    if a.signum() < 0 && !signed {
        return Err(Exception::new(OverflowError, "can't convert negative int to unsigned"));
    }
    let bits = if a.signum() < 0 { (!a).bit_length() } else { a.bit_length() } + i64::from(signed);
    if bits > 8 * length as i64 && !(a.signum() == 0 && length == 0) {
        return Err(Exception::new(OverflowError, "int too big to convert"));
    }
    let mut bytes = Vec::with_capacity(length);
    let mut rest = a.clone();
    for _ in 0..length {
        bytes.push((&rest & 0xff).to_i64().unwrap_or(0) as u8);
        rest = rest.shr(&Int::from(8_i64));
    }
    if !little {
        bytes.reverse();
    }
    Ok(crate::Bytes::from(bytes))
}

/// `int.from_bytes(bytes, byteorder, signed=signed)`.
///
/// # Errors
/// `ValueError`.
pub fn try_from_bytes(bytes: &[u8], byteorder: &str, signed: bool) -> Result<Int, Exception> {
    let mut bytes = bytes.to_vec();
    match byteorder {
        "little" => bytes.reverse(),
        "big" => {}
        _ => return Err(value_error("byteorder must be either 'little' or 'big'")),
    }
    let mut value = Int::ZERO;
    for &byte in &bytes {
        value = value.shl(&Int::from(8_i64)) + i64::from(byte);
    }
    if signed && bytes.first().is_some_and(|&byte| byte >= 0x80) {
        value -= Int::ONE.shl(&Int::from(8 * bytes.len() as i64));
    }
    Ok(value)
}
