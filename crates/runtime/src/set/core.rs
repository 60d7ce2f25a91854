//! Looking up, adding and discarding by hash.

use super::Set;
use super::table::{Slot, Walk};
use crate::dict::Key;
use crate::exc::is_raised;
use crate::item::same_or_equal;

/// What a walk ended at.
enum Found {
    At(usize),
    Free(usize),
    /// A hidden call raised on the way.
    Nowhere,
}

enum Step<T> {
    On,
    Dummy,
    Free,
    Equal,
    Ask(T),
}

impl<T: Key> Set<T> {
    fn walk(&self, hash: i64, item: &T) -> Found {
        'again: loop {
            if !T::PLAIN && is_raised() {
                return Found::Nowhere;
            }
            let (mask, version) = self.with(|table| (table.mask(), table.version));
            let mut walk = Walk::new(hash, mask);
            let mut dummy = None;
            loop {
                let at = walk.step();
                let step = self.with(|table| match &table.slots[at] {
                    Slot::Empty => Step::Free,
                    Slot::Used(known, each) if *known == hash => {
                        if T::PLAIN {
                            if same_or_equal(each, item) { Step::Equal } else { Step::On }
                        } else {
                            Step::Ask(each.clone())
                        }
                    }
                    Slot::Dummy => Step::Dummy,
                    Slot::Used(..) => Step::On,
                });
                match step {
                    Step::On => {}
                    // The last dummy on the way takes the item.
                    Step::Dummy => dummy = Some(at),
                    Step::Free => return Found::Free(dummy.unwrap_or(at)),
                    Step::Equal => return Found::At(at),
                    Step::Ask(each) => {
                        let equal = same_or_equal(&each, item);
                        if is_raised() {
                            return Found::Nowhere;
                        }
                        if self.with(|table| table.version) != version {
                            continue 'again;
                        }
                        if equal {
                            return Found::At(at);
                        }
                    }
                }
            }
        }
    }

    pub(super) fn contains_hashed(&self, hash: i64, item: &T) -> bool {
        matches!(self.walk(hash, item), Found::At(_))
    }

    pub(super) fn add_hashed(&self, hash: i64, item: T) {
        if let Found::Free(at) = self.walk(hash, &item) {
            self.with(|table| table.fill_slot(at, hash, item));
        }
    }

    pub(super) fn discard_hashed(&self, hash: i64, item: &T) -> bool {
        match self.walk(hash, item) {
            Found::At(at) => {
                let old = self.with(|table| table.vacate(at));
                drop(old);
                true
            }
            Found::Free(_) | Found::Nowhere => false,
        }
    }

    /// The items that have this hash.
    pub(super) fn hashed_as(&self, hash: i64) -> Vec<T> {
        self.with(|table| {
            let mut walk = Walk::new(hash, table.mask());
            let mut found = Vec::new();
            loop {
                match &table.slots[walk.step()] {
                    Slot::Empty => return found,
                    Slot::Used(known, item) if *known == hash => found.push(item.clone()),
                    Slot::Used(..) | Slot::Dummy => {}
                }
            }
        })
    }

    /// The items with their hashes, in order.
    pub(super) fn hashed(&self) -> Vec<(i64, T)> {
        self.with(|table| {
            let used = table.slots.iter().filter_map(|slot| match slot {
                Slot::Used(hash, item) => Some((*hash, item.clone())),
                Slot::Empty | Slot::Dummy => None,
            });
            used.collect()
        })
    }

    /// `set_merge`.
    pub(super) fn merge(&self, other: &Set<T>) {
        if self.is(other) || other.is_empty() {
            return;
        }
        let more = other.with(|table| table.used);
        self.with(|table| table.reserve(more));
        if self.with(|table| other.with(|theirs| table.merge_into_empty(theirs))) {
            return;
        }
        for (hash, item) in other.hashed() {
            self.add_hashed(hash, item);
        }
    }
}
