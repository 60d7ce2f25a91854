//! `frozenset`.

use std::fmt;

use super::{Set, SetIter, SetLike, ops};
use crate::cycles::Links;
use crate::dict::{Dict, Key};
use crate::exc::Exception;
use crate::hash::{PyHash, of_set};
use crate::item::Item;
use crate::show::{Repr, repr_items};
use crate::truth::Truth;

/// Python's `frozenset`: a set that nothing changes.
pub struct FrozenSet<T: 'static>(pub(super) Set<T>);

impl<T: 'static> Clone for FrozenSet<T> {
    fn clone(&self) -> Self {
        FrozenSet(self.0.clone())
    }
}

impl<T: 'static> Default for FrozenSet<T> {
    fn default() -> Self {
        FrozenSet(Set::default())
    }
}

impl<T: Key> FrozenSet<T> {
    /// `frozenset()`.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// `frozenset(set)`.
    #[must_use]
    pub fn from_set(set: &Set<T>) -> Self {
        FrozenSet(set.copy())
    }

    /// A set that nobody else holds.
    #[must_use]
    pub fn freeze(set: Set<T>) -> Self {
        FrozenSet(set)
    }

    /// `frozenset(keys)` for the keys of a dict.
    #[must_use]
    pub fn from_keys<V: Item>(keys: &Dict<T, V>) -> Self {
        FrozenSet(Set::from_keys(keys))
    }

    /// `set(self)`.
    #[must_use]
    pub fn to_set(&self) -> Set<T> {
        self.0.copy()
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

    /// `id(self)`.
    #[must_use]
    pub fn id(&self) -> usize {
        self.0.id()
    }

    /// `item in self`.
    #[must_use]
    pub fn contains(&self, item: &T) -> bool {
        self.0.contains(item)
    }

    /// `iter(self)`.
    #[must_use]
    pub fn iter(&self) -> SetIter<T> {
        self.0.iter()
    }

    /// `self.copy()`: itself.
    #[must_use]
    pub fn copy(&self) -> Self {
        self.clone()
    }

    /// `self | other`.
    #[must_use]
    pub fn union(&self, other: &impl SetLike<T>) -> Self {
        FrozenSet(self.0.union(other))
    }

    /// `self.union(items)` for items that are no set.
    #[must_use]
    pub fn union_of(&self, items: impl IntoIterator<Item = T>) -> Self {
        FrozenSet(self.0.union_of(items))
    }

    /// `self.union(keys)` for the keys of a dict.
    #[must_use]
    pub fn union_keys<V: Item>(&self, keys: &Dict<T, V>) -> Self {
        FrozenSet(self.0.union_keys(keys))
    }

    /// `self.intersection(items)` for items that are no set.
    #[must_use]
    pub fn intersection_of(&self, items: impl IntoIterator<Item = T>) -> Self {
        FrozenSet(self.0.intersection_of(items))
    }

    /// `self.difference(items)` for items that are no set.
    #[must_use]
    pub fn difference_of(&self, items: impl IntoIterator<Item = T>) -> Self {
        FrozenSet(self.0.difference_of(items))
    }

    /// `self & other`.
    #[must_use]
    pub fn intersection(&self, other: &impl SetLike<T>) -> Self {
        FrozenSet(self.0.intersection(other))
    }

    /// `self - other`.
    #[must_use]
    pub fn difference(&self, other: &impl SetLike<T>) -> Self {
        FrozenSet(self.0.difference(other))
    }

    /// `self ^ other`.
    #[must_use]
    pub fn symmetric_difference(&self, other: &impl SetLike<T>) -> Self {
        FrozenSet(self.0.symmetric_difference(other))
    }

    /// `self.symmetric_difference(items)` for items that are no set.
    #[must_use]
    pub fn symmetric_difference_of(&self, items: impl IntoIterator<Item = T>) -> Self {
        FrozenSet(self.0.symmetric_difference_of(items))
    }

    /// `self <= other`.
    #[must_use]
    pub fn issubset(&self, other: &impl SetLike<T>) -> bool {
        self.0.issubset(other)
    }

    /// `self >= other`.
    #[must_use]
    pub fn issuperset(&self, other: &impl SetLike<T>) -> bool {
        self.0.issuperset(other)
    }

    /// `self.isdisjoint(other)`.
    #[must_use]
    pub fn isdisjoint(&self, other: &impl SetLike<T>) -> bool {
        self.0.isdisjoint(other)
    }
}

/// Comparisons with sets of items of another type.
impl<T: Key> FrozenSet<T> {
    /// As [`Set::eq_by`].
    pub fn eq_by<U: Key>(&self, other: &impl SetLike<U>, eq: impl FnMut(T, U) -> bool) -> bool {
        self.0.eq_by(other, eq)
    }

