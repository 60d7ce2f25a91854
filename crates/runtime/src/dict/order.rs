//! `==`, truth and text of `dict`.

use std::fmt;

use super::index::Hash;
use super::{Dict, Key};
use crate::exc::{Exception, may_compare};
use crate::item::{Item, same_or_equal};
use crate::show::{Repr, guarded};
use crate::truth::Truth;

impl<K: Key, V: Item + PartialEq> PartialEq for Dict<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.is(other)
            || (self.len() == other.len()
                && may_compare()
                && !self.keys_are_ordered_otherwise(other, |x, y| x == y)
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
            && !self.keys_are_ordered_otherwise(other, |x, y| x == y)
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
        if self.len() != other.len() || self.keys_are_ordered_otherwise(other, |x, y| x == y) {
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

    /// As [`Self::eq_by`] for keys of another type: equal ones hash alike, and `same_key` tells them.
    pub fn eq_entries_by<L: Key, W: Item>(
        &self,
        other: &Dict<L, W>,
        mut same_key: impl FnMut(K, L) -> bool,
        mut eq: impl FnMut(V, W) -> bool,
    ) -> bool {
        self.len() == other.len()
            && !self.keys_are_ordered_otherwise(other, &mut same_key)
            && self.items().iter().all(|(key, value)| {
                let mut candidates = other.hashed_as(Self::hash_of(&key)).into_iter();
                let found = candidates.find(|(theirs, _)| same_key(key.clone(), theirs.clone()));
                found.is_some_and(|(_, theirs)| eq(value, theirs))
            })
    }

    /// As [`Self::eq_entries_by`], with comparisons that may raise.
    ///
    /// # Errors
    ///
    /// The first exception of a comparison.
    pub fn try_eq_entries_by<L: Key, W: Item>(
        &self,
        other: &Dict<L, W>,
        mut same_key: impl FnMut(K, L) -> Result<bool, Exception>,
        mut eq: impl FnMut(V, W) -> Result<bool, Exception>,
    ) -> Result<bool, Exception> {
        if self.len() != other.len() {
            return Ok(false);
        }
        let in_order = self.is_ordered() && other.is_ordered();
        for (at, (key, value)) in self.items().iter().enumerate() {
            let candidates = if in_order {
                other.items().iter().skip(at).take(1).collect()
            } else {
                other.hashed_as(Self::hash_of(&key))
            };
            let mut found = None;
            for (theirs, their_value) in candidates {
                if same_key(key.clone(), theirs)? {
                    found = Some(their_value);
                    break;
                }
            }
            let Some(theirs) = found else { return Ok(false) };
            if !eq(value, theirs)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The entries whose keys have this hash.
    fn hashed_as(&self, hash: Hash) -> Vec<(K, V)> {
        self.with(|table| {
            let candidates = table.index.candidates(hash).into_iter();
            let entries = candidates.filter_map(|at| table.entries[at].as_ref());
            let same_hash = entries.filter(|entry| entry.hash == hash);
            same_hash.map(|entry| (entry.key.clone(), entry.value.clone())).collect()
        })
    }

    /// Whether both are `OrderedDict`s, whose order counts, and the orders differ.
    fn keys_are_ordered_otherwise<L: Key, W: Item>(
        &self,
        other: &Dict<L, W>,
        mut same_key: impl FnMut(K, L) -> bool,
    ) -> bool {
        self.is_ordered()
            && other.is_ordered()
            && !self.keys().iter().zip(other.keys().iter()).all(|(x, y)| same_key(x, y))
    }
}
