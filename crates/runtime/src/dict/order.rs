//! `==`, truth and text of `dict`.

use std::fmt;

use super::{Dict, Key};
use crate::exc::Exception;
use crate::item::{Item, same_or_equal};
use crate::show::{Repr, guarded};
use crate::truth::Truth;

impl<K: Key, V: Item + PartialEq> PartialEq for Dict<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.is(other)
            || (self.len() == other.len()
                && !self.is_ordered_otherwise(other)
                && self
                    .items()
                    .iter()
                    .all(|(key, value)| other.get(&key).is_some_and(|theirs| same_or_equal(&value, &theirs))))
    }
}

/// Dictionaries have no order: inside of sequences equal ones are passed over, others raise.
impl<K: Key, V: Item + PartialEq> PartialOrd for Dict<K, V> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        if self == other {
            Some(std::cmp::Ordering::Equal)
        } else {
            crate::compare::unordered("dict", "dict")
        }
    }
}

impl<K: 'static, V: 'static> Truth for Dict<K, V> {
    #[inline]
    fn truth(&self) -> bool {
        !self.is_empty()
    }
}

impl<K: Key, V: Item + Repr> Repr for Dict<K, V> {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        guarded(f, self.id(), "{...}", |f| self.write(f))
    }
}

impl<K: Key, V: Item + Repr> fmt::Debug for Dict<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.repr(f)
    }
}

impl<K: Key, V: Item> Dict<K, V> {
    /// Whether both have the same keys, with values that `eq` finds equal.
    pub fn eq_by<W: Item>(&self, other: &Dict<K, W>, mut eq: impl FnMut(V, W) -> bool) -> bool {
        self.len() == other.len()
            && self.items().iter().all(|(key, value)| other.get(&key).is_some_and(|theirs| eq(value, theirs)))
    }

    /// As [`Self::eq_by`], with a comparison that may raise.
    ///
    /// # Errors
    ///
    /// The first exception of `eq`.
    pub fn try_eq_by<W: Item>(
        &self,
        other: &Dict<K, W>,
        mut eq: impl FnMut(V, W) -> Result<bool, Exception>,
    ) -> Result<bool, Exception> {
        if self.len() != other.len() {
            return Ok(false);
        }
        for (key, value) in self.items().iter() {
            let Some(theirs) = other.get(&key) else { return Ok(false) };
            if !eq(value, theirs)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
