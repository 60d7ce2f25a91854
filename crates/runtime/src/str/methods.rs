//! Padding, repeating, translating, encoding.

use super::Str;
use crate::bytes::{Bytes, encodings, escapes};
use crate::exc::{Exception, TypeError, UnicodeEncodeError, arg};
use crate::macros::raising_methods;

fn fill(count: i64, with: char) -> String {
    std::iter::repeat_n(with, usize::try_from(count).unwrap_or(0)).collect()
}

impl Str {
    /// `self * times`.
    #[must_use]
    pub fn repeat(&self, times: i64) -> Str {
        Str::from(self.as_str().repeat(usize::try_from(times).unwrap_or(0)))
    }

    /// `self.zfill(width)`.
    #[must_use]
    pub fn zfill(&self, width: i64) -> Str {
        let missing = width.saturating_sub(self.len());
        if missing <= 0 {
            return self.clone();
        }
        let signed = self.as_str().starts_with(['+', '-']);
        let (sign, rest) = self.as_str().split_at(usize::from(signed));
        Str::from(format!("{sign}{}{rest}", fill(missing, '0')))
    }

    /// `self.ljust(width)`.
    #[must_use]
    pub fn ljust(&self, width: i64) -> Str {
        self.padded(0, width.saturating_sub(self.len()), ' ')
    }

    /// `self.rjust(width)`.
    #[must_use]
    pub fn rjust(&self, width: i64) -> Str {
        self.padded(width.saturating_sub(self.len()), 0, ' ')
    }

    /// `self.center(width)`.
    #[must_use]
    pub fn center(&self, width: i64) -> Str {
        self.center_filled(width, ' ')
    }

    fn center_filled(&self, width: i64, with: char) -> Str {
        let missing = width.saturating_sub(self.len());
        if missing <= 0 {
            return self.clone();
        }
        let left = missing / 2 + (missing & width & 1);
        self.padded(left, missing - left, with)
    }

    fn padded(&self, left: i64, right: i64, with: char) -> Str {
        if left <= 0 && right <= 0 {
            return self.clone();
        }
        Str::from(format!("{}{self}{}", fill(left, with), fill(right, with)))
    }

    raising_methods! {
        /// `self.ljust(width, fill)`.
        fn try_ljust_with / ljust_with(&self, width: i64, fill: &str) -> Str {
            Ok(self.padded(0, width.saturating_sub(self.len()), one_char(fill)?))
        }

        /// `self.rjust(width, fill)`.
        fn try_rjust_with / rjust_with(&self, width: i64, fill: &str) -> Str {
            Ok(self.padded(width.saturating_sub(self.len()), 0, one_char(fill)?))
        }

        /// `self.center(width, fill)`.
        fn try_center_with / center_with(&self, width: i64, fill: &str) -> Str {
            Ok(self.center_filled(width, one_char(fill)?))
        }

        /// `self.encode(encoding, errors)`.
        fn try_encode / encode(&self, encoding: &str, errors: &str) -> Bytes { encode(self, encoding, errors) }
    }

    /// `self.expandtabs(size)`.
    #[must_use]
    pub fn expandtabs(&self, size: i64) -> Str {
        let mut out = String::with_capacity(self.as_str().len());
        let mut column = 0;
        for c in self.as_str().chars() {
            if c == '\t' {
                if size > 0 {
                    let missing = size - column % size;
                    out.push_str(&fill(missing, ' '));
                    column += missing;
                }
            } else {
                out.push(c);
                column = if matches!(c, '\n' | '\r') { 0 } else { column + 1 };
            }
        }
        Str::from(out)
    }

    /// The ends of `bytes(self, "utf-8")`.
    #[must_use]
    pub fn to_bytes(&self) -> Bytes {
        Bytes::from(self.as_bytes().to_vec())
    }
}

fn one_char(fill: &str) -> Result<char, Exception> {
    let mut chars = fill.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => Ok(c),
        _ => Err(Exception::new(TypeError, "The fill character must be exactly one character long")),
    }
}

fn encode(text: &Str, encoding: &str, errors: &str) -> Result<Bytes, Exception> {
    let name = encoding.to_ascii_lowercase().replace(['_', ' '], "-");
    let (limit, codec, range) = match name.as_str() {
        "utf-8" | "utf8" | "u8" => return Ok(text.to_bytes()),
        "ascii" | "us-ascii" | "646" => (0x80, "ascii", 128),
        "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" | "l1" => (0x100, "latin-1", 256),
        "utf-8-sig" => return Ok(Bytes::from(format!("\u{feff}{}", text.as_str()).into_bytes())),
        "unicode-escape" => return Ok(escapes::encode(text.as_str())),
        name => match encodings::units(name) {
            Some(units) => return Ok(encodings::encode(text.as_str(), units)),
            None => return Err(encodings::unknown(name, encoding)),
        },
    };
    let mut bytes = Vec::with_capacity(text.as_str().len());
    let chars: Vec<char> = text.as_str().chars().collect();
    let mut i = 0;
    while let Some(&c) = chars.get(i) {
        let code = u32::from(c);
        if code < limit {
            bytes.push(code as u8);
            i += 1;
            continue;
        }
        match errors {
            "ignore" => {}
            "replace" => bytes.push(b'?'),
            "backslashreplace" => {
                let escaped = match code {
                    0..=0xff => format!("\\x{code:02x}"),
                    0x100..=0xffff => format!("\\u{code:04x}"),
                    _ => format!("\\U{code:08x}"),
                };
                bytes.extend(escaped.bytes());
            }
            "xmlcharrefreplace" => bytes.extend(format!("&#{code};").bytes()),
            "namereplace" => crate::output::trap("names of characters are not known here"),
            // The latter two are for surrogates alone.
            "strict" | "surrogateescape" | "surrogatepass" => {
                let end = i + chars[i..].iter().take_while(|&&c| u32::from(c) >= limit).count();
                return Err(encode_error(text, codec, i, end, range, c));
            }
            _ => return Err(crate::bytes::unknown_handler(errors)),
        }
        i += 1;
    }
    Ok(Bytes::from(bytes))
}

fn encode_error(text: &Str, codec: &str, start: usize, end: usize, range: i32, c: char) -> Exception {
    let reason = format!("ordinal not in range({range})");
    let message = if end - start == 1 {
        let code = u32::from(c);
        let shown = match code {
            0..=0xff => format!("\\x{code:02x}"),
            0x100..=0xffff => format!("\\u{code:04x}"),
            _ => format!("\\U{code:08x}"),
        };
        format!("'{codec}' codec can't encode character '{shown}' in position {start}: {reason}")
    } else {
        format!("'{codec}' codec can't encode characters in position {start}-{}: {reason}", end - 1)
    };
    let args = vec![
        arg(&Str::from(codec)),
        arg(text),
        arg(&(start as i64)),
        arg(&(end as i64)),
        arg(&Str::from(reason)),
    ];
    Exception::with_text::<UnicodeEncodeError>(args, message)
}
