//! `bytes`, `bytearray` and `memoryview`.

mod array;
pub(crate) mod encodings;
pub(crate) mod escapes;
pub(crate) mod exports;
mod methods;
mod view;

pub use array::ByteArray;
pub use methods::{Part, ord_bytes, try_ord_bytes};
pub use view::{Buffer, MemoryView};

use std::fmt::{self, Write};
use std::ops::{Add, Deref};
use std::rc::Rc;

use crate::Int;
use crate::exc::{Exception, IndexError, LookupError, UnicodeDecodeError, arg, type_error, value_error};
use crate::hash::{PyHash, of_bytes};
use crate::item::Item;
use crate::macros::raising_methods;
use crate::show::Repr;
use crate::slice::{Span, position};
use crate::str::Str;
use crate::truth::Truth;

/// Python's `bytes`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bytes(Rc<[u8]>);

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes(Rc::from(bytes))
    }
}

impl From<&[u8]> for Bytes {
    fn from(bytes: &[u8]) -> Self {
        Bytes(Rc::from(bytes))
    }
}

impl<const N: usize> From<&[u8; N]> for Bytes {
    fn from(bytes: &[u8; N]) -> Self {
        Bytes(Rc::from(&bytes[..]))
    }
}

impl Default for Bytes {
    fn default() -> Self {
        Bytes::from(Vec::new())
    }
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

/// A byte of a sequence of ints.
pub(crate) fn byte(item: i64, what: &str) -> Result<u8, Exception> {
    u8::try_from(item).map_err(|_| value_error(format!("{what} must be in range(0, 256)")))
}

impl Bytes {
    /// `bytes(count)`: zeros.
    ///
    /// # Errors
    /// `ValueError` for a negative count.
    pub fn try_zeros(count: i64) -> Result<Bytes, Exception> {
        let count = usize::try_from(count).map_err(|_| value_error("negative count"))?;
        Ok(Bytes::from(vec![0; count]))
    }

    /// `bytes(items)`.
    ///
    /// # Errors
    /// `ValueError` for an item that is no byte.
    pub fn try_from_ints(items: impl IntoIterator<Item = i64>) -> Result<Bytes, Exception> {
        let bytes: Result<Vec<u8>, Exception> = items.into_iter().map(|item| byte(item, "bytes")).collect();
        Ok(Bytes::from(bytes?))
    }

    /// `len(self)`.
    #[must_use]
    pub fn len(&self) -> i64 {
        self.0.len() as i64
    }

    /// `not self`.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Python's `self is other`.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    raising_methods! {
        /// `self[index]`.
        fn try_at / at(&self, index: i64) -> i64 {
            position(index, self.0.len())
                .map(|i| i64::from(self.0[i]))
                .ok_or_else(|| Exception::new(IndexError, "index out of range"))
        }

        /// `self[start:stop:step]`.
        fn try_slice_by / slice_by(&self, start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> Bytes {
            let span = Span::new(start, stop, step, self.0.len())?;
            Ok(Bytes::from(span.positions().map(|i| self.0[i]).collect::<Vec<u8>>()))
        }

        /// `int(self, base)`; a trap past 64 bits.
        fn try_parse_int / parse_int(&self, base: i64) -> i64 { Ok(self.try_parse_big_int(base)?.narrow()) }

        /// `int(self, base)`.
        fn try_parse_big_int / parse_big_int(&self, base: i64) -> Int {
            let message = |_| value_error(format!("invalid literal for int() with base {base}: {:?}", crate::py(self)));
            crate::int::try_big_parse_base(&latin(self), base).map_err(message)
        }

        /// `float(self)`.
        fn try_parse_float / parse_float(&self) -> f64 {
            let message = |_| value_error(format!("could not convert string to float: {:?}", crate::py(self)));
            crate::float::try_parse(&latin(self)).map_err(message)
        }

        /// `self.decode(encoding, errors)`.
        fn try_decode / decode(&self, encoding: &str, errors: &str) -> Str { decode(self, encoding, errors) }
    }

    /// `iter(self)`.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = i64> + ExactSizeIterator + Clone + use<> {
        let bytes = self.clone();
        (0..bytes.0.len()).map(move |i| i64::from(bytes.0[i]))
    }

    /// `self + other`.
    #[must_use]
    pub fn concat(&self, other: &[u8]) -> Bytes {
        Bytes::from([&self.0, other].concat())
    }

    /// `self * times`.
    #[must_use]
    pub fn repeat(&self, times: i64) -> Bytes {
        Bytes::from(self.0.repeat(usize::try_from(times).unwrap_or(0)))
    }
}

/// The bytes as characters that are no digits past ASCII.
fn latin(bytes: &Bytes) -> String {
    bytes.0.iter().map(|&byte| if byte.is_ascii() { char::from(byte) } else { '\u{fffd}' }).collect()
}

fn decode(bytes: &Bytes, encoding: &str, errors: &str) -> Result<Str, Exception> {
    let name = encoding.to_ascii_lowercase().replace(['_', ' '], "-");
    match name.as_str() {
        "utf-8" | "utf8" | "u8" => decode_utf8(bytes, errors),
        "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" | "l1" => Ok(Str::from(text_of(&bytes.0))),
        "ascii" | "us-ascii" | "646" => {
            let mut out = String::new();
            for (i, &byte) in bytes.0.iter().enumerate() {
                if byte < 0x80 {
                    out.push(char::from(byte));
                } else if errors == "strict" {
                    return Err(decode_error(bytes, "ascii", i, i + 1, "ordinal not in range(128)"));
                } else {
                    stand_in(&[byte], errors, &mut out)?;
                }
            }
            Ok(Str::from(out))
        }
        "utf-8-sig" => {
            let text = decode_utf8(bytes, errors)?;
            Ok(text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), Str::from))
        }
        "unicode-escape" => escapes::decode(bytes, errors),
        name => match encodings::units(name) {
            Some(units) => encodings::decode(bytes, units),
            None => Err(encodings::unknown(name, encoding)),
        },
    }
}

