//! Iterating a `set`: a change of its size meanwhile is a `RuntimeError`.

use super::Set;
use super::table::Slot;
use crate::dict::Key;
use crate::exc::{Exception, RuntimeError};

/// `iter(set)`.
pub struct SetIter<T: 'static> {
    set: Set<T>,
    next: usize,
    size: i64,
}

impl<T: 'static> Clone for SetIter<T> {
    fn clone(&self) -> Self {
        SetIter { set: self.set.clone(), next: self.next, size: self.size }
    }
}

impl<T: Key> SetIter<T> {
    /// The next item.
    ///
    /// # Errors
    /// `RuntimeError` where the size changed.
    pub fn try_next(&mut self) -> Result<Option<T>, Exception> {
        if self.size < 0 {
            return Ok(None);
        }
        if self.set.len() != self.size {
            return Err(Exception::new(RuntimeError, "Set changed size during iteration"));
        }
        let mut next = self.next;
        let found = self.set.with(|table| {
            while let Some(slot) = table.slots.get(next) {
                next += 1;
                if let Slot::Used(_, item) = slot {
                    return Some(item.clone());
                }
            }
            None
        });
        self.next = next;
        if found.is_none() {
            self.size = -1; // An exhausted iterator stays so.
        }
        Ok(found)
    }

    /// The same iteration, raising instead of ending the program.
    pub fn tried(mut self) -> impl Iterator<Item = Result<T, Exception>> {
        std::iter::from_fn(move || self.try_next().transpose())
    }
}

impl<T: Key> Iterator for SetIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.try_next().unwrap_or_else(|error| error.uncaught())
    }
}

impl<T: Key> Set<T> {
    /// `iter(self)`.
    #[must_use]
    pub fn iter(&self) -> SetIter<T> {
        SetIter { set: self.clone(), next: 0, size: self.len() }
    }
}

impl<T: Key> IntoIterator for &Set<T> {
    type Item = T;
    type IntoIter = SetIter<T>;

    fn into_iter(self) -> SetIter<T> {
        self.iter()
    }
}

impl<T: Key> IntoIterator for Set<T> {
    type Item = T;
    type IntoIter = SetIter<T>;

    fn into_iter(self) -> SetIter<T> {
        self.iter()
    }
}
