//! The encoding `unicode_escape`: text as it stands in a literal of Python, which programs use to read `\n` in what a user wrote.
//!
//! Source: `_PyUnicode_DecodeUnicodeEscapeInternal` and `PyUnicode_AsUnicodeEscapeString` of CPython 3.11.

use super::{Bytes, decode_error};
use crate::exc::Exception;
use crate::output::trap;
use crate::str::Str;

const CODEC: &str = "unicodeescape";

/// `bytes.decode("unicode_escape")`: other bytes are those of Latin-1.
pub(crate) fn decode(bytes: &Bytes, errors: &str) -> Result<Str, Exception> {
    let text = literal(bytes);
    if text.is_err() && errors != "strict" {
        trap("escapes that are none, left to a handler of errors");
    }
    text
}

fn literal(bytes: &Bytes) -> Result<Str, Exception> {
    let mut out = String::with_capacity(bytes.len() as usize);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let start = at;
        at += 1;
        if byte != b'\\' {
            out.push(char::from(byte));
            continue;
        }
        let Some(&escape) = bytes.get(at) else {
            return Err(decode_error(bytes, CODEC, start, at, "\\ at end of string"));
        };
        at += 1;
        let (n_digits, truncated) = match escape {
            b'\n' => continue,
            b'0'..=b'7' => {
                let digits = bytes[at - 1..].iter().take(3).take_while(|digit| matches!(digit, b'0'..=b'7'));
                let (n, code) =
                    digits.fold((0, 0), |(n, code), digit| (n + 1, code * 8 + u32::from(digit - b'0')));
                at += n - 1;
                if code > 0o377 {
                    invalid();
                }
                out.extend(char::from_u32(code));
                continue;
            }
            b'x' => (2, "truncated \\xXX escape"),
            b'u' => (4, "truncated \\uXXXX escape"),
            b'U' => (8, "truncated \\UXXXXXXXX escape"),
            b'N' => trap("names of characters are not known here"),
            other => {
                // CPython warns of it, at the line of the program.
                let Some(c) = simple(other) else {
                    trap("an invalid escape sequence in bytes that are decoded")
                };
                out.push(c);
                continue;
            }
        };
        let digits = bytes[at..].iter().take(n_digits).map_while(|&digit| char::from(digit).to_digit(16));
        let (n, code) = digits.fold((0, 0), |(n, code), digit| (n + 1, code << 4 | digit));
        at += n;
        if n < n_digits {
            return Err(decode_error(bytes, CODEC, start, at, truncated));
        }
        match char::from_u32(code) {
            Some(c) => out.push(c),
            None if code > 0x0010_ffff => {
                return Err(decode_error(bytes, CODEC, start, at, "illegal Unicode character"));
            }
            None => trap("a surrogate in a text"),
        }
    }
    Ok(Str::from(out))
}

/// CPython warns of such an escape, at the line of the program.
fn invalid() -> ! {
    trap("an invalid escape sequence in bytes that are decoded")
}

/// What the letter of an escape stands for.
fn simple(escape: u8) -> Option<char> {
    Some(match escape {
        b'\\' | b'\'' | b'"' => char::from(escape),
        b'a' => '\x07',
        b'b' => '\x08',
        b'f' => '\x0c',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'v' => '\x0b',
        _ => return None,
    })
}

/// `text.encode("unicode_escape")`.
pub(crate) fn encode(text: &str) -> Bytes {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match (c, u32::from(c)) {
            ('\\', _) => out.push_str("\\\\"),
            ('\t', _) => out.push_str("\\t"),
            ('\n', _) => out.push_str("\\n"),
            ('\r', _) => out.push_str("\\r"),
            (c, 0x20..=0x7e) => out.push(c),
            (_, code @ 0..=0xff) => out.push_str(&format!("\\x{code:02x}")),
            (_, code @ 0..=0xffff) => out.push_str(&format!("\\u{code:04x}")),
            (_, code) => out.push_str(&format!("\\U{code:08x}")),
        }
    }
    Bytes::from(out.into_bytes())
}
