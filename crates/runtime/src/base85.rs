//! `base64.a85encode`, `b85encode` and their kin: four bytes as five digits.
//!
//! Source: `Lib/base64.py` of 3.11.

use crate::base64::Encoded;
use crate::bytes::{Bytes, Part};
use crate::exc::value_error;
use crate::macros::raising_fns;

const BASE85: &[u8; 85] =
    b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";

/// The digits of one word.
fn digits(word: u32, digit: &impl Fn(u8) -> u8) -> [u8; 5] {
    let mut digits = [0; 5];
    let mut rest = word;
    for place in digits.iter_mut().rev() {
        *place = digit((rest % 85) as u8);
        rest /= 85;
    }
    digits
}

/// Words of which some have a letter of their own; the digits of the last are cut as its bytes are, unless it is padded.
fn encoded(
    bytes: &[u8],
    is_padded: bool,
    letter: impl Fn(u32) -> Option<u8>,
    digit: impl Fn(u8) -> u8,
) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len().div_ceil(4) * 5);
    for chunk in bytes.chunks(4) {
        let mut whole = [0; 4];
        whole[..chunk.len()].copy_from_slice(chunk);
        let word = u32::from_be_bytes(whole);
        let n_missing = if is_padded { 0 } else { 4 - chunk.len() };
        match letter(word) {
            // What is cut has its digits.
            Some(letter) if n_missing == 0 => out.push(letter),
            _ => out.extend_from_slice(&digits(word, &digit)[..5 - n_missing]),
        }
    }
    out
}

fn word_of(digits: &[u8], value: impl Fn(u8) -> u8) -> Option<[u8; 4]> {
    let word = digits.iter().fold(0_u64, |word, digit| 85 * word + u64::from(value(*digit)));
    u32::try_from(word).ok().map(u32::to_be_bytes)
}

/// Lines of `wrapcol` characters.
fn wrapped(text: &[u8], wrapcol: i64, is_adobe: bool) -> Vec<u8> {
    let width = usize::try_from(wrapcol).unwrap_or(0).max(if is_adobe { 2 } else { 1 });
    let mut lines: Vec<&[u8]> = text.chunks(width).collect();
    if is_adobe && lines.last().is_some_and(|last| last.len() + 2 > width) {
        lines.push(b"");
    }
    lines.join(&b'\n')
}

raising_fns! {
    /// `base64.a85encode(bytes, foldspaces=…, wrapcol=…, pad=…, adobe=…)`.
    fn try_a85encode / a85encode[P: Part](
        bytes: &P,
        foldspaces: bool,
        wrapcol: i64,
        pad: bool,
        adobe: bool,
    ) -> Bytes {
        let letter = |word| match word {
            0 => Some(b'z'),
            0x2020_2020 if foldspaces => Some(b'y'),
            _ => None,
        };
        let mut text = encoded(&bytes.part()?, pad, letter, |digit| digit + b'!');
        if adobe {
            text.splice(0..0, *b"<~");
        }
        if wrapcol != 0 {
            text = wrapped(&text, wrapcol, adobe);
        }
        if adobe {
            text.extend_from_slice(b"~>");
        }
        Ok(Bytes::from(text))
    }

    /// `base64.a85decode(text, foldspaces=…, adobe=…)`.
    fn try_a85decode / a85decode[T: Encoded + ?Sized](text: &T, foldspaces: bool, adobe: bool) -> Bytes {
        let text = text.encoded()?;
        let mut digits = &*text;
        if adobe {
            digits = digits
                .strip_suffix(b"~>")
                .ok_or_else(|| value_error("Ascii85 encoded byte sequences must end with b'~>'"))?;
            digits = digits.strip_prefix(b"<~").unwrap_or(digits);
        }
        let mut out = Vec::new();
        let mut word = Vec::new();
        for &byte in digits.iter().chain(b"uuuu") {
            match byte {
                b'!'..=b'u' => {
                    word.push(byte);
                    if word.len() == 5 {
                        let bytes = word_of(&word, |digit| digit - b'!');
                        out.extend(bytes.ok_or_else(|| value_error("Ascii85 overflow"))?);
                        word.clear();
                    }
                }
                b'z' | b'y' if byte == b'z' || foldspaces => {
                    if !word.is_empty() {
                        return Err(value_error(format!("{} inside Ascii85 5-tuple", char::from(byte))));
                    }
                    out.extend([if byte == b'z' { 0 } else { b' ' }; 4]);
                }
                b' ' | b'\t' | b'\n' | b'\r' | 0xb => {}
                _ => return Err(value_error(format!("Non-Ascii85 digit found: {}", char::from(byte)))),
            }
        }
        out.truncate(out.len() - (4 - word.len()).min(out.len()));
        Ok(Bytes::from(out))
    }

    /// `base64.b85encode(bytes, pad)`.
    fn try_b85encode / b85encode[P: Part](bytes: &P, pad: bool) -> Bytes {
        let digit = |digit: u8| BASE85[usize::from(digit)];
        Ok(Bytes::from(encoded(&bytes.part()?, pad, |_| None, digit)))
    }

    /// `base64.b85decode(text)`.
    fn try_b85decode / b85decode[T: Encoded + ?Sized](text: &T) -> Bytes {
        let mut text = text.encoded()?.into_owned();
        let n_missing = (5 - text.len() % 5) % 5;
        text.extend(std::iter::repeat_n(b'~', n_missing));
        let value = |digit: u8| BASE85.iter().position(|known| *known == digit).map(|at| at as u8);
        let mut out = Vec::new();
        for (i, chunk) in text.chunks(5).enumerate() {
            if let Some(at) = chunk.iter().position(|digit| value(*digit).is_none()) {
                return Err(value_error(format!("bad base85 character at position {}", 5 * i + at)));
            }
            let bytes = word_of(chunk, |digit| value(digit).unwrap_or_default());
            let overflow = || value_error(format!("base85 overflow in hunk starting at byte {}", 5 * i));
            out.extend(bytes.ok_or_else(overflow)?);
        }
        out.truncate(out.len() - n_missing);
        Ok(Bytes::from(out))
    }
}
