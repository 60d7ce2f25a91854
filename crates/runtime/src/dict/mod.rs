//! `dict`: [`Dict`], a handle on an insertion-ordered compact table: an index of positions beside a vector of entries.
//!
//! **Invariant:** `with` is private to the dict's files; no closure passed to it runs code of the program: keys are
//! compared outside, on clones, unless their type is `PLAIN`. Entries are dropped after the closure.

mod counter;
mod flavour;
mod iter;
mod keywords;
mod methods;
mod order;
mod pairs;
mod views;

pub use iter::{DictCursor, DictItems, DictKeys, DictValues};
pub use keywords::{check_keywords, try_check_keywords, without};
pub use pairs::Pairs;
pub use views::{ItemsView, KeysView, ValuesView};

use std::cell::UnsafeCell;

use hashbrown::HashTable;

use crate::counted::Counted;
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
    hash: u64,
    key: K,
    value: V,
}

struct Table<K, V> {
    /// Positions in `entries` by hash.
    index: HashTable<u32>,
    /// In order of insertion; `None` where one was deleted.
    entries: Vec<Option<Entry<K, V>>>,
    /// Changes with every change of the keys.
    version: u64,
    /// What it is called.
    flavour: flavour::Flavour<K, V>,
}

impl<K, V> Table<K, V> {
    fn new() -> Self {
        Table { index: HashTable::new(), entries: Vec::new(), version: 0, flavour: flavour::Flavour::Plain }
    }

    fn hash_at(entries: &[Option<Entry<K, V>>], at: u32) -> u64 {
        entries[at as usize].as_ref().map_or(0, |entry| entry.hash)
    }

    fn push(&mut self, hash: u64, key: K, value: V) {
        if self.entries.len() == self.entries.capacity() && self.entries.len() > 2 * self.index.len() + 8 {
            self.compact();
        }
        let at = u32::try_from(self.entries.len()).expect("a dict of at most 2³² entries");
        self.entries.push(Some(Entry { hash, key, value }));
        let entries = &self.entries;
        self.index.insert_unique(hash, at, |&at| Self::hash_at(entries, at));
        self.version += 1;
    }

    /// Drops the places of deleted entries.
    fn compact(&mut self) {
        self.entries.retain(Option::is_some);
        self.index.clear();
        let entries = &self.entries;
        for at in 0..entries.len() as u32 {
            self.index.insert_unique(Self::hash_at(entries, at), at, |&at| Self::hash_at(entries, at));
        }
    }

    fn remove(&mut self, at: usize) -> Option<Entry<K, V>> {
        let entry = self.entries[at].take()?;
        if let Ok(found) = self.index.find_entry(entry.hash, |&i| i as usize == at) {
            found.remove();
        }
        while self.entries.last().is_some_and(Option::is_none) {
            self.entries.pop();
        }
        self.version += 1;
        Some(entry)
    }
}

/// Spreads Python's hash, which for small ints is the int, over all bits.
#[inline]
fn spread(hash: i64) -> u64 {
    let mixed = (hash as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ (mixed >> 32)
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
        self.with(|table| table.index.is_empty())
    }
}

impl<K: Key, V: Item> Dict<K, V> {
    /// The place of `key` among the entries.
    #[inline]
    fn find(&self, hash: u64, key: &K) -> Option<usize> {
        if K::PLAIN {
            return self.with(|table| {
                let entries = &table.entries;
                let found = table.index.find(hash, |&at| {
                    entries[at as usize]
                        .as_ref()
                        .is_some_and(|entry| entry.hash == hash && same_or_equal(&entry.key, key))
                });
                found.map(|&at| at as usize)
            });
        }
        self.find_by_program(hash, key)
    }

    /// [`Dict::find`] where `==` may change this very dict: candidates by hash first, then comparisons on clones.
    fn find_by_program(&self, hash: u64, key: &K) -> Option<usize> {
        'again: loop {
            if is_raised() {
                return None;
            }
            let (version, candidates) = self.with(|table| {
                let entries = &table.entries;
                let same_hash = |&&at: &&u32| Table::hash_at(entries, at) == hash;
                let mut found: Vec<usize> =
                    table.index.iter_hash(hash).filter(same_hash).map(|&at| at as usize).collect();
                found.sort_unstable();
                (table.version, found)
            });
            for at in candidates {
                let known = self.with(|table| table.entries[at].as_ref().map(|entry| entry.key.clone()));
                let Some(known) = known else { continue 'again };
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
    fn hash_of(key: &K) -> u64 {
        spread(key.py_hash())
    }
}

// SAFETY: counts a reference.
unsafe impl<K: 'static, V: 'static> Item for Dict<K, V> {
    #[inline]
    fn same(&self, other: &Self) -> bool {
        self.is(other)
    }
}
