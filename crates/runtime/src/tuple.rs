//! [`Tuple`]: a tuple of any length whose items have one type.

use std::fmt;
use std::rc::Rc;

use crate::cycles::Links;
use crate::exc::{Exception, IndexError, raised_or, value_error};
use crate::hash::{PyHash, TupleHash};
use crate::item::{Item, same_or_equal};
use crate::macros::raising_methods;
use crate::show::{Repr, py, repr_items};
use crate::slice::{Span, bounds, position};
use crate::truth::Truth;

/// Python's `tuple[T, ...]`.
pub struct Tuple<T>(Rc<[T]>);

impl<T> Clone for Tuple<T> {
    #[inline]
    fn clone(&self) -> Self {
        Tuple(Rc::clone(&self.0))
    }
}

impl<T> From<Vec<T>> for Tuple<T> {
    fn from(items: Vec<T>) -> Self {
        Tuple(Rc::from(items))
    }
}

impl<T, const N: usize> From<[T; N]> for Tuple<T> {
    fn from(items: [T; N]) -> Self {
        Tuple(Rc::from(items))
    }
}

impl<T> FromIterator<T> for Tuple<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Tuple(items.into_iter().collect())
    }
}

impl<T> Default for Tuple<T> {
    fn default() -> Self {
        Tuple::from(Vec::new())
    }
}

impl<T: Item> Tuple<T> {
    /// `()`.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The items.
    #[inline]
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        &self.0
    }

    /// `len(self)`.
    #[inline]
    #[must_use]
    pub fn len(&self) -> i64 {
        self.0.len() as i64
    }

    /// `not self`.
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Python's `self is other`.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || (self.is_empty() && other.is_empty())
    }

    /// `id(self)`.
    #[must_use]
    pub fn id(&self) -> usize {
        Rc::as_ptr(&self.0).addr()
    }

    raising_methods! {
        /// `self[index]`.
        fn try_at / at(&self, index: i64) -> T {
            position(index, self.0.len())
                .map(|i| self.0[i].clone())
                .ok_or_else(|| Exception::new(IndexError, "tuple index out of range"))
        }

        /// `self[start:stop:step]`.
        fn try_slice_by / slice_by(&self, start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> Tuple<T> {
            let span = Span::new(start, stop, step, self.0.len())?;
            if span.step == 1 && span.count == self.0.len() {
                return Ok(self.clone());
            }
            Ok(span.positions().map(|i| self.0[i].clone()).collect())
        }
    }

    /// One item of a tuple that is known to have it.
    ///
    /// # Panics
    /// Where it has none: what was known of its length is wrong then.
    #[must_use]
    pub fn item(&self, at: usize) -> T {
        self.as_slice()[at].clone()
    }

    /// `iter(self)`.
    #[inline]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = T> + ExactSizeIterator + Clone + use<T> {
        let items = self.clone();
        (0..items.0.len()).map(move |i| items.0[i].clone())
    }

    /// `reversed(self)`.
    pub fn reversed(&self) -> impl Iterator<Item = T> + Clone + use<T> {
        self.iter().rev()
    }

    /// `self + other`.
    #[must_use]
    pub fn concat(&self, other: &Tuple<T>) -> Tuple<T> {
        self.0.iter().chain(other.0.iter()).cloned().collect()
    }

    /// `self * times`.
    #[must_use]
    pub fn repeat(&self, times: i64) -> Tuple<T> {
        let times = usize::try_from(times).unwrap_or(0);
        std::iter::repeat_n(self, times).flat_map(|tuple| tuple.0.iter().cloned()).collect()
    }

    /// `item in self`.
    #[must_use]
    pub fn contains(&self, item: &T) -> bool
    where
        T: PartialEq,
    {
        self.0.iter().any(|each| same_or_equal(each, item))
    }

    /// `self.count(item)`.
    #[must_use]
    pub fn count(&self, item: &T) -> i64
    where
        T: PartialEq,
    {
        self.0.iter().filter(|each| same_or_equal(*each, item)).count() as i64
    }

    raising_methods! {
        /// `self.index(item, start, stop)`.
        fn try_index_in / index_in(&self, item: &T, start: Option<i64>, stop: Option<i64>) -> i64 , [T: PartialEq] {
            let (start, stop) = bounds(start, stop, self.0.len());
            let found = (start..stop.min(self.0.len())).find(|&i| same_or_equal(&self.0[i], item));
            found.map(|i| i as i64).ok_or_else(|| raised_or(value_error("tuple.index(x): x not in tuple")))
        }

        /// `self.index(item)`.
        fn try_index / index(&self, item: &T) -> i64 , [T: PartialEq] { self.try_index_in(item, None, None) }
    }
}

