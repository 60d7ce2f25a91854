//! `collections.deque`.
//!
//! **Invariant:** `with` is private to this file; no closure passed to it runs code of the program. Items are dropped
//! after the closure.

use std::cell::UnsafeCell;
use std::collections::VecDeque;
use std::fmt;

use crate::counted::Counted;
use crate::cycles::{Links, Payload};
use crate::exc::{Exception, IndexError, RuntimeError, hide, is_raised, may_compare, raised_or, value_error};
use crate::item::{Item, same_or_equal};
use crate::macros::raising_methods;
use crate::show::{Repr, guarded, repr_items};
use crate::slice::{bounds, insertion, position};
use crate::truth::Truth;

/// What iteration and searches say about a deque that changes meanwhile.
const MUTATED: &str = "deque mutated during iteration";

struct Inner<T> {
    items: VecDeque<T>,
    max: Option<usize>,
    /// The name of its class: a derived one has its own.
    class: &'static str,
    /// Changes with every change of the size.
    version: u64,
}

/// Python's `collections.deque`.
pub struct Deque<T: 'static>(Counted<UnsafeCell<Inner<T>>>);

impl<T: 'static> Clone for Deque<T> {
    fn clone(&self) -> Self {
        Deque(self.0.clone())
    }
}

impl<T: 'static> Deque<T> {
    fn with<R>(&self, f: impl FnOnce(&mut Inner<T>) -> R) -> R {
        // SAFETY: see the module: no closure runs foreign code, so this is the only reference while `f` runs.
        f(unsafe { &mut *self.0.get() })
    }

    fn make(items: VecDeque<T>, max: Option<usize>) -> Self {
        Deque(Counted::new(UnsafeCell::new(Inner { items, max, class: "deque", version: 0 })))
    }

    /// This deque as that of an object of a class derived from `deque`.
    #[must_use]
    pub fn named(self, class: &'static str) -> Self {
        self.with(|inner| inner.class = class);
        self
    }

    /// Python's `self is other`.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.0.is(&other.0)
    }

    /// `id(self)`.
    #[must_use]
    pub fn id(&self) -> usize {
        self.0.address()
    }

    /// `len(self)`.
    #[must_use]
    pub fn len(&self) -> i64 {
        self.with(|inner| inner.items.len() as i64)
    }

    /// `not self`.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<T: 'static> Default for Deque<T> {
    fn default() -> Self {
        Deque::make(VecDeque::new(), None)
    }
}

impl<T: Item> Deque<T> {
    /// `deque()`.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// `deque(items, maxlen)`.
    ///
    /// # Errors
    /// `ValueError` for a negative length.
    pub fn try_with_max(items: impl IntoIterator<Item = T>, max: i64) -> Result<Self, Exception> {
        let max = usize::try_from(max).map_err(|_| value_error("maxlen must be non-negative"))?;
        let deque = Deque::make(VecDeque::new(), Some(max));
        deque.extend(items);
        Ok(deque)
    }

    /// [`Deque::try_with_max`] where nobody observes the exception.
    #[must_use]
    pub fn with_max(items: impl IntoIterator<Item = T>, max: i64) -> Self {
        Self::try_with_max(items, max).unwrap_or_else(|error| error.uncaught())
    }

    /// `self.maxlen`.
    #[must_use]
    pub fn maxlen(&self) -> Option<i64> {
        self.with(|inner| inner.max.map(|max| max as i64))
    }

    /// `self.append(item)`.
    pub fn append(&self, item: T) {
        let old = self.with(|inner| {
            inner.items.push_back(item);
            inner.version += 1;
            if inner.max.is_some_and(|max| inner.items.len() > max) { inner.items.pop_front() } else { None }
        });
        drop(old);
    }

    /// `self.appendleft(item)`.
    pub fn appendleft(&self, item: T) {
        let old = self.with(|inner| {
            inner.items.push_front(item);
            inner.version += 1;
            if inner.max.is_some_and(|max| inner.items.len() > max) { inner.items.pop_back() } else { None }
        });
        drop(old);
    }

    /// `self.extend(items)`.
    pub fn extend(&self, items: impl IntoIterator<Item = T>) {
        let items: Vec<T> = items.into_iter().collect();
        for item in items {
            self.append(item);
        }
    }

    /// `self.extendleft(items)`.
    pub fn extendleft(&self, items: impl IntoIterator<Item = T>) {
        let items: Vec<T> = items.into_iter().collect();
        for item in items {
            self.appendleft(item);
        }
    }