/// Each byte as the character of its number.
pub(crate) fn text_of(bytes: &[u8]) -> String {
    bytes.iter().map(|&byte| char::from(byte)).collect()
}

/// The bytes that [`text_of`] made characters of.
pub(crate) fn bytes_of(text: &str) -> Bytes {
    text.chars().map(|c| u32::from(c) as u8).collect::<Vec<u8>>().into()
}

fn decode_utf8(bytes: &Bytes, errors: &str) -> Result<Str, Exception> {
    let mut out = String::with_capacity(bytes.0.len());
    let mut at = 0;
    while at < bytes.0.len() {
        let error = match std::str::from_utf8(&bytes.0[at..]) {
            Ok(text) => {
                out.push_str(text);
                break;
            }
            Err(error) => error,
        };
        let start = at + error.valid_up_to();
        out.push_str(std::str::from_utf8(&bytes.0[at..start]).unwrap_or_default());
        let end = error.error_len().map_or(bytes.0.len(), |len| start + len);
        if errors == "strict" {
            let reason = match error.error_len() {
                None => "unexpected end of data",
                Some(_) if matches!(bytes.0[start], 0x80..=0xc1 | 0xf5..) => "invalid start byte",
                Some(_) => "invalid continuation byte",
            };
            return Err(decode_error(bytes, "utf-8", start, end, reason));
        }
        stand_in(&bytes.0[start..end], errors, &mut out)?;
        at = end;
    }
    Ok(Str::from(out))
}

/// What the error handler of this name (Library Reference, "codecs") writes for bytes that are no text.
fn stand_in(wrong: &[u8], errors: &str, out: &mut String) -> Result<(), Exception> {
    match errors {
        "ignore" => {}
        "replace" => out.push('\u{fffd}'),
        "backslashreplace" => wrong.iter().for_each(|byte| out.push_str(&format!("\\x{byte:02x}"))),
        "surrogateescape" | "surrogatepass" => crate::output::trap("a lone surrogate does not fit into text"),
        "xmlcharrefreplace" | "namereplace" => {
            return Err(type_error("don't know how to handle UnicodeDecodeError in error callback"));
        }
        _ => return Err(unknown_handler(errors)),
    }
    Ok(())
}

pub(crate) fn unknown_handler(errors: &str) -> Exception {
    Exception::new(LookupError, format!("unknown error handler name '{errors}'"))
}

fn decode_error(bytes: &Bytes, codec: &str, start: usize, end: usize, reason: &'static str) -> Exception {
    let message = if end - start == 1 {
        let byte = bytes.0[start];
        format!("'{codec}' codec can't decode byte 0x{byte:02x} in position {start}: {reason}")
    } else {
        format!("'{codec}' codec can't decode bytes in position {start}-{}: {reason}", end - 1)
    };
    let args = vec![
        arg(&Str::from(codec)),
        arg(bytes),
        arg(&(start as i64)),
        arg(&(end as i64)),
        arg(&Str::from(reason)),
    ];
    Exception::with_text::<UnicodeDecodeError>(args, message)
}

/// `b'…'`.
pub(crate) fn repr_bytes(f: &mut impl Write, bytes: &[u8]) -> fmt::Result {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { '"' } else { '\'' };
    write!(f, "b{quote}")?;
    for &byte in bytes {
        match byte {
            b'\t' => f.write_str("\\t")?,
            b'\n' => f.write_str("\\n")?,
            b'\r' => f.write_str("\\r")?,
            b'\\' => f.write_str("\\\\")?,
            byte if char::from(byte) == quote => write!(f, "\\{quote}")?,
            b' '..=b'~' => f.write_char(char::from(byte))?,
            byte => write!(f, "\\x{byte:02x}")?,
        }
    }
    f.write_char(quote)
}

impl Repr for Bytes {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        repr_bytes(f, &self.0)
    }
}

impl fmt::Debug for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.repr(f)
    }
}

impl PyHash for Bytes {
    fn py_hash(&self) -> i64 {
        of_bytes(&self.0)
    }
}

impl Truth for Bytes {
    fn truth(&self) -> bool {
        !self.0.is_empty()
    }
}

impl Add<&Bytes> for &Bytes {
    type Output = Bytes;

    fn add(self, other: &Bytes) -> Bytes {
        self.concat(other)
    }
}

impl IntoIterator for &Bytes {
    type Item = i64;
    type IntoIter = std::vec::IntoIter<i64>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter().collect::<Vec<i64>>().into_iter()
    }
}

// SAFETY: counts a reference; comparisons run no code of the program.
unsafe impl Item for Bytes {
    const PLAIN: bool = true;

    fn same(&self, other: &Self) -> bool {
        self.is(other)
    }
}

crate::slice::slice_method!(Bytes);

/// What `join` raises for item `at`, which is a `class` and no bytes.
#[cold]
#[must_use]
pub fn not_joinable(at: usize, class: &str) -> crate::Exception {
    crate::exc::type_error(format!("sequence item {at}: expected a bytes-like object, {class} found"))
}
