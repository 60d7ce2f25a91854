//! `base64`, `binascii`, and the checksums of `zlib`: bytes as text and as numbers.

use std::borrow::Cow;

use crate::bytes::{ByteArray, Bytes, MemoryView, Part};
use crate::exc::{Exception, value_error};
use crate::macros::raising_fns;
use crate::str::Str;

const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// How many bytes a line of `base64.encodebytes` holds.
const BYTES_OF_A_LINE: usize = 57;

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

/// What is decoded: bytes, or text of ASCII characters.
pub trait Encoded {
    /// Its bytes.
    ///
    /// # Errors
    /// `ValueError` where a character is none of ASCII's.
    fn encoded(&self) -> Result<Cow<'_, [u8]>, Exception>;
}

impl Encoded for str {
    fn encoded(&self) -> Result<Cow<'_, [u8]>, Exception> {
        if self.is_ascii() {
            Ok(Cow::Borrowed(self.as_bytes()))
        } else {
            Err(value_error("string argument should contain only ASCII characters"))
        }
    }
}

impl Encoded for Str {
    fn encoded(&self) -> Result<Cow<'_, [u8]>, Exception> {
        self.as_str().encoded()
    }
}

impl Encoded for Bytes {
    fn encoded(&self) -> Result<Cow<'_, [u8]>, Exception> {
        Ok(Cow::Owned(self.part()?.to_vec()))
    }
}

impl Encoded for MemoryView {
    fn encoded(&self) -> Result<Cow<'_, [u8]>, Exception> {
        self.part()
    }
}

impl Encoded for ByteArray {
    fn encoded(&self) -> Result<Cow<'_, [u8]>, Exception> {
        Ok(Cow::Owned(self.part()?.to_vec()))
    }
}

/// Pairs of hexadecimal digits; `what` is said of anything else.
fn from_hex(digits: &[u8], lower: bool, what: &str) -> Result<Bytes, Exception> {
    let value = |byte: u8| match byte {
        b'a'..=b'f' if !lower => None,
        byte => char::from(byte).to_digit(16),
    };
    if digits.len() % 2 == 1 {
        return Err(error("Odd-length string"));
    }
    let byte = |pair: &[u8]| Some((value(pair[0])? << 4 | value(pair[1])?) as u8);
    let bytes: Option<Vec<u8>> = digits.chunks_exact(2).map(byte).collect();
    bytes.map(Bytes::from).ok_or_else(|| error(what))
}

const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The digits of `b32hexencode`.
const BASE32_HEX: &[u8; 32] = b"0123456789ABCDEFGHIJKLMNOPQRSTUV";

fn base32(bytes: &[u8], alphabet: &[u8; 32]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len().div_ceil(5) * 8);
    for chunk in bytes.chunks(5) {
        let mut whole = [0; 8];
        whole[3..3 + chunk.len()].copy_from_slice(chunk);
        let word = u64::from_be_bytes(whole);
        let n_digits = (8 * chunk.len()).div_ceil(5);
        out.extend(
            (0..8).map(|i| if i < n_digits { alphabet[(word >> (35 - 5 * i) & 31) as usize] } else { b'=' }),
        );
    }
    out
}

