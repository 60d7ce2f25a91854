//! Encodings of text beside UTF-8, ASCII and Latin-1: of two and four bytes a unit. Others that CPython knows end in a
//! trap, so that a `LookupError` is raised for those alone that it does not know either.

use super::{Bytes, decode_error};
use crate::exc::{Exception, LookupError};
use crate::output::trap;
use crate::str::Str;

/// How units of several bytes are stored.
#[derive(Clone, Copy)]
pub(crate) struct Units {
    /// Bytes a unit: two or four.
    size: usize,
    is_big: bool,
    /// Whether a mark at the beginning says which end comes first.
    has_mark: bool,
}

/// What `name`, in small letters and with hyphens, stands for.
pub(crate) fn units(name: &str) -> Option<Units> {
    let units = |size, is_big, has_mark| Some(Units { size, is_big, has_mark });
    match name {
        "utf-16" | "utf16" | "u16" => units(2, false, true),
        "utf-16-le" | "utf-16le" => units(2, false, false),
        "utf-16-be" | "utf-16be" => units(2, true, false),
        "utf-32" | "utf32" | "u32" => units(4, false, true),
        "utf-32-le" | "utf-32le" => units(4, false, false),
        "utf-32-be" | "utf-32be" => units(4, true, false),
        _ => None,
    }
}

/// What begins the names of encodings that CPython has besides.
const OTHERS: [&str; 38] = [
    "base64",
    "base-64",
    "big5",
    "bz2",
    "charmap",
    "cp",
    "cs",
    "ebcdic",
    "euc",
    "gb",
    "hex",
    "hp",
    "hz",
    "ibm",
    "idna",
    "iso",
    "johab",
    "koi8",
    "korean",
    "ks",
    "kz",
    "latin",
    "mac",
    "mbcs",
    "ms",
    "oem",
    "palmos",
    "ptcp",
    "punycode",
    "quopri",
    "raw-unicode",
    "rot",
    "shift",
    "sjis",
    "tis",
    "utf-7",
    "windows",
    "zlib",
];

/// An encoding that is not here.
pub(crate) fn unknown(name: &str, encoding: &str) -> Exception {
    if OTHERS.iter().any(|other| name.starts_with(other)) || name.contains("escape") {
        trap("this encoding");
    }
    Exception::new(LookupError, format!("unknown encoding: {encoding}"))
}

/// `text` in such units.
pub(crate) fn encode(text: &str, units: Units) -> Bytes {
    let mut out = Vec::with_capacity(text.len() * units.size);
    let mut push = |unit: u32| match (units.size, units.is_big) {
        (2, false) => out.extend((unit as u16).to_le_bytes()),
        (2, true) => out.extend((unit as u16).to_be_bytes()),
        (_, false) => out.extend(unit.to_le_bytes()),
        (_, true) => out.extend(unit.to_be_bytes()),
    };
    if units.has_mark {
        push(0xfeff);
    }
    if units.size == 2 {
        text.encode_utf16().for_each(|unit| push(u32::from(unit)));
    } else {
        text.chars().for_each(|c| push(u32::from(c)));
    }
    Bytes::from(out)
}

/// The text of such units.
pub(crate) fn decode(bytes: &Bytes, units: Units) -> Result<Str, Exception> {
    let mut is_big = units.is_big;
    let whole = bytes.len() as usize / units.size * units.size;
    let read = |is_big: bool| {
        bytes[..whole].chunks_exact(units.size).map(move |chunk| {
            let value = |value: u32, &byte: &u8| value << 8 | u32::from(byte);
            if is_big { chunk.iter().fold(0, value) } else { chunk.iter().rev().fold(0, value) }
        })
    };
    let mut n_marks = 0;
    if units.has_mark {
        match read(false).next() {
            Some(0xfeff) => n_marks = 1,
            Some(0xfffe) if units.size == 2 => (is_big, n_marks) = (true, 1),
            Some(0xfffe_0000) if units.size == 4 => (is_big, n_marks) = (true, 1),
            _ => {}
        }
    }
    let read = read(is_big).skip(n_marks);
    let text: Option<String> = if units.size == 2 {
        char::decode_utf16(read.map(|unit| unit as u16)).collect::<Result<_, _>>().ok()
    } else {
        read.map(char::from_u32).collect()
    };
    let Some(text) = text else { trap("bytes that are no text in this encoding") };
    if whole < bytes.len() as usize {
        let codec = match (units.size, is_big) {
            (2, false) => "utf-16-le",
            (2, true) => "utf-16-be",
            (_, false) => "utf-32-le",
            (_, true) => "utf-32-be",
        };
        return Err(decode_error(bytes, codec, whole, bytes.len() as usize, "truncated data"));
    }
    Ok(Str::from(text))
}
