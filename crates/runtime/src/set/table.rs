//! CPython's set table, so that sets iterate in CPython's order wherever the hashes are CPython's.
//!
//! Source: `Objects/setobject.c` of 3.11: open addressing, nine linear probes, then the perturbed jump.

const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;
const MIN_SIZE: usize = 8;

/// One place of the table.
#[derive(Clone)]
pub(super) enum Slot<T> {
    Empty,
    Dummy,
    Used(i64, T),
}

pub(super) struct Table<T> {
    pub slots: Vec<Slot<T>>,
    /// Used and dummy slots.
    pub fill: usize,
    pub used: usize,
    /// Where `pop` looks first.
    pub finger: usize,
    /// Changes with every change of the items.
    pub version: u64,
}

/// The slots that are asked for one hash, in order. A copy of the walk, so that none of the table is held meanwhile.
pub(super) struct Walk {
    mask: usize,
    i: usize,
    perturb: u64,
    next: usize,
    left: usize,
}

impl Walk {
    pub fn new(hash: i64, mask: usize) -> Walk {
        let i = (hash as u64 & mask as u64) as usize;
        Walk { mask, i, perturb: hash as u64, next: i, left: Self::probes(i, mask) }
    }

    fn probes(i: usize, mask: usize) -> usize {
        if i + LINEAR_PROBES <= mask { LINEAR_PROBES } else { 0 }
    }

    #[inline]
    pub fn step(&mut self) -> usize {
        let at = self.next;
        if self.left > 0 {
            self.left -= 1;
            self.next += 1;
        } else {
            self.perturb >>= PERTURB_SHIFT;
            let jump = (self.i as u64).wrapping_mul(5).wrapping_add(1).wrapping_add(self.perturb);
            self.i = (jump & self.mask as u64) as usize;
            self.next = self.i;
            self.left = Self::probes(self.i, self.mask);
        }
        at
    }
}

impl<T> Table<T> {
    pub fn new() -> Self {
        let slots = std::iter::repeat_with(|| Slot::Empty).take(MIN_SIZE).collect();
        Table { slots, fill: 0, used: 0, finger: 0, version: 0 }
    }

    pub fn mask(&self) -> usize {
        self.slots.len() - 1
    }

    /// Puts an item that is not there into a table without dummies in the way.
    fn insert_clean(&mut self, hash: i64, item: T) {
        let mut walk = Walk::new(hash, self.mask());
        loop {
            let at = walk.step();
            if matches!(self.slots[at], Slot::Empty) {
                self.slots[at] = Slot::Used(hash, item);
                return;
            }
        }
    }

    /// Room for more than `min_used` items; dummies go.
    pub fn resize(&mut self, min_used: usize) {
        let mut size = MIN_SIZE;
        while size <= min_used {
            size <<= 1;
        }
        let empty = std::iter::repeat_with(|| Slot::Empty).take(size).collect();
        let old = std::mem::replace(&mut self.slots, empty);
        self.fill = self.used;
        for slot in old {
            if let Slot::Used(hash, item) = slot {
                self.insert_clean(hash, item);
            }
        }
        self.version += 1;
    }

    pub fn grown(&self) -> usize {
        if self.used > 50_000 { self.used * 2 } else { self.used * 4 }
    }

    /// Fills the empty or dummy slot of a walk that did not find the item.
    pub fn fill_slot(&mut self, at: usize, hash: i64, item: T) {
        let old = std::mem::replace(&mut self.slots[at], Slot::Used(hash, item));
        if matches!(old, Slot::Dummy) {
            self.used += 1;
            self.version += 1;
            return;
        }
        self.fill += 1;
        self.used += 1;
        self.version += 1;
        if self.fill * 5 >= self.mask() * 3 {
            self.resize(self.grown());
        }
    }

    /// Takes the item at a slot out.
    pub fn vacate(&mut self, at: usize) -> Option<T> {
        let old = std::mem::replace(&mut self.slots[at], Slot::Dummy);
        self.used -= 1;
        self.version += 1;
        match old {
            Slot::Used(_, item) => Some(item),
            Slot::Empty | Slot::Dummy => None,
        }
    }

    /// `set_merge` where this table is empty and needs no comparison: true where that was done.
    pub fn merge_into_empty(&mut self, other: &Table<T>) -> bool
    where
        T: Clone,
    {
        if self.fill != 0 {
            return false;
        }
        self.version += 1;
        if self.mask() == other.mask() && other.fill == other.used {
            self.slots = other.slots.clone();
        } else {
            for slot in &other.slots {
                if let Slot::Used(hash, item) = slot {
                    self.insert_clean(*hash, item.clone());
                }
            }
        }
        (self.fill, self.used) = (other.used, other.used);
        true
    }

    /// The growth before a merge with `more` items.
    pub fn reserve(&mut self, more: usize) {
        if (self.fill + more) * 5 >= self.mask() * 3 {
            self.resize((self.used + more) * 2);
        }
    }

    /// The slot of the item that `pop` takes.
    pub fn pop_slot(&mut self) -> Option<usize> {
        if self.used == 0 {
            return None;
        }
        let mut at = self.finger & self.mask();
        while !matches!(self.slots[at], Slot::Used(..)) {
            at = if at == self.mask() { 0 } else { at + 1 };
        }
        self.finger = at + 1;
        Some(at)
    }
}
