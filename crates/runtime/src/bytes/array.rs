//! `bytearray`: a list of bytes.

use std::fmt;

use super::{Bytes, byte, repr_bytes};
use crate::exc::{Exception, IndexError};
use crate::item::Item;
use crate::list::{List, ListIter};
use crate::macros::raising_methods;
use crate::show::Repr;
use crate::str::Str;
use crate::truth::Truth;

/// Python's `bytearray`.
#[derive(Clone)]
pub struct ByteArray(List<u8>);

impl Default for ByteArray {
    fn default() -> Self {
        ByteArray(List::new())
    }
}

impl From<&[u8]> for ByteArray {
    fn from(bytes: &[u8]) -> Self {
        ByteArray(List::from(bytes))
    }
}

impl From<&Bytes> for ByteArray {
    fn from(bytes: &Bytes) -> Self {
        ByteArray(List::from(&**bytes))
    }
}

fn renamed(error: Exception) -> Exception {
    if error.is::<IndexError>() { Exception::new(IndexError, "bytearray index out of range") } else { error }
}

impl ByteArray {
    /// `bytearray()`.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// `bytes(self)`.
    #[must_use]
    pub fn to_bytes(&self) -> Bytes {
        Bytes::from(self.0.to_vec())
    }

    /// `len(self)`.
    #[must_use]
    pub fn len(&self) -> i64 {
        self.0.len()
    }

    /// `not self`.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Python's `self is other`.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.0.is(&other.0)
    }

    raising_methods! {
        /// `self[index]`.
        fn try_at / at(&self, index: i64) -> i64 { self.0.try_at(index).map(i64::from).map_err(renamed) }

        /// `self[index] = item`.
        fn try_set / set(&self, index: i64, item: i64) -> () {
            self.0.try_set(index, byte(item, "byte")?).map_err(renamed)
        }

        /// `self.append(item)`.
        fn try_append / append(&self, item: i64) -> () {
            self.0.append(byte(item, "byte")?);
            Ok(())
        }

        /// `self.pop()`.
        fn try_pop / pop(&self) -> i64 {
            self.0.try_pop().map(i64::from).map_err(|_| Exception::new(IndexError, "pop from empty bytearray"))
        }

        /// `self[start:stop:step]`.
        fn try_slice / slice(&self, start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> ByteArray {
            self.0.try_slice(start, stop, step).map(ByteArray)
        }

        /// `self.decode(encoding, errors)`.
        fn try_decode / decode(&self, encoding: &str, errors: &str) -> Str { self.to_bytes().try_decode(encoding, errors) }
    }

    /// `self.extend(bytes)`, `self += bytes`.
    pub fn extend(&self, bytes: &[u8]) {
        self.0.extend(bytes.iter().copied());
    }

    /// `self.clear()`.
    pub fn clear(&self) {
        self.0.clear();
    }

    /// `self.reverse()`.
    pub fn reverse(&self) {
        self.0.reverse();
    }

    /// `iter(self)`.
    pub fn iter(&self) -> impl Iterator<Item = i64> + use<> {
        self.0.iter().map(i64::from)
    }
}

impl IntoIterator for &ByteArray {
    type Item = i64;
    type IntoIter = std::iter::Map<ListIter<u8>, fn(u8) -> i64>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().map(i64::from)
    }
}

impl PartialEq for ByteArray {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl PartialEq<Bytes> for ByteArray {
    fn eq(&self, other: &Bytes) -> bool {
        self.to_bytes() == *other
    }
}

impl Truth for ByteArray {
    fn truth(&self) -> bool {
        !self.0.is_empty()
    }
}

impl Repr for ByteArray {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytearray(")?;
        repr_bytes(f, &self.0.to_vec())?;
        f.write_str(")")
    }
}

// SAFETY: counts a reference.
unsafe impl Item for ByteArray {
    fn same(&self, other: &Self) -> bool {
        self.is(other)
    }
}
