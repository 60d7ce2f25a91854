//! Where a dict's entries are, by hash: what knows no key and no value is compiled once, for dicts of every type.

use std::num::NonZeroU64;

use hashbrown::HashTable;

/// A hash spread over all bits. It is never 0, as a Python hash is never -1, so that a deleted entry costs no byte.
pub(super) type Hash = NonZeroU64;

/// Spreads Python's hash, which for small ints is the int; different hashes stay different.
#[inline]
pub(super) fn spread(hash: i64) -> Hash {
    let mixed = (!hash as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    Hash::new(mixed ^ (mixed >> 32)).unwrap_or(Hash::MAX)
}

#[derive(Clone, Copy)]
struct Place {
    /// Half of the hash: enough to grow the table, and to pass over most of the wrong entries without a look at them.
    hash: u32,
    at: u32,
}

/// Positions of entries by hash.
#[derive(Default)]
pub(super) struct Index(HashTable<Place>);

#[inline]
fn half(hash: Hash) -> u32 {
    hash.get() as u32
}

/// What the table sees: it takes the place from the low bits and its tag from the high ones.
#[inline]
fn wide(half: u32) -> u64 {
    u64::from(half) << 32 | u64::from(half)
}

impl Index {
    #[inline]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The position of the entry that `is_it` accepts, among those that may have this hash.
    #[inline]
    pub fn find(&self, hash: Hash, mut is_it: impl FnMut(usize) -> bool) -> Option<usize> {
        let half = half(hash);
        let found = self.0.find(wide(half), |place| place.hash == half && is_it(place.at as usize));
        found.map(|place| place.at as usize)
    }

    /// The positions of entries that may have this hash, in order.
    #[inline(never)]
    pub fn candidates(&self, hash: Hash) -> Vec<usize> {
        let half = half(hash);
        let of_hash = self.0.iter_hash(wide(half)).filter(|place| place.hash == half);
        let mut found: Vec<usize> = of_hash.map(|place| place.at as usize).collect();
        found.sort_unstable();
        found
    }

    #[inline(never)]
    pub fn insert(&mut self, hash: Hash, at: usize) {
        let at = u32::try_from(at).expect("a dict of at most 2³² entries");
        let hash = half(hash);
        self.0.insert_unique(wide(hash), Place { hash, at }, |place| wide(place.hash));
    }

    #[inline(never)]
    pub fn remove(&mut self, hash: Hash, at: usize) {
        if let Ok(found) = self.0.find_entry(wide(half(hash)), |place| place.at as usize == at) {
            found.remove();
        }
    }

    /// The index of entries with these hashes, in order.
    pub fn rebuild(&mut self, hashes: impl Iterator<Item = Hash>) {
        self.0.clear();
        for (at, hash) in hashes.enumerate() {
            self.insert(hash, at);
        }
    }
}
