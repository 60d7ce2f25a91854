//! Where a dict's entries are, by hash: what knows no key and no value is compiled once, for dicts of every type.
//!
//! An open table of positions, probed one after the other: a look-up reads one line of memory beside the entry itself.
//!
//! **Invariant:** the number of places is a power of two or 0, a third of them at least is free, and between where the hash
//! of a position points and where it stands there is no free place.

use std::num::NonZeroU64;

/// A hash spread over all bits. It is never 0, as a Python hash is never -1, so that a deleted entry costs no byte.
pub(super) type Hash = NonZeroU64;

/// Spreads Python's hash, which for small ints is the int; different hashes stay different.
#[inline]
pub(super) fn spread(hash: i64) -> Hash {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let mixed = (!hash as u64).wrapping_mul(ODD);
    Hash::new((mixed ^ (mixed >> 32)).wrapping_mul(ODD)).unwrap_or(Hash::MAX)
}

#[derive(Clone, Copy)]
struct Place {
    /// Half of the hash: enough to grow the table, and to pass over most of the wrong entries without a look at them.
    hash: u32,
    at: u32,
}

/// No position: one more than a dict may have.
const FREE: Place = Place { hash: 0, at: u32::MAX };

impl Place {
    #[inline]
    fn is_free(self) -> bool {
        self.at == FREE.at
    }
}

/// The places of the smallest table that is not empty.
const SMALLEST: usize = 8;

/// Positions of entries by hash.
#[derive(Default)]
pub(super) struct Index {
    places: Vec<Place>,
    len: usize,
}

/// The better half: each of its bits depends on all of Python's hash.
#[inline]
fn half(hash: Hash) -> u32 {
    (hash.get() >> 32) as u32
}

impl Index {
    #[inline]
    pub fn len(&self) -> usize {
        self.len
    }

    #[inline]
    fn mask(&self) -> usize {
        self.places.len().wrapping_sub(1)
    }

    /// The position of the entry that `is_it` accepts, among those that may have this hash.
    #[inline]
    pub fn find(&self, hash: Hash, mut is_it: impl FnMut(usize) -> bool) -> Option<usize> {
        let half = half(hash);
        let mask = self.mask();
        let mut slot = half as usize & mask;
        loop {
            let place = *self.places.get(slot)?;
            if place.is_free() {
                return None;
            }
            if place.hash == half && is_it(place.at as usize) {
                return Some(place.at as usize);
            }
            slot = slot.wrapping_add(1) & mask;
        }
    }

    /// The positions of entries that may have this hash, in order.
    #[inline(never)]
    pub fn candidates(&self, hash: Hash) -> Vec<usize> {
        let mut found = Vec::new();
        self.find(hash, |at| {
            found.push(at);
            false
        });
        found.sort_unstable();
        found
    }

    #[inline(never)]
    pub fn insert(&mut self, hash: Hash, at: usize) {
        let at = u32::try_from(at).ok().filter(|&at| at != FREE.at).expect("a dict of less than 2³² entries");
        if 3 * (self.len + 1) > 2 * self.places.len() {
            self.grow();
        }
        self.put(Place { hash: half(hash), at });
        self.len += 1;
    }

    /// Puts it where it belongs, or in the first free place after that.
    #[inline]
    fn put(&mut self, place: Place) {
        let mask = self.mask();
        let mut slot = place.hash as usize & mask;
        while !self.places[slot].is_free() {
            slot = slot.wrapping_add(1) & mask;
        }
        self.places[slot] = place;
    }

    fn grow(&mut self) {
        let places = vec![FREE; (2 * self.places.len()).max(SMALLEST)];
        for place in std::mem::replace(&mut self.places, places) {
            if !place.is_free() {
                self.put(place);
            }
        }
    }

    #[inline(never)]
    pub fn remove(&mut self, hash: Hash, at: usize) {
        let mask = self.mask();
        let mut hole = half(hash) as usize & mask;
        loop {
            match self.places.get(hole) {
                Some(place) if place.at as usize == at => break,
                Some(place) if !place.is_free() => hole = hole.wrapping_add(1) & mask,
                _ => return,
            }
        }
        // What follows moves up, unless it stands where it belongs, or before the hole.
        let mut slot = hole.wrapping_add(1) & mask;
        while !self.places[slot].is_free() {
            let home = self.places[slot].hash as usize;
            if slot.wrapping_sub(home) & mask >= slot.wrapping_sub(hole) & mask {
                self.places[hole] = self.places[slot];
                hole = slot;
            }
            slot = slot.wrapping_add(1) & mask;
        }
        self.places[hole] = FREE;
        self.len -= 1;
    }

    /// The index of entries with these hashes, in order.
    pub fn rebuild(&mut self, hashes: impl Iterator<Item = Hash>) {
        self.places.fill(FREE);
        self.len = 0;
        for (at, hash) in hashes.enumerate() {
            self.insert(hash, at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Insertions and removals in some order, against a list of what should be there.
    #[test]
    fn finds_what_is_in_it() {
        let mut index = Index::default();
        let mut known: Vec<(Hash, usize)> = Vec::new();
        let mut state: u64 = 1;
        for at in 0..3000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            // Few hashes, so that many entries share one, and their places wrap around.
            let hash = spread((state >> 60) as i64 - if at % 3 == 0 { 0 } else { 7 * at as i64 });
            index.insert(hash, at);
            known.push((hash, at));
            if state >> 40 & 3 > 0 && at > 20 {
                let (hash, at) = known.swap_remove((state >> 20) as usize % known.len());
                index.remove(hash, at);
                index.remove(hash, at);
                assert_eq!(index.find(hash, |found| found == at), None);
            }
            assert_eq!(index.len(), known.len());
        }
        for &(hash, at) in &known {
            assert_eq!(index.find(hash, |found| found == at), Some(at));
            assert!(index.candidates(hash).contains(&at));
        }
        index.rebuild(known.iter().map(|&(hash, _)| hash));
        for (at, &(hash, _)) in known.iter().enumerate() {
            assert_eq!(index.find(hash, |found| found == at), Some(at));
        }
    }

    #[test]
    fn an_empty_one_has_nothing() {
        let mut index = Index::default();
        index.remove(spread(1), 0);
        assert_eq!(index.find(spread(1), |_| true), None);
        assert_eq!(index.len(), 0);
    }
}
