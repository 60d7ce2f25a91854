//! `bytearray`: a list of bytes.

use std::fmt;

use super::{Bytes, Part, byte, exports, repr_bytes};
use crate::exc::{BufferError, Exception, IndexError, TypeError, value_error};
use crate::hash::PyHash;
use crate::int::Int;
use crate::item::Item;
use crate::list::{List, ListIter};
use crate::macros::raising_methods;
use crate::show::Repr;
use crate::slice::Span;
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

impl From<Vec<u8>> for ByteArray {
    fn from(bytes: Vec<u8>) -> Self {
        ByteArray(List::from(bytes))
    }
}

impl From<&Bytes> for ByteArray {
    fn from(bytes: &Bytes) -> Self {
        ByteArray(List::from(&**bytes))
    }
}

const EXPORTED: &str = "Existing exports of data: object cannot be re-sized";

fn renamed(error: Exception) -> Exception {
    if error.is::<IndexError>() { Exception::new(IndexError, "bytearray index out of range") } else { error }
}

impl ByteArray {
    /// `bytearray()`.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// `bytearray(items)`.
    ///
    /// # Errors
    /// `ValueError` for an item that is no byte.
    pub fn try_from_ints(items: impl IntoIterator<Item = i64>) -> Result<Self, Exception> {
        let bytes: Result<Vec<u8>, Exception> = items.into_iter().map(|item| byte(item, "byte")).collect();
        bytes.map(ByteArray::from)
    }

    pub(crate) fn list(&self) -> &List<u8> {
        &self.0
    }

    /// `BufferError` where a `memoryview` looks at it, as its length is to change.
    fn resizable(&self) -> Result<(), Exception> {
        exports::check(self.0.id(), EXPORTED)
    }

