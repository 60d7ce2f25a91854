//! `list`: [`List`], a handle that several names may hold. Methods clone items out and in.
//!
//! **Invariant:** `with` is private to the list's files; no closure passed to it runs code of the program, so no second
//! reference into the vector can arise. Items are dropped after the closure.

mod methods;
mod order;
mod owned;
mod slicing;
pub(crate) mod sort;

pub use owned::{Growing, Rows, Sequence};

use std::cell::UnsafeCell;
use std::fmt;

use crate::counted::Counted;
use crate::cycles::{Links, Payload};
use crate::exc::{is_raised, may_compare};
use crate::item::{Item, same_or_equal};
use crate::show::{Repr, guarded, repr_items};
use crate::truth::Truth;

/// Python's `list`.
pub struct List<T: 'static>(Counted<UnsafeCell<Vec<T>>>);

/// Python lets go of the last item first, which objects with `__del__` see.
impl<T: 'static> Drop for List<T> {
    #[inline]
    fn drop(&mut self) {
        if std::mem::needs_drop::<T>() && self.0.count() == 1 && crate::finaliser::any() {
            self.end_items();
        }
    }
}

impl<T: 'static> Clone for List<T> {
    #[inline]
    fn clone(&self) -> Self {
        List(self.0.clone())
    }
}

impl<T: 'static> Default for List<T> {
    fn default() -> Self {
        List::from(Vec::new())
    }
}

impl<T: 'static> From<Vec<T>> for List<T> {
    fn from(items: Vec<T>) -> Self {
        List(Counted::new(UnsafeCell::new(items)))
    }
}

impl<T: 'static, const N: usize> From<[T; N]> for List<T> {
    fn from(items: [T; N]) -> Self {
        List::from(Vec::from(items))
    }
}

impl<T: Item> From<&[T]> for List<T> {
    fn from(items: &[T]) -> Self {
        List::from(items.to_vec())
    }
}

impl<T: 'static> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        List::from(items.into_iter().collect::<Vec<T>>())
    }
}

impl<T: 'static> List<T> {
    /// `[]`.
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

    /// Lets go of all items.
    fn end_items(&self) {
        let mut items = self.with(std::mem::take);
        while std::mem::needs_drop::<T>() && crate::finaliser::any() {
            let Some(item) = items.pop() else { break };
            drop(item);
        }
    }

    #[inline]
    fn with<R>(&self, f: impl FnOnce(&mut Vec<T>) -> R) -> R {
        // SAFETY: see the module: no closure runs foreign code, so this is the only reference while `f` runs.
        f(unsafe { &mut *self.0.get() })
    }
}

impl<T: Item> List<T> {
    /// The items as a vector.
    #[must_use]
    pub fn to_vec(&self) -> Vec<T> {
        self.with(|items| items.clone())
    }

    /// Python's iteration: by position, so it sees what the loop body appends.
    #[inline]
    #[must_use]
    pub fn iter(&self) -> ListIter<T> {
        ListIter { list: self.clone(), next: 0 }
    }

    /// The items of a list that ends here, as a vector of their own.
    #[must_use]
    pub fn into_vec(self) -> Vec<T> {
        if self.0.count() == 1 { self.with(std::mem::take) } else { self.to_vec() }
    }

    /// The items of a list that ends here.
    #[must_use]
    pub fn into_items(self) -> std::vec::IntoIter<T> {
        self.into_vec().into_iter()
    }

    /// `reversed(self)`.
    #[must_use]
    pub fn reversed(&self) -> ListReversed<T> {
        ListReversed { list: self.clone(), left: self.with(|items| items.len()) }
    }
}

/// `iter(list)`.
#[derive(Clone)]
pub struct ListIter<T: 'static> {
    list: List<T>,
    next: usize,
}

impl<T: Item> Iterator for ListIter<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        let item = self.list.with(|items| items.get(self.next).cloned());
        match item {
            Some(_) => self.next += 1,
            None => self.next = usize::MAX, // An exhausted iterator stays so.
        }
        item
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.list.with(|items| items.len()).saturating_sub(self.next), None)
    }
}

/// `reversed(list)`.
#[derive(Clone)]
pub struct ListReversed<T: 'static> {
    list: List<T>,
    left: usize,
}

impl<T: Item> Iterator for ListReversed<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        let at = self.left.checked_sub(1)?;
        let item = self.list.with(|items| items.get(at).cloned());
        self.left = if item.is_some() { at } else { 0 };
        item
    }
}

impl<T: Item> IntoIterator for &List<T> {
    type Item = T;
    type IntoIter = ListIter<T>;

    #[inline]
    fn into_iter(self) -> ListIter<T> {
        self.iter()
    }
}

impl<T: Item> IntoIterator for List<T> {
    type Item = T;
    type IntoIter = ListIter<T>;

    #[inline]
    fn into_iter(self) -> ListIter<T> {
        ListIter { list: self, next: 0 }
    }
}

impl<T: Item + PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        if self.is(other) {
            return true;
        }
        if self.len() != other.len() || !may_compare() {
            return false;
        }
        // `==` of the items may change the lists: index anew each time, as CPython does.
        let mut i = 0;
        while let (Some(a), Some(b)) = (self.peek(i), other.peek(i)) {
            if !same_or_equal(&a, &b) {
                return false;
            }
            i += 1;
        }
        self.len() == other.len()
    }
}

impl<T: Item + PartialEq> List<T> {
    /// The first items of one position that differ; none where asking raised.
    fn first_difference(&self, other: &Self) -> Option<(T, T)> {
        let mut i = 0;
        while let (Some(a), Some(b)) = (self.peek(i), other.peek(i)) {
            if !same_or_equal(&a, &b) {
                return (!is_raised()).then_some((a, b));
            }
            i += 1;
        }
        None
    }
}

impl<T: Item + PartialOrd> PartialOrd for List<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        match self.first_difference(other) {
            Some((a, b)) => a.partial_cmp(&b),
            None => self.len().partial_cmp(&other.len()),
        }
    }

    /// Items that have been asked whether they are equal are asked for their order alone.
    fn lt(&self, other: &Self) -> bool {
        self.first_difference(other).map_or_else(|| self.len() < other.len(), |(a, b)| a < b)
    }

    fn gt(&self, other: &Self) -> bool {
        self.first_difference(other).map_or_else(|| self.len() > other.len(), |(a, b)| a > b)
    }
}

impl<T: Item> List<T> {
    /// The item at a position from the start.
    #[inline]
    #[must_use]
    pub fn peek(&self, position: usize) -> Option<T> {
        self.with(|items| items.get(position).cloned())
    }
}

impl<T: Item + Repr> Repr for List<T> {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        guarded(f, self.id(), "[...]", |f| repr_items(f, "[", self.iter(), "]"))
    }
}

impl<T: Item + Repr> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.repr(f)
    }
}

impl<T: 'static> Truth for List<T> {
    #[inline]
    fn truth(&self) -> bool {
        self.with(|items| !items.is_empty())
    }
}

// SAFETY: counts a reference.
unsafe impl<T: Item> Item for List<T> {
    #[inline]
    fn same(&self, other: &Self) -> bool {
        self.is(other)
    }

    #[inline]
    fn trace(&self, links: &mut Links) {
        links.container(&self.0);
    }
}

impl<T: Item> Payload for UnsafeCell<Vec<T>> {
    fn trace(&self, links: &mut Links) {
        // SAFETY: see the module: nothing looks into the vector while code of the program runs, which made an object here.
        unsafe { &*self.get() }.iter().for_each(|item| item.trace(links));
    }
}
