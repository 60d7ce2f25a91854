//! The methods of `set` that change it.

use super::{Set, SetLike};
use crate::dict::{Dict, Key};
use crate::exc::{Exception, KeyError, is_raised, raised_or};
use crate::item::Item;
use crate::macros::raising_methods;

impl<T: Key> Set<T> {
    /// `{…}` of three or more constants, which CPython builds from a constant frozenset (its order may differ).
    #[must_use]
    pub fn from_constants<const N: usize>(items: [T; N]) -> Set<T> {
        let constant: Set<T> = items.into_iter().collect();
        let set = Set::new();
        set.merge(&constant);
        set
    }

    /// `self.add(item)`.
    #[inline]
    pub fn add(&self, item: T) {
        self.add_hashed(item.py_hash(), item);
    }

    /// [`Set::add`].
    #[inline]
    pub fn insert(&self, item: T) {
        self.add(item);
    }

    /// `item in self`.
    #[inline]
    #[must_use]
    pub fn contains(&self, item: &T) -> bool {
        self.contains_hashed(item.py_hash(), item)
    }

    /// `self.discard(item)`.
    pub fn discard(&self, item: &T) {
        self.discard_hashed(item.py_hash(), item);
    }

    raising_methods! {
        /// `self.remove(item)`.
        fn try_remove / remove(&self, item: &T) -> () {
            if self.discard_hashed(item.py_hash(), item) { Ok(()) } else { Err(raised_or(Exception::with_arg(KeyError, item))) }
        }

        /// `self.remove(said)`, a number of another kind than the items, which `item` is among them.
        fn try_remove_said / remove_said[S: Key](&self, item: &T, said: &S) -> () {
            if self.discard_hashed(item.py_hash(), item) { Ok(()) } else { Err(raised_or(Exception::with_arg(KeyError, said))) }
        }

        /// `self.pop()`.
        fn try_pop / pop(&self) -> T {
            self.with(|table| table.pop_slot().and_then(|at| table.vacate(at)))
                .ok_or_else(|| Exception::with_arg(KeyError, &"pop from an empty set"))
        }
    }

    /// `self.clear()`.
    pub fn clear(&self) {
        let old = self.with(|table| {
            let version = table.version + 1;
            let mut empty = super::Table::new();
            empty.version = version;
            std::mem::replace(table, empty)
        });
        drop(old);
    }

    /// `self.copy()`, `set(self)`.
    #[must_use]
    pub fn copy(&self) -> Set<T> {
        let copy = Set::new();
        copy.merge(self);
        copy
    }

    /// `set(keys)` for the keys of a dict.
    #[must_use]
    pub fn from_keys<V: Item>(keys: &Dict<T, V>) -> Set<T> {
        let set = Set::new();
        set.update_keys(keys);
        set
    }

    /// `self.update(items)` for items that are no set.
    pub fn extend(&self, items: impl IntoIterator<Item = T>) {
        for item in items {
            self.add(item);
        }
    }

    /// `self.update(other)`, `self |= other`.
    pub fn update(&self, other: &impl SetLike<T>) {
        self.merge(other.as_set());
    }

    /// `self.update(keys)` for the keys of a dict.
    pub fn update_keys<V: Item>(&self, keys: &Dict<T, V>) {
        let more = keys.len() as usize;
        self.with(|table| table.reserve(more));
        self.extend(keys.iter());
    }

    /// `self.intersection_update(items)` for items that are no set.
    pub fn intersection_update_of(&self, items: impl IntoIterator<Item = T>) {
        self.replace_with(&self.intersection_of(items));
    }

    /// `self.difference_update(items)` for items that are no set.
    pub fn difference_update_of(&self, items: impl IntoIterator<Item = T>) {
        for item in items {
            self.discard(&item);
        }
        self.drop_dummies();
    }

    /// `self.intersection_update(other)`, `self &= other`.
    pub fn intersection_update(&self, other: &impl SetLike<T>) {
        self.replace_with(&self.intersection(other));
    }

    /// `self.difference_update(other)`, `self -= other`.
    pub fn difference_update(&self, other: &impl SetLike<T>) {
        let other = other.as_set();
        if self.is(other) {
            self.clear();
            return;
        }
        for (hash, item) in other.hashed() {
            self.discard_hashed(hash, &item);
        }
        self.drop_dummies();
    }

    /// What `difference_update` ends with: more than a quarter of dummies go.
    pub(super) fn drop_dummies(&self) {
        self.with(|table| {
            if table.fill - table.used > table.mask() / 4 {
                table.resize(table.grown());
            }
        });
    }

    /// `self.symmetric_difference_update(other)`, `self ^= other`.
    pub fn symmetric_difference_update(&self, other: &impl SetLike<T>) {
        let other = other.as_set();
        if self.is(other) {
            self.clear();
            return;
        }
        for (hash, item) in other.hashed() {
            if !self.discard_hashed(hash, &item) {
                self.add_hashed(hash, item);
            }
        }
    }

    /// `set_swap_bodies` with a set that is thrown away.
    fn replace_with(&self, other: &Set<T>) {
        if !T::PLAIN && is_raised() {
            return;
        }
        let new = other.with(|table| std::mem::replace(table, super::Table::new()));
        let old = self.with(|table| {
            let version = table.version + 1;
            let old = std::mem::replace(table, new);
            table.version = version;
            old
        });
        drop(old);
    }
}
