//! `set` and `frozenset`: handles on CPython's table; iteration is in CPython's order.
//!
//! **Invariant:** `with` is private to the set's files; no closure passed to it runs code of the program: items are
//! compared outside, on clones, unless their type is `PLAIN`. Items are dropped after the closure.

mod core;
mod frozen;
mod iter;
mod methods;
mod ops;
mod table;

pub use frozen::FrozenSet;
pub use iter::SetIter;
pub use ops::SetLike;

use std::cell::UnsafeCell;
use std::fmt;

use crate::counted::Counted;
use crate::cycles::{Links, Payload};
use crate::dict::Key;
use crate::item::Item;
use crate::show::{Repr, guarded, repr_items};
use crate::truth::Truth;
use table::{Slot, Table};

/// Python's `set`.
pub struct Set<T: 'static>(Counted<UnsafeCell<Table<T>>>);

impl<T: 'static> Clone for Set<T> {
    #[inline]
    fn clone(&self) -> Self {
        Set(self.0.clone())
    }
}

impl<T: 'static> Default for Set<T> {
    fn default() -> Self {
        Set(Counted::new(UnsafeCell::new(Table::new())))
    }
}

impl<T: 'static> Set<T> {
    /// `set()`.
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
    fn with<R>(&self, f: impl FnOnce(&mut Table<T>) -> R) -> R {
        // SAFETY: see the module: no closure runs foreign code, so this is the only reference while `f` runs.
        f(unsafe { &mut *self.0.get() })
    }

    /// `len(self)`.
    #[inline]
    #[must_use]
    pub fn len(&self) -> i64 {
        self.with(|table| table.used as i64)
    }

    /// `not self`.
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.with(|table| table.used == 0)
    }
}

impl<T: Key> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let set = Set::new();
        set.extend(items);
        set
    }
}

impl<T: Key, const N: usize> From<[T; N]> for Set<T> {
    fn from(items: [T; N]) -> Self {
        items.into_iter().collect()
    }
}

impl<T: Key> From<Vec<T>> for Set<T> {
    fn from(items: Vec<T>) -> Self {
        items.into_iter().collect()
    }
}

impl<T: Key> PartialEq for Set<T> {
    fn eq(&self, other: &Self) -> bool {
        self.is(other) || (self.len() == other.len() && self.issubset(other))
    }
}

/// Subset order.
impl<T: Key> PartialOrd for Set<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        ops::subset_order(self, other)
    }
}

impl<T: 'static> Truth for Set<T> {
    #[inline]
    fn truth(&self) -> bool {
        !self.is_empty()
    }
}

impl<T: Key> Repr for Set<T> {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return f.write_str("set()");
        }
        guarded(f, self.id(), "set(...)", |f| repr_items(f, "{", self.iter(), "}"))
    }
}

impl<T: Key> Set<T> {
    /// The text of an object of a class derived from `set`: that of the set in a call of the class.
    ///
    /// # Errors
    /// Those of writing.
    pub fn repr_as(&self, class: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return write!(f, "{class}()");
        }
        guarded(f, self.id(), &format!("{class}(...)"), |f| {
            f.write_str(class)?;
            repr_items(f, "({", self.iter(), "})")
        })
    }
}

impl<T: Key> fmt::Debug for Set<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.repr(f)
    }
}

// SAFETY: counts a reference.
unsafe impl<T: Item> Item for Set<T> {
    #[inline]
    fn same(&self, other: &Self) -> bool {
        self.is(other)
    }

    #[inline]
    fn trace(&self, links: &mut Links) {
        links.container(&self.0);
    }
}

impl<T: Item> Payload for UnsafeCell<Table<T>> {
    fn trace(&self, links: &mut Links) {
        // SAFETY: see the module: nothing looks into the table while code of the program runs, which made an object here.
        let slots = unsafe { &(*self.get()).slots };
        for slot in slots {
            if let Slot::Used(_, item) = slot {
                item.trace(links);
            }
        }
    }
}
