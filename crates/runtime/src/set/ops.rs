//! The operators of sets: each builds its result in the order in which CPython does.

use std::cmp::Ordering;
use std::ops::{BitAnd, BitOr, BitXor, Sub};

use super::{FrozenSet, Set};
use crate::dict::{Dict, Key};
use crate::exc::Exception;
use crate::item::Item;

/// `set` or `frozenset`.
pub trait SetLike<T: 'static> {
    /// The table.
    fn as_set(&self) -> &Set<T>;
}

impl<T: 'static> SetLike<T> for Set<T> {
    fn as_set(&self) -> &Set<T> {
        self
    }
}

impl<T: 'static> SetLike<T> for FrozenSet<T> {
    fn as_set(&self) -> &Set<T> {
        &self.0
    }
}

impl<T: Key> Set<T> {
    /// Whether both have the same items, of which `eq` tells: equal ones of any types hash alike.
    pub fn eq_by<U: Key>(&self, other: &impl SetLike<U>, eq: impl FnMut(T, U) -> bool) -> bool {
        self.len() == other.as_set().len() && self.issubset_by(other, eq)
    }

    /// As [`Self::eq_by`], with a comparison that may raise.
    ///
    /// # Errors
    ///
    /// The first exception of `eq`.
    pub fn try_eq_by<U: Key>(
        &self,
        other: &impl SetLike<U>,
        eq: impl FnMut(T, U) -> Result<bool, Exception>,
    ) -> Result<bool, Exception> {
        Ok(self.len() == other.as_set().len() && self.try_issubset_by(other, eq)?)
    }

    /// `self <= other` for items of another type, of which `eq` tells.
    pub fn issubset_by<U: Key>(&self, other: &impl SetLike<U>, mut eq: impl FnMut(T, U) -> bool) -> bool {
        let other = other.as_set();
        self.hashed().into_iter().all(|(hash, item)| {
            other.hashed_as(hash).into_iter().any(|candidate| eq(item.clone(), candidate))
        })
    }

