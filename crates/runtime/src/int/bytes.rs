//! `int.to_bytes`, `int.from_bytes`, `int.as_integer_ratio`.

use super::Int;
use crate::bytes::{Bytes, Part};
use crate::exc::{Exception, OverflowError, value_error};
use crate::macros::{raising_fns, raising_methods};

fn is_little(byteorder: &str) -> Result<bool, Exception> {
    match byteorder {
        "little" => Ok(true),
        "big" => Ok(false),
        _ => Err(value_error("byteorder must be either 'little' or 'big'")),
    }
}

impl Int {
    raising_methods! {
        /// `self.to_bytes(length, byteorder, signed=signed)`.
        fn try_to_bytes / to_bytes(&self, length: i64, byteorder: &str, signed: bool) -> Bytes {
            let little = is_little(byteorder)?;
            let Ok(length) = usize::try_from(length) else {
                return Err(value_error("length argument must be non-negative"));
            };
            let is_negative = self.signum() < 0;
            if is_negative && !signed {
                return Err(Exception::new(OverflowError, "can't convert negative int to unsigned"));
            }
            let bits = if is_negative { (!self).bit_length() } else { self.bit_length() } + i64::from(signed);
            if bits > 8 * length as i64 && self.signum() != 0 {
                return Err(Exception::new(OverflowError, "int too big to convert"));
            }
            let mut bytes = Vec::with_capacity(length);
            let mut rest = self.clone();
            for _ in 0..length {
                bytes.push((&rest & 0xff).to_i64().unwrap_or(0) as u8);
                rest = rest.shr(&Int::from(8_i64));
            }
            if !little {
                bytes.reverse();
            }
            Ok(Bytes::from(bytes))
        }
    }

    /// `self.as_integer_ratio()`.
    #[must_use]
    pub fn as_integer_ratio(&self) -> (Int, i64) {
        (self.clone(), 1)
    }
}

/// `a.as_integer_ratio()`.
#[must_use]
pub fn as_integer_ratio(a: i64) -> (i64, i64) {
    (a, 1)
}

/// The number that `bytes`, highest first, stand for.
pub(crate) fn of_bytes(bytes: &[u8], signed: bool) -> Int {
    let mut value = Int::ZERO;
    for &byte in bytes {
        value = value.shl(&Int::from(8_i64)) + i64::from(byte);
    }
    if signed && bytes.first().is_some_and(|&byte| byte >= 0x80) {
        value -= Int::ONE.shl(&Int::from(8 * bytes.len() as i64));
    }
    value
}

raising_fns! {
    /// `a.to_bytes(length, byteorder, signed=signed)`.
    fn try_to_bytes / to_bytes(a: i64, length: i64, byteorder: &str, signed: bool) -> Bytes {
        Int::from(a).try_to_bytes(length, byteorder, signed)
    }

    /// `int.from_bytes(bytes, byteorder, signed=signed)`.
    fn try_from_bytes / from_bytes[P: Part](bytes: &P, byteorder: &str, signed: bool) -> Int {
        let mut bytes = bytes.part()?.into_owned();
        if is_little(byteorder)? {
            bytes.reverse();
        }
        Ok(of_bytes(&bytes, signed))
    }
}