impl<T: Item> IntoIterator for &Tuple<T> {
    type Item = T;
    type IntoIter = TupleIter<T>;

    fn into_iter(self) -> TupleIter<T> {
        TupleIter { items: self.clone(), next: 0 }
    }
}

impl<T: Item> IntoIterator for Tuple<T> {
    type Item = T;
    type IntoIter = TupleIter<T>;

    fn into_iter(self) -> TupleIter<T> {
        TupleIter { items: self, next: 0 }
    }
}

/// `iter(tuple)`.
#[derive(Clone)]
pub struct TupleIter<T> {
    items: Tuple<T>,
    next: usize,
}

impl<T: Item> Iterator for TupleIter<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        let item = self.items.0.get(self.next).cloned();
        self.next += usize::from(item.is_some());
        item
    }
}

impl<T: Item + PartialEq> PartialEq for Tuple<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.0.iter().zip(other.0.iter()).all(|(a, b)| same_or_equal(a, b))
    }
}

impl<T: Item + PartialOrd> PartialOrd for Tuple<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        for (a, b) in self.0.iter().zip(other.0.iter()) {
            if !same_or_equal(a, b) {
                return a.partial_cmp(b);
            }
        }
        self.0.len().partial_cmp(&other.0.len())
    }

    /// Items that have been asked whether they are equal are asked for their order alone.
    fn lt(&self, other: &Self) -> bool {
        let mut pairs = self.0.iter().zip(other.0.iter());
        pairs.find(|(a, b)| !same_or_equal(*a, *b)).map_or(self.0.len() < other.0.len(), |(a, b)| a < b)
    }

    fn gt(&self, other: &Self) -> bool {
        let mut pairs = self.0.iter().zip(other.0.iter());
        pairs.find(|(a, b)| !same_or_equal(*a, *b)).map_or(self.0.len() > other.0.len(), |(a, b)| a > b)
    }
}

impl<T: PyHash> PyHash for Tuple<T> {
    fn py_hash(&self) -> i64 {
        let mut hash = TupleHash::new();
        for item in self.0.iter() {
            hash.add(item.py_hash());
        }
        hash.finish()
    }
}

impl<T> Truth for Tuple<T> {
    fn truth(&self) -> bool {
        !self.0.is_empty()
    }
}

impl<T: Repr> Repr for Tuple<T> {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            [only] => write!(f, "({:?},)", py(only)),
            items => repr_items(f, "(", items.iter(), ")"),
        }
    }
}

// SAFETY: counts a reference; comparisons are those of the items.
unsafe impl<T: Item> Item for Tuple<T> {
    const PLAIN: bool = T::PLAIN;

    #[inline]
    fn same(&self, other: &Self) -> bool {
        self.is(other)
    }

    /// Where it is the only handle: others are not counted with those of objects.
    fn trace(&self, links: &mut Links) {
        if Rc::strong_count(&self.0) == 1 {
            self.0.iter().for_each(|item| item.trace(links));
        }
    }
}

crate::macros::raising_fns! {
    /// Whether `Class._make` got as many items as the named tuple has fields.
    fn try_check_made / check_made(expected: i64, found: i64) -> () {
        if expected == found {
            return Ok(());
        }
        Err(crate::exc::type_error(format!("Expected {expected} arguments, got {found}")))
    }
}

crate::slice::slice_method!(Tuple<T>, T: Item);
