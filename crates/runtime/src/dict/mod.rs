//! `dict`: [`Dict`], a handle on an insertion-ordered compact table: an index of positions beside a vector of entries.
//!
//! **Invariant:** `with` is private to the dict's files; no closure passed to it runs code of the program: keys are
//! compared outside, on clones, unless their type is `PLAIN`. Entries are dropped after the closure.

mod counter;
mod flavour;
mod index;
mod iter;
mod keywords;
mod methods;
mod order;
mod pairs;
pub mod view_operators;
mod views;

pub use iter::{DictCursor, DictItems, DictKeys, DictValues};
pub use keywords::{
    check_keywords, check_named, check_print, try_check_keywords, try_check_named, try_check_print, without,
};
pub use pairs::Pairs;
pub use views::{ItemsView, KeysView, ValuesView};

use std::cell::UnsafeCell;

use self::index::{Hash, Index, spread};
use crate::counted::Counted;
use crate::cycles::{Links, Payload};
use crate::exc::is_raised;
use crate::hash::PyHash;
use crate::item::{Item, same_or_equal};
use crate::show::Repr;

/// What may be a key of a dict or an item of a set.
pub trait Key: Item + PartialEq + PyHash + Repr {}

impl<K: Item + PartialEq + PyHash + Repr> Key for K {}

/// Python's `dict`: iterates in insertion order.
pub struct Dict<K: 'static, V: 'static>(Counted<UnsafeCell<Table<K, V>>>);

struct Entry<K, V> {
    hash: Hash,
    key: K,
    value: V,
}

struct Table<K, V> {
    /// Positions in `entries`.
    index: Index,
    /// In order of insertion; `None` where one was deleted.
    entries: Vec<Option<Entry<K, V>>>,
    /// Changes with every change of the keys.
    version: u64,
    /// What it is called.
    flavour: flavour::Flavour<K, V>,
}

impl<K, V> Table<K, V> {
    fn new() -> Self {
        Table { index: Index::default(), entries: Vec::new(), version: 0, flavour: flavour::Flavour::Plain }
    }

    fn push(&mut self, hash: Hash, key: K, value: V) {
        if self.entries.len() == self.entries.capacity() && self.entries.len() > 2 * self.index.len() + 8 {
            self.compact();
        }
        self.index.insert(hash, self.entries.len());
        self.entries.push(Some(Entry { hash, key, value }));
        self.version += 1;
    }

    /// Drops the places of deleted entries.
    fn compact(&mut self) {
        self.entries.retain(Option::is_some);
        self.index.rebuild(self.entries.iter().flatten().map(|entry| entry.hash));
    }

    fn remove(&mut self, at: usize) -> Option<Entry<K, V>> {
        let entry = self.entries[at].take()?;
        self.index.remove(entry.hash, at);
        while self.entries.last().is_some_and(Option::is_none) {
            self.entries.pop();
        }
        self.version += 1;
        Some(entry)
    }
}

impl<K: 'static, V: 'static> Clone for Dict<K, V> {
    #[inline]
    fn clone(&self) -> Self {
        Dict(self.0.clone())
    }
}

impl<K: 'static, V: 'static> Default for Dict<K, V> {
    fn default() -> Self {
        Dict(Counted::new(UnsafeCell::new(Table::new())))
    }
}

impl<K: 'static, V: 'static> Dict<K, V> {
    /// `{}`.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Python's `self is other`.
    #[inline]
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.0.is(&other.0)
    }

    /// `id(self)`.
    #[must_use]
    pub fn id(&self) -> usize {
        self.0.address()
    }

    #[inline]
    fn with<R>(&self, f: impl FnOnce(&mut Table<K, V>) -> R) -> R {
        // SAFETY: see the module: no closure runs foreign code, so this is the only reference while `f` runs.
        f(unsafe { &mut *self.0.get() })
    }

    /// `len(self)`.
    #[inline]
    #[must_use]
    pub fn len(&self) -> i64 {
        self.with(|table| table.index.len() as i64)
    }

    /// `not self`.
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.with(|table| table.index.len() == 0)
    }
}

impl<K: Key, V: Item> Dict<K, V> {
    /// The place of `key` among the entries.
    #[inline]
    fn find(&self, hash: Hash, key: &K) -> Option<usize> {
        if K::PLAIN {
            return self.with(|table| {
                let entries = &table.entries;
                table
                    .index
                    .find(hash, |at| entries[at].as_ref().is_some_and(|entry| same_or_equal(&entry.key, key)))
            });
        }
        self.find_by_program(hash, key)
    }

    /// [`Dict::find`] where `==` may change this very dict: candidates by hash first, then comparisons on clones.
    fn find_by_program(&self, hash: Hash, key: &K) -> Option<usize> {
        'again: loop {
            if is_raised() {
                return None;
            }
            let (version, candidates) = self.with(|table| (table.version, table.index.candidates(hash)));
            for at in candidates {
                let known = self.with(|table| {
                    table.entries[at].as_ref().map(|entry| (entry.hash == hash).then(|| entry.key.clone()))
                });
                let Some(known) = known else { continue 'again };
                let Some(known) = known else { continue };
                let equal = same_or_equal(&known, key);
                if self.with(|table| table.version) != version {
                    continue 'again;
                }
                if equal {
                    return Some(at);
                }
            }
            return None;
        }
    }

    #[inline]
    fn hash_of(key: &K) -> Hash {
        spread(key.py_hash())
    }
}

// SAFETY: counts a reference.
unsafe impl<K: Item, V: Item> Item for Dict<K, V> {
    #[inline]
    fn same(&self, other: &Self) -> bool {
        self.is(other)
    }

    #[inline]
    fn trace(&self, links: &mut Links) {
        links.container(&self.0);
    }
}

impl<K: Item, V: Item> Payload for UnsafeCell<Table<K, V>> {
    fn trace(&self, links: &mut Links) {
        // SAFETY: see the module: nothing looks into the table while code of the program runs, which made an object here.
        for entry in unsafe { &(*self.get()).entries }.iter().flatten() {
            entry.key.trace(links);
            entry.value.trace(links);
        }
    }
}
