//! `base64` and `binascii`: bytes as text.

use crate::bytes::{Bytes, Part};
use crate::exc::Exception;
use crate::macros::raising_fns;

const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn encoded(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let at = |i: usize| u32::from(chunk.get(i).copied().unwrap_or(0));
        let word = at(0) << 16 | at(1) << 8 | at(2);
        for i in 0..4 {
            let digit = STANDARD[(word >> (18 - 6 * i) & 63) as usize];
            out.push(if i <= chunk.len() { digit } else { b'=' });
        }
    }
    out
}

/// What is no digit of the alphabet is passed over, as CPython does unless told to validate.
fn decoded(bytes: &[u8]) -> Result<Vec<u8>, Exception> {
    let (mut out, mut word, mut n_digits, mut n_pads) = (Vec::new(), 0_u32, 0, 0);
    for &byte in bytes {
        if byte == b'=' {
            n_pads += 1;
            if n_digits % 4 >= 2 && n_digits % 4 + n_pads >= 4 {
                return Ok(out);
            }
            continue;
        }
        let Some(digit) = STANDARD.iter().position(|known| *known == byte) else { continue };
        n_pads = 0;
        word = word << 6 | digit as u32;
        n_digits += 1;
        match n_digits % 4 {
            2 => out.push((word >> 4) as u8),
            3 => out.push((word >> 2) as u8),
            0 => out.push(word as u8),
            _ => {}
        }
    }
    match n_digits % 4 {
        0 => Ok(out),
        1 => Err(error(&format!(
            "Invalid base64-encoded string: number of data characters ({n_digits}) cannot be 1 more than a multiple of 4"
        ))),
        _ => Err(error("Incorrect padding")),
    }
}

fn error(message: &str) -> Exception {
    Exception::new(crate::exc::BinasciiError, message.to_owned())
}

fn swapped(bytes: &[u8], from: [u8; 2], to: [u8; 2]) -> Vec<u8> {
    let swap = |&byte: &u8| {
        if byte == from[0] {
            to[0]
        } else if byte == from[1] {
            to[1]
        } else {
            byte
        }
    };
    bytes.iter().map(swap).collect()
}

fn hex(bytes: &[u8], is_upper: bool) -> Bytes {
    let digit = |&byte: &u8| if is_upper { format!("{byte:02X}") } else { format!("{byte:02x}") };
    Bytes::from(bytes.iter().map(digit).collect::<String>().into_bytes())
}

raising_fns! {
    /// `base64.b64encode(bytes)`.
    fn try_b64encode / b64encode[P: Part](bytes: &P) -> Bytes { Ok(Bytes::from(encoded(&bytes.part()?))) }

    /// `base64.b64decode(bytes)`.
    fn try_b64decode / b64decode[P: Part](bytes: &P) -> Bytes { decoded(&bytes.part()?).map(Bytes::from) }

    /// `base64.b64decode(text)`.
    fn try_b64decode_text / b64decode_text(text: &str) -> Bytes { decoded(text.as_bytes()).map(Bytes::from) }

    /// `base64.urlsafe_b64encode(bytes)`.
    fn try_urlsafe_b64encode / urlsafe_b64encode[P: Part](bytes: &P) -> Bytes {
        Ok(Bytes::from(swapped(&encoded(&bytes.part()?), *b"+/", *b"-_")))
    }

    /// `base64.urlsafe_b64decode(bytes)`.
    fn try_urlsafe_b64decode / urlsafe_b64decode[P: Part](bytes: &P) -> Bytes {
        decoded(&swapped(&bytes.part()?, *b"-_", *b"+/")).map(Bytes::from)
    }

    /// `base64.b16encode(bytes)`.
    fn try_b16encode / b16encode[P: Part](bytes: &P) -> Bytes { Ok(hex(&bytes.part()?, true)) }

    /// `binascii.hexlify(bytes)`.
    fn try_hexlify / hexlify[P: Part](bytes: &P) -> Bytes { Ok(hex(&bytes.part()?, false)) }

    /// `binascii.crc32(bytes)`, `zlib.crc32(bytes)`.
    fn try_crc32 / crc32[P: Part](bytes: &P) -> i64 {
        let mut crc = u32::MAX;
        for &byte in bytes.part()?.iter() {
            crc ^= u32::from(byte);
            for _ in 0..8 {
                crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
            }
        }
        Ok(i64::from(!crc))
    }
}