    raising_methods! {
        /// `self.pop()`.
        fn try_pop / pop(&self) -> T {
            self.with(|inner| {
                inner.version += 1;
                inner.items.pop_back()
            })
            .ok_or_else(|| Exception::new(IndexError, "pop from an empty deque"))
        }

        /// `self.popleft()`.
        fn try_popleft / popleft(&self) -> T {
            self.with(|inner| {
                inner.version += 1;
                inner.items.pop_front()
            })
            .ok_or_else(|| Exception::new(IndexError, "pop from an empty deque"))
        }

        /// `self[index]`.
        fn try_at / at(&self, index: i64) -> T {
            self.with(|inner| position(index, inner.items.len()).and_then(|i| inner.items.get(i).cloned()))
                .ok_or_else(|| Exception::new(IndexError, "deque index out of range"))
        }

        /// `self[index] = item`.
        fn try_set / set(&self, index: i64, item: T) -> () {
            let old = self.with(|inner| {
                let at = position(index, inner.items.len())?;
                inner.items.get_mut(at).map(|place| std::mem::replace(place, item))
            });
            old.map(drop).ok_or_else(|| Exception::new(IndexError, "deque index out of range"))
        }

        /// `self[a], self[b] = self[b], self[a]`.
        fn try_swap_at / swap_at(&self, a: i64, b: i64) -> () {
            let (x, y) = (self.try_at(b)?, self.try_at(a)?);
            self.try_set(a, x)?;
            self.try_set(b, y)
        }

        /// `del self[index]`.
        fn try_delete / delete(&self, index: i64) -> () {
            let old = self.with(|inner| {
                inner.version += 1;
                position(index, inner.items.len()).and_then(|at| inner.items.remove(at))
            });
            old.map(drop).ok_or_else(|| Exception::new(IndexError, "deque index out of range"))
        }

        /// `self.insert(index, item)`.
        fn try_insert / insert(&self, index: i64, item: T) -> () {
            self.with(|inner| {
                if inner.max.is_some_and(|max| inner.items.len() >= max) {
                    return Err(Exception::new(IndexError, "deque already at its maximum size"));
                }
                inner.version += 1;
                inner.items.insert(insertion(index, inner.items.len()), item);
                Ok(())
            })
        }

        /// `self.remove(item)`.
        fn try_remove / remove(&self, item: &T) -> () , [T: PartialEq] {
            let version = self.version();
            let found = self.find(item, 0, usize::MAX);
            if self.version() != version {
                return Err(raised_or(Exception::new(IndexError, MUTATED)));
            }
            let Some(at) = found else {
                return Err(raised_or(value_error("deque.remove(x): x not in deque")));
            };
            let old = self.with(|inner| {
                inner.version += 1;
                inner.items.remove(at)
            });
            drop(old);
            Ok(())
        }

        /// `self.index(item)`.
        fn try_index / index(&self, item: &T) -> i64 , [T: PartialEq + Repr] {
            self.try_index_in(item, None, None)
        }

        /// `self.index(item, start, stop)`.
        fn try_index_in / index_in(&self, item: &T, start: Option<i64>, stop: Option<i64>) -> i64 , [T: PartialEq + Repr] {
            let (start, stop) = bounds(start, stop, self.len() as usize);
            let version = self.version();
            match self.find(item, start, stop) {
                Some(at) => Ok(at as i64),
                None if self.version() != version => Err(raised_or(Exception::new(RuntimeError, MUTATED))),
                None => Err(raised_or(value_error(format!("{:?} is not in deque", crate::py(item))))),
            }
        }
    }

    /// `self.rotate(count)`.
    pub fn rotate(&self, count: i64) {
        self.with(|inner| {
            let len = inner.items.len() as i64;
            if len > 1 {
                inner.version += 1;
                inner.items.rotate_right(count.rem_euclid(len) as usize);
            }
        });
    }

    /// `self.reverse()`.
    pub fn reverse(&self) {
        self.with(|inner| inner.items.make_contiguous().reverse());
    }

    /// `self.clear()`.
    pub fn clear(&self) {
        let old = self.with(|inner| {
            inner.version += 1;
            std::mem::take(&mut inner.items)
        });
        drop(old);
    }

    /// `self.copy()`.
    #[must_use]
    pub fn copy(&self) -> Deque<T> {
        self.with(|inner| Deque::make(inner.items.clone(), inner.max))
    }

    /// `self * times`.
    #[must_use]
    pub fn repeat(&self, times: i64) -> Deque<T> {
        let items: Vec<T> = self.iter().collect();
        let repeated = self.with(|inner| Deque::make(VecDeque::new(), inner.max));
        for _ in 0..times {
            repeated.extend(items.iter().cloned());
        }
        repeated
    }

    /// `self *= times`.
    pub fn repeat_in_place(&self, times: i64) {
        let repeated = self.repeat(times);
        self.clear();
        self.extend(repeated);
    }

    /// `self.count(item)`.
    #[must_use]
    pub fn count(&self, item: &T) -> i64
    where
        T: PartialEq,
    {
        let version = self.version();
        let (mut n, mut start) = (0, 0);
        while let Some(at) = self.find(item, start, usize::MAX)
            && self.version() == version
        {
            n += 1;
            start = at + 1;
        }
        if self.version() == version { n } else { hide(Exception::new(RuntimeError, MUTATED), n) }
    }