    /// A copy of its bytes.
    #[must_use]
    pub fn to_vec(&self) -> Vec<u8> {
        self.0.to_vec()
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
        /// `int(self, base)`; a trap past 64 bits.
        fn try_parse_int / parse_int(&self, base: i64) -> i64 { Bytes::from(self.to_vec()).try_parse_int(base) }

        /// `int(self, base)`.
        fn try_parse_big_int / parse_big_int(&self, base: i64) -> Int {
            Bytes::from(self.to_vec()).try_parse_big_int(base)
        }

        /// `float(self)`.
        fn try_parse_float / parse_float(&self) -> f64 {
            let message = |_| value_error(format!("could not convert string to float: {:?}", crate::py(self)));
            Bytes::from(self.to_vec()).try_parse_float().map_err(message)
        }

        /// `self[index]`.
        fn try_at / at(&self, index: i64) -> i64 { self.0.try_at(index).map(i64::from).map_err(renamed) }

        /// `self[index] = item`.
        fn try_set / set(&self, index: i64, item: i64) -> () {
            self.0.try_set(index, byte(item, "byte")?).map_err(renamed)
        }

        /// `self[a], self[b] = self[b], self[a]`.
        fn try_swap_at / swap_at(&self, a: i64, b: i64) -> () {
            let (x, y) = (self.try_at(b)?, self.try_at(a)?);
            self.try_set(a, x)?;
            self.try_set(b, y)
        }

        /// `self.append(item)`.
        fn try_append / append(&self, item: i64) -> () {
            self.resizable()?;
            self.0.append(byte(item, "byte")?);
            Ok(())
        }

        /// `self.insert(index, item)`.
        fn try_insert / insert(&self, index: i64, item: i64) -> () {
            self.resizable()?;
            self.0.insert(index, byte(item, "byte")?);
            Ok(())
        }

        /// `self.pop()`.
        fn try_pop / pop(&self) -> i64 {
            if !self.0.is_empty() {
                self.resizable()?;
            }
            self.0.try_pop().map(i64::from).map_err(|_| Exception::new(IndexError, "pop from empty bytearray"))
        }

        /// `self.pop(index)`.
        fn try_pop_at / pop_at(&self, index: i64) -> i64 {
            if self.0.is_empty() {
                return Err(Exception::new(IndexError, "pop from empty bytearray"));
            }
            self.resizable()?;
            self.0.try_pop_at(index).map(i64::from).map_err(|_| Exception::new(IndexError, "pop index out of range"))
        }

        /// `self.remove(item)`.
        fn try_remove / remove(&self, item: i64) -> () {
            self.resizable()?;
            let item = byte(item, "byte")?;
            self.0.try_remove(&item).map_err(|_| value_error("value not found in bytearray"))
        }

        /// `del self[index]`.
        fn try_delete / delete(&self, index: i64) -> () {
            self.resizable()?;
            self.0.try_delete(index).map_err(|_| Exception::new(IndexError, "bytearray index out of range"))
        }

        /// `self.extend(part)`.
        fn try_extend_part / extend_part[P: Part](&self, part: &P) -> () {
            let part = part.part()?;
            if !part.is_empty() {
                self.resizable()?;
            }
            self.extend(&part);
            Ok(())
        }

        /// `self + other`.
        fn try_concat / concat[P: Part](&self, other: &P) -> ByteArray {
            Ok(ByteArray::from([&*self.to_vec(), &*other.part()?].concat()))
        }

        /// `self += other`.
        fn try_add_in_place / add_in_place[P: Part](&self, other: &P) -> ByteArray {
            // CPython says of itself that it is being looked at.
            if other.is_list(&self.0) && !self.0.is_empty() {
                return Err(Exception::new(BufferError, EXPORTED));
            }
            self.try_extend_part(other)?;
            Ok(self.clone())
        }

        /// `self[start:stop:step]`.
        fn try_slice_by / slice_by(&self, start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> ByteArray {
            self.0.try_slice_by(start, stop, step).map(ByteArray)
        }

        /// `self[start:stop:step] = part`.
        fn try_set_slice / set_slice[P: Part](&self, start: Option<i64>, stop: Option<i64>, step: Option<i64>, part: &P) -> () {
            if Span::new(start, stop, step, self.0.len() as usize)?.count != part.part()?.len() {
                self.resizable()?;
            }
            let set = self.0.try_set_slice(start, stop, step, part.part()?.into_owned());
            set.map_err(|error| value_error(error.message().replace("sequence", "bytes")))
        }

        /// `del self[start:stop:step]`.
        fn try_delete_slice / delete_slice(&self, start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> () {
            self.resizable()?;
            self.0.try_delete_slice(start, stop, step)
        }

        /// `self.clear()`.
        fn try_clear / clear(&self) -> () {
            self.resizable()?;
            self.0.clear();
            Ok(())
        }

        /// `self.decode(encoding, errors)`.
        fn try_decode / decode(&self, encoding: &str, errors: &str) -> Str { self.to_bytes().try_decode(encoding, errors) }
    }

    /// `self.extend(bytes)`, `self += bytes`.
    pub fn extend(&self, bytes: &[u8]) {
        self.0.extend(bytes.iter().copied());
    }

    /// `other + self`, which is `bytes` as `other` is.
    #[must_use]
    pub fn added_to(&self, other: &Bytes) -> Bytes {
        other.concat(&self.to_vec())
    }

    fn order(&self, other: &impl Part) -> std::cmp::Ordering {
        let other = other.part().unwrap_or_default();
        self.to_vec().as_slice().cmp(&other)
    }

    /// `self == other`.
    #[must_use]
    pub fn eq_part(&self, other: &impl Part) -> bool {
        self.order(other).is_eq()
    }

    /// `self < other`.
    #[must_use]
    pub fn lt_part(&self, other: &impl Part) -> bool {
        self.order(other).is_lt()
    }

    /// `self <= other`.
    #[must_use]
    pub fn le_part(&self, other: &impl Part) -> bool {
        self.order(other).is_le()
    }

    /// `self > other`.
    #[must_use]
    pub fn gt_part(&self, other: &impl Part) -> bool {
        self.order(other).is_gt()
    }

    /// `self >= other`.
    #[must_use]
    pub fn ge_part(&self, other: &impl Part) -> bool {
        self.order(other).is_ge()
    }

    /// `self.copy()`.
    #[must_use]
    pub fn copy(&self) -> ByteArray {
        ByteArray::from(self.to_vec())
    }

    /// `self * times`.
    #[must_use]
    pub fn repeat(&self, times: i64) -> ByteArray {
        ByteArray::from(self.to_vec().repeat(usize::try_from(times).unwrap_or(0)))
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

impl PartialOrd for ByteArray {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.order(other))
    }
}

impl PartialEq<Bytes> for ByteArray {
    fn eq(&self, other: &Bytes) -> bool {
        self.to_bytes() == *other
    }
}

impl PyHash for ByteArray {
    /// Never asked for: what has no hash raises before.
    fn py_hash(&self) -> i64 {
        Exception::new(TypeError, "unhashable type: 'bytearray'").uncaught()
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
