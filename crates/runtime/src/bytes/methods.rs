//! Methods of `bytes` that those of `str` mirror.

use super::Bytes;
use crate::exc::{Exception, value_error};
use crate::list::List;
use crate::macros::raising_methods;
use crate::str::Str;

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    if part.is_empty() {
        return Some(0);
    }
    text.windows(part.len()).position(|window| window == part)
}

impl Bytes {
    /// `part in self`.
    #[must_use]
    pub fn contains(&self, part: &[u8]) -> bool {
        find(self, part).is_some()
    }

    /// `item in self`.
    #[must_use]
    pub fn contains_byte(&self, item: i64) -> bool {
        u8::try_from(item).is_ok_and(|byte| self.0.contains(&byte))
    }

    /// `self.find(part)`.
    #[must_use]
    pub fn find(&self, part: &[u8]) -> i64 {
        find(self, part).map_or(-1, |at| at as i64)
    }

    /// `self.startswith(prefix)`.
    #[must_use]
    pub fn startswith(&self, prefix: &[u8]) -> bool {
        self.0.starts_with(prefix)
    }

    /// `self.endswith(suffix)`.
    #[must_use]
    pub fn endswith(&self, suffix: &[u8]) -> bool {
        self.0.ends_with(suffix)
    }

    /// `self.hex()`.
    #[must_use]
    pub fn hex(&self) -> Str {
        Str::from(self.0.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
    }

    raising_methods! {
        /// `self.split(separator)`.
        fn try_split / split(&self, separator: &[u8]) -> List<Bytes> {
            if separator.is_empty() {
                return Err(value_error("empty separator"));
            }
            let (mut rest, parts) = (&self.0[..], List::new());
            while let Some(at) = find(rest, separator) {
                parts.append(Bytes::from(&rest[..at]));
                rest = &rest[at + separator.len()..];
            }
            parts.append(Bytes::from(rest));
            Ok(parts)
        }
    }

    /// `self.join(parts)`.
    #[must_use]
    pub fn join(&self, parts: impl IntoIterator<Item = Bytes>) -> Bytes {
        let parts: Vec<Bytes> = parts.into_iter().collect();
        let parts: Vec<&[u8]> = parts.iter().map(|part| &**part).collect();
        Bytes::from(parts.join(&**self))
    }

    /// `bytes.fromhex(text)`.
    ///
    /// # Errors
    /// `ValueError`.
    pub fn try_fromhex(text: &str) -> Result<Bytes, Exception> {
        let mut bytes = Vec::new();
        let mut chars = text.chars().enumerate().filter(|(_, c)| !c.is_ascii_whitespace()).peekable();
        let bad = |at: usize| {
            value_error(format!("non-hexadecimal number found in fromhex() arg at position {at}"))
        };
        while let Some((at, high)) = chars.next() {
            let high = high.to_digit(16).ok_or_else(|| bad(at))?;
            let (next, low) = chars.next().ok_or_else(|| bad(at + 1))?;
            if next != at + 1 {
                return Err(bad(at + 1));
            }
            let low = low.to_digit(16).ok_or_else(|| bad(next))?;
            bytes.push((high * 16 + low) as u8);
        }
        Ok(Bytes::from(bytes))
    }
}