    /// `item in self`.
    #[must_use]
    pub fn contains(&self, item: &T) -> bool
    where
        T: PartialEq,
    {
        let version = self.version();
        let found = self.find(item, 0, usize::MAX).is_some();
        if found || self.version() == version {
            found
        } else {
            hide(Exception::new(RuntimeError, MUTATED), false)
        }
    }

    fn version(&self) -> u64 {
        self.with(|inner| inner.version)
    }

    /// The position of the first item that is or equals `item`, from `start`; none where a comparison raised, or changed
    /// the size without finding it.
    fn find(&self, item: &T, start: usize, stop: usize) -> Option<usize>
    where
        T: PartialEq,
    {
        let version = self.version();
        for at in start..stop {
            let each = self.with(|inner| inner.items.get(at).cloned())?;
            let same = same_or_equal(&each, item);
            if !T::PLAIN && is_raised() {
                return None;
            }
            if same {
                return Some(at);
            }
            if self.version() != version {
                return None;
            }
        }
        None
    }

    /// `iter(self)`; a change meanwhile is a `RuntimeError`.
    #[must_use]
    pub fn iter(&self) -> DequeIter<T> {
        DequeIter { deque: self.clone(), next: 0, back: false, version: self.with(|inner| inner.version) }
    }

    /// `reversed(self)`.
    #[must_use]
    pub fn reversed(&self) -> DequeIter<T> {
        DequeIter { back: true, ..self.iter() }
    }
}

/// `iter(deque)`.
#[derive(Clone)]
pub struct DequeIter<T: 'static> {
    deque: Deque<T>,
    next: usize,
    back: bool,
    version: u64,
}

impl<T: Item> DequeIter<T> {
    /// The next item.
    ///
    /// # Errors
    /// `RuntimeError` where the deque changed.
    pub fn try_next(&mut self) -> Result<Option<T>, Exception> {
        if self.next == usize::MAX {
            return Ok(None);
        }
        let (next, back, version) = (self.next, self.back, self.version);
        let found = self.deque.with(|inner| {
            if inner.version != version {
                return Err(Exception::new(RuntimeError, MUTATED));
            }
            let at = if back { inner.items.len().checked_sub(next + 1) } else { Some(next) };
            Ok(at.and_then(|at| inner.items.get(at).cloned()))
        })?;
        self.next = if found.is_some() { self.next + 1 } else { usize::MAX };
        Ok(found)
    }

    /// The same iteration, raising instead of ending the program.
    pub fn tried(mut self) -> impl Iterator<Item = Result<T, Exception>> {
        std::iter::from_fn(move || self.try_next().transpose())
    }
}

impl<T: Item> Iterator for DequeIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.try_next().unwrap_or_else(|error| error.uncaught())
    }
}

impl<T: Item> IntoIterator for &Deque<T> {
    type Item = T;
    type IntoIter = DequeIter<T>;

    fn into_iter(self) -> DequeIter<T> {
        self.iter()
    }
}

impl<T: Item> IntoIterator for Deque<T> {
    type Item = T;
    type IntoIter = DequeIter<T>;

    fn into_iter(self) -> DequeIter<T> {
        self.iter()
    }
}

impl<T: Item> FromIterator<T> for Deque<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Deque::make(items.into_iter().collect(), None)
    }
}

impl<T: Item, const N: usize> From<[T; N]> for Deque<T> {
    fn from(items: [T; N]) -> Self {
        items.into_iter().collect()
    }
}

impl<T: Item + PartialEq> PartialEq for Deque<T> {
    fn eq(&self, other: &Self) -> bool {
        self.is(other)
            || (self.len() == other.len()
                && may_compare()
                && self.iter().zip(other.iter()).all(|(a, b)| same_or_equal(&a, &b)))
    }
}

impl<T: Item + PartialOrd> PartialOrd for Deque<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        let mut pairs = self.iter().zip(other.iter());
        match pairs.find(|(a, b)| !same_or_equal(a, b)) {
            Some((a, b)) => a.partial_cmp(&b),
            None => self.len().partial_cmp(&other.len()),
        }
    }
}

impl<T: 'static> Truth for Deque<T> {
    fn truth(&self) -> bool {
        !self.is_empty()
    }
}

impl<T: Item + Repr> Repr for Deque<T> {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let open = format!("{}([", self.with(|inner| inner.class));
        guarded(f, self.id(), "[...]", |f| match self.maxlen() {
            Some(max) => repr_items(f, &open, self.iter(), &format!("], maxlen={max})")),
            None => repr_items(f, &open, self.iter(), "])"),
        })
    }
}

// SAFETY: counts a reference.
unsafe impl<T: Item> Item for Deque<T> {
    fn same(&self, other: &Self) -> bool {
        self.is(other)
    }

    #[inline]
    fn trace(&self, links: &mut Links) {
        links.container(&self.0);
    }
}

impl<T: Item> Payload for UnsafeCell<Inner<T>> {
    fn trace(&self, links: &mut Links) {
        // SAFETY: see the module: nothing looks into the deque while code of the program runs, which made an object here.
        unsafe { &(*self.get()).items }.iter().for_each(|item| item.trace(links));
    }
}