    /// As [`Set::try_eq_by`].
    ///
    /// # Errors
    ///
    /// The first exception of `eq`.
    pub fn try_eq_by<U: Key>(
        &self,
        other: &impl SetLike<U>,
        eq: impl FnMut(T, U) -> Result<bool, Exception>,
    ) -> Result<bool, Exception> {
        self.0.try_eq_by(other, eq)
    }

    /// As [`Set::issubset_by`].
    pub fn issubset_by<U: Key>(&self, other: &impl SetLike<U>, eq: impl FnMut(T, U) -> bool) -> bool {
        self.0.issubset_by(other, eq)
    }

    /// As [`Set::try_issubset_by`].
    ///
    /// # Errors
    ///
    /// The first exception of `eq`.
    pub fn try_issubset_by<U: Key>(
        &self,
        other: &impl SetLike<U>,
        eq: impl FnMut(T, U) -> Result<bool, Exception>,
    ) -> Result<bool, Exception> {
        self.0.try_issubset_by(other, eq)
    }
}

impl<T: Key> FromIterator<T> for FrozenSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        FrozenSet(items.into_iter().collect())
    }
}

impl<T: Key, const N: usize> From<[T; N]> for FrozenSet<T> {
    fn from(items: [T; N]) -> Self {
        items.into_iter().collect()
    }
}

impl<T: Key> IntoIterator for &FrozenSet<T> {
    type Item = T;
    type IntoIter = SetIter<T>;

    fn into_iter(self) -> SetIter<T> {
        self.iter()
    }
}

impl<T: Key> IntoIterator for FrozenSet<T> {
    type Item = T;
    type IntoIter = SetIter<T>;

    fn into_iter(self) -> SetIter<T> {
        self.iter()
    }
}

impl<T: Key> PartialEq for FrozenSet<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T: Key> PartialEq<Set<T>> for FrozenSet<T> {
    fn eq(&self, other: &Set<T>) -> bool {
        self.0 == *other
    }
}

impl<T: Key> PartialEq<FrozenSet<T>> for Set<T> {
    fn eq(&self, other: &FrozenSet<T>) -> bool {
        *self == other.0
    }
}

/// Subset order.
impl<T: Key> PartialOrd for FrozenSet<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        ops::subset_order(&self.0, &other.0)
    }
}

impl<T: Key> PyHash for FrozenSet<T> {
    fn py_hash(&self) -> i64 {
        let (fill, mask, used) = self.0.with(|table| (table.fill, table.mask(), table.used));
        of_set(self.0.hashed().into_iter().map(|(hash, _)| hash), fill, mask, used)
    }
}

impl<T: 'static> Truth for FrozenSet<T> {
    fn truth(&self) -> bool {
        !self.0.is_empty()
    }
}

impl<T: Key> FrozenSet<T> {
    /// The text of an object of a class derived from `frozenset`: that of the items in a call of the class.
    ///
    /// # Errors
    /// Those of writing.
    pub fn repr_as(&self, class: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return write!(f, "{class}()");
        }
        f.write_str(class)?;
        repr_items(f, "({", self.iter(), "})")
    }
}

impl<T: Key> Repr for FrozenSet<T> {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.repr_as("frozenset", f)
    }
}

// SAFETY: counts a reference.
unsafe impl<T: Item> Item for FrozenSet<T> {
    #[inline]
    fn same(&self, other: &Self) -> bool {
        self.0.is(&other.0)
    }

    #[inline]
    fn trace(&self, links: &mut Links) {
        self.0.trace(links);
    }
}