fn from_base32(text: &[u8], alphabet: &[u8; 32], casefold: bool) -> Result<Vec<u8>, Exception> {
    let n_digits = text.iter().rposition(|byte| *byte != b'=').map_or(0, |at| at + 1);
    if !text.len().is_multiple_of(8) {
        return Err(error("Incorrect padding"));
    }
    let mut out = Vec::new();
    for digits in text[..n_digits].chunks(8) {
        let mut word = 0_u64;
        for digit in digits {
            let digit = if casefold { digit.to_ascii_uppercase() } else { *digit };
            let digit = alphabet.iter().position(|known| *known == digit);
            word = word << 5 | digit.ok_or_else(|| error("Non-base32 digit found"))? as u64;
        }
        word <<= 5 * (8 - digits.len());
        out.extend(word.to_be_bytes()[3..].iter().take(5 * digits.len() / 8));
    }
    match text.len() - n_digits {
        0 | 1 | 3 | 4 | 6 => Ok(out),
        _ => Err(error("Incorrect padding")),
    }
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

    /// `base64.b64decode(text)`, `binascii.a2b_base64(text)`.
    fn try_b64decode / b64decode[T: Encoded + ?Sized](text: &T) -> Bytes {
        decoded(&text.encoded()?).map(Bytes::from)
    }

    /// `base64.encodebytes(bytes)`.
    fn try_encodebytes / encodebytes[P: Part](bytes: &P) -> Bytes {
        let bytes = bytes.part()?;
        let lines = bytes.chunks(BYTES_OF_A_LINE).flat_map(|line| [encoded(line), b"\n".to_vec()].concat());
        Ok(Bytes::from(lines.collect::<Vec<u8>>()))
    }

    /// `base64.decodebytes(bytes)`.
    fn try_decodebytes / decodebytes[P: Part](bytes: &P) -> Bytes { decoded(&bytes.part()?).map(Bytes::from) }

    /// `binascii.b2a_base64(bytes, newline=has_newline)`.
    fn try_b2a_base64 / b2a_base64[P: Part](bytes: &P, has_newline: bool) -> Bytes {
        let mut line = encoded(&bytes.part()?);
        if has_newline {
            line.push(b'\n');
        }
        Ok(Bytes::from(line))
    }

    /// `base64.b16decode(text)`.
    fn try_b16decode / b16decode[T: Encoded + ?Sized](text: &T, casefold: bool) -> Bytes {
        from_hex(&text.encoded()?, casefold, "Non-base16 digit found")
    }

    /// `binascii.unhexlify(text)`.
    fn try_unhexlify / unhexlify[T: Encoded + ?Sized](text: &T) -> Bytes {
        from_hex(&text.encoded()?, true, "Non-hexadecimal digit found")
    }

    /// `base64.b32encode(bytes)`.
    fn try_b32encode / b32encode[P: Part](bytes: &P) -> Bytes { Ok(Bytes::from(base32(&bytes.part()?, BASE32))) }

    /// `base64.b32decode(text)`.
    fn try_b32decode / b32decode[T: Encoded + ?Sized](text: &T, casefold: bool) -> Bytes {
        from_base32(&text.encoded()?, BASE32, casefold).map(Bytes::from)
    }

    /// `base64.b32hexencode(bytes)`.
    fn try_b32hexencode / b32hexencode[P: Part](bytes: &P) -> Bytes {
        Ok(Bytes::from(base32(&bytes.part()?, BASE32_HEX)))
    }

    /// `base64.b32hexdecode(text)`.
    fn try_b32hexdecode / b32hexdecode[T: Encoded + ?Sized](text: &T, casefold: bool) -> Bytes {
        from_base32(&text.encoded()?, BASE32_HEX, casefold).map(Bytes::from)
    }

    /// `zlib.adler32(bytes, before)`.
    fn try_adler32 / adler32[P: Part](bytes: &P, before: i64) -> i64 {
        let (mut low, mut high) = (before & 0xffff, before >> 16 & 0xffff);
        for &byte in bytes.part()?.iter() {
            low = (low + i64::from(byte)) % 65_521;
            high = (high + low) % 65_521;
        }
        Ok(high << 16 | low)
    }

    /// `base64.urlsafe_b64encode(bytes)`.
    fn try_urlsafe_b64encode / urlsafe_b64encode[P: Part](bytes: &P) -> Bytes {
        Ok(Bytes::from(swapped(&encoded(&bytes.part()?), *b"+/", *b"-_")))
    }

    /// `base64.urlsafe_b64decode(bytes)`.
    fn try_urlsafe_b64decode / urlsafe_b64decode[T: Encoded + ?Sized](text: &T) -> Bytes {
        decoded(&swapped(&text.encoded()?, *b"-_", *b"+/")).map(Bytes::from)
    }

    /// `base64.b16encode(bytes)`.
    fn try_b16encode / b16encode[P: Part](bytes: &P) -> Bytes { Ok(hex(&bytes.part()?, true)) }

    /// `binascii.hexlify(bytes)`.
    fn try_hexlify / hexlify[P: Part](bytes: &P) -> Bytes { Ok(hex(&bytes.part()?, false)) }

    /// `binascii.crc_hqx(bytes, before)`.
    fn try_crc_hqx / crc_hqx[P: Part](bytes: &P, before: i64) -> i64 {
        let mut crc = before as u16;
        for &byte in bytes.part()?.iter() {
            crc ^= u16::from(byte) << 8;
            for _ in 0..8 {
                crc = if crc >> 15 == 1 { crc << 1 ^ 0x1021 } else { crc << 1 };
            }
        }
        Ok(i64::from(crc))
    }

    /// `binascii.crc32(bytes, before)`, `zlib.crc32(bytes, before)`.
    fn try_crc32 / crc32[P: Part](bytes: &P, before: i64) -> i64 {
        let mut crc = !(before as u32);
        for &byte in bytes.part()?.iter() {
            crc ^= u32::from(byte);
            for _ in 0..8 {
                crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
            }
        }
        Ok(i64::from(!crc))
    }
}