    /// As [`Self::issubset_by`], with a comparison that may raise.
    ///
    /// # Errors
    ///
    /// The first exception of `eq`.
    pub fn try_issubset_by<U: Key>(
        &self,
        other: &impl SetLike<U>,
        mut eq: impl FnMut(T, U) -> Result<bool, Exception>,
    ) -> Result<bool, Exception> {
        let other = other.as_set();
        for (hash, item) in self.hashed() {
            let mut found = false;
            for candidate in other.hashed_as(hash) {
                if eq(item.clone(), candidate)? {
                    found = true;
                    break;
                }
            }
            if !found {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// `self | other`, `self.union(other)`.
    #[must_use]
    pub fn union(&self, other: &impl SetLike<T>) -> Set<T> {
        let result = self.copy();
        result.merge(other.as_set());
        result
    }

    /// `self.union(items)` for items that are no set.
    #[must_use]
    pub fn union_of(&self, items: impl IntoIterator<Item = T>) -> Set<T> {
        let result = self.copy();
        result.extend(items);
        result
    }

    /// `self.union(keys)` for the keys of a dict.
    #[must_use]
    pub fn union_keys<V: Item>(&self, keys: &Dict<T, V>) -> Set<T> {
        let result = self.copy();
        result.update_keys(keys);
        result
    }

    /// `self & other`, `self.intersection(other)`.
    #[must_use]
    pub fn intersection(&self, other: &impl SetLike<T>) -> Set<T> {
        let other = other.as_set();
        if self.is(other) {
            return self.copy();
        }
        // The larger one is asked for the items of the smaller.
        let (asked, walked) = if other.len() > self.len() { (other, self) } else { (self, other) };
        let result = Set::new();
        for (hash, item) in walked.hashed() {
            if asked.contains_hashed(hash, &item) {
                result.add_hashed(hash, item);
            }
        }
        result
    }

    /// `self.intersection(items)` for items that are no set.
    #[must_use]
    pub fn intersection_of(&self, items: impl IntoIterator<Item = T>) -> Set<T> {
        let result = Set::new();
        for item in items {
            let hash = item.py_hash();
            if self.contains_hashed(hash, &item) {
                result.add_hashed(hash, item);
            }
        }
        result
    }

    /// `self - other`, `self.difference(other)`.
    #[must_use]
    pub fn difference(&self, other: &impl SetLike<T>) -> Set<T> {
        let other = other.as_set();
        if (self.len() >> 2) > other.len() {
            let result = self.copy();
            result.difference_update(other);
            return result;
        }
        let result = Set::new();
        for (hash, item) in self.hashed() {
            if !other.contains_hashed(hash, &item) {
                result.add_hashed(hash, item);
            }
        }
        result
    }

    /// `self.difference(items)` for items that are no set.
    #[must_use]
    pub fn difference_of(&self, items: impl IntoIterator<Item = T>) -> Set<T> {
        let result = self.copy();
        result.difference_update_of(items);
        result
    }

    /// `self ^ other`, `self.symmetric_difference(other)`.
    #[must_use]
    pub fn symmetric_difference(&self, other: &impl SetLike<T>) -> Set<T> {
        let result = other.as_set().copy();
        result.symmetric_difference_update(self);
        result
    }

    /// `self.symmetric_difference(items)` for items that are no set.
    #[must_use]
    pub fn symmetric_difference_of(&self, items: impl IntoIterator<Item = T>) -> Set<T> {
        let result: Set<T> = items.into_iter().collect();
        result.symmetric_difference_update(self);
        result
    }

    /// `self.issubset(other)`, `self <= other`.
    #[must_use]
    pub fn issubset(&self, other: &impl SetLike<T>) -> bool {
        let other = other.as_set();
        self.len() <= other.len()
            && self.hashed().iter().all(|(hash, item)| other.contains_hashed(*hash, item))
    }

    /// `self.issuperset(other)`, `self >= other`.
    #[must_use]
    pub fn issuperset(&self, other: &impl SetLike<T>) -> bool {
        other.as_set().issubset(self)
    }

    /// `self.isdisjoint(other)`.
    #[must_use]
    pub fn isdisjoint(&self, other: &impl SetLike<T>) -> bool {
        let other = other.as_set();
        let (asked, walked) = if other.len() > self.len() { (other, self) } else { (self, other) };
        !walked.hashed().iter().any(|(hash, item)| asked.contains_hashed(*hash, item))
    }

    /// `self.isdisjoint(items)` for items that are no set.
    #[must_use]
    pub fn isdisjoint_of(&self, items: impl IntoIterator<Item = T>) -> bool {
        !items.into_iter().any(|item| self.contains(&item))
    }
}

pub(super) fn subset_order<T: Key>(a: &Set<T>, b: &Set<T>) -> Option<Ordering> {
    match (a.issubset(b), b.issubset(a)) {
        (true, true) => Some(Ordering::Equal),
        (true, false) => Some(Ordering::Less),
        (false, true) => Some(Ordering::Greater),
        (false, false) => None,
    }
}

macro_rules! operators {
    ($($op:ident $operator:ident $method:ident;)*) => { $(
        impl<T: Key, O: SetLike<T>> $op<&O> for &Set<T> {
            type Output = Set<T>;
            fn $operator(self, other: &O) -> Set<T> {
                self.$method(other)
            }
        }
        impl<T: Key, O: SetLike<T>> $op<&O> for &FrozenSet<T> {
            type Output = FrozenSet<T>;
            fn $operator(self, other: &O) -> FrozenSet<T> {
                FrozenSet(self.0.$method(other))
            }
        }
    )* };
}

operators! {
    BitOr bitor union;
    BitAnd bitand intersection;
    BitXor bitxor symmetric_difference;
    Sub sub difference;
}
