//! The methods and operators of `list`, except slices and order.

use super::{Growing, List, Sequence};
use crate::exc::{Exception, IndexError, is_raised, raised_or, value_error};
use crate::item::{Item, same_or_equal};
use crate::macros::raising_methods;
use crate::slice::{Bounds, bounds, insertion, position};

#[cold]
#[inline(never)]
pub(super) fn index_error(message: &'static str) -> Exception {
    Exception::new(IndexError, message)
}

impl<T: Item> List<List<T>> {
    raising_methods! {
        /// `self[i][j]`, without a handle on the row.
        fn try_cell / cell(&self, i: i64, j: i64) -> T {
            self.with(|rows| {
                let row = &rows[position(i, rows.len())?];
                row.with(|items| position(j, items.len()).map(|j| items[j].clone()))
            })
            .ok_or_else(|| index_error("list index out of range"))
        }

        /// `self[i][j] = item`.
        fn try_set_cell / set_cell(&self, i: i64, j: i64, item: T) -> () {
            let old = self.with(|rows| {
                let row = &rows[position(i, rows.len())?];
                Some(row.with(|items| position(j, items.len()).map(|j| std::mem::replace(&mut items[j], item))))
            });
            match old {
                Some(Some(_)) => Ok(()),
                Some(None) => Err(index_error("list assignment index out of range")),
                None => Err(index_error("list index out of range")),
            }
        }
    }
}

impl<T: Item> List<T> {
    /// `len(self)`.
    #[inline]
    #[must_use]
    pub fn len(&self) -> i64 {
        self.with(|items| items.len() as i64)
    }

    /// `not self`.
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.with(|items| items.is_empty())
    }

    raising_methods! {
        /// `self[index]`.
        fn try_at / at(&self, index: i64) -> T {
            self.with(|items| position(index, items.len()).map(|i| items[i].clone()))
                .ok_or_else(|| index_error("list index out of range"))
        }

        /// `self[index] = item`.
        fn try_set / set(&self, index: i64, item: T) -> () {
            let old = self
                .with(|items| position(index, items.len()).map(|i| std::mem::replace(&mut items[i], item)));
            old.map(drop).ok_or_else(|| index_error("list assignment index out of range"))
        }

        /// `del self[index]`.
        fn try_delete / delete(&self, index: i64) -> () {
            let old = self.with(|items| position(index, items.len()).map(|i| items.remove(i)));
            old.map(drop).ok_or_else(|| index_error("list assignment index out of range"))
        }

        /// `self.pop()`.
        fn try_pop / pop(&self) -> T { self.with(Vec::pop).ok_or_else(|| index_error("pop from empty list")) }

        /// `self.pop(index)`.
        fn try_pop_at / pop_at(&self, index: i64) -> T {
            let old = self.with(|items| position(index, items.len()).map(|i| items.remove(i)));
            old.ok_or_else(|| index_error(if self.is_empty() { "pop from empty list" } else { "pop index out of range" }))
        }

        /// Swaps two items: `self[a], self[b] = self[b], self[a]`.
        fn try_swap_at / swap_at(&self, a: i64, b: i64) -> () {
            let (x, y) = (self.try_at(b)?, self.try_at(a)?);
            self.try_set(a, x)?;
            self.try_set(b, y)
        }
    }

    /// `self.append(item)`.
    #[inline]
    pub fn append(&self, item: T) {
        self.with(|items| items.push(item));
    }

    /// `self.append(item)`.
    #[inline]
    pub fn push(&self, item: T) {
        self.append(item);
    }

    /// `self.extend(more)`, `self += more`.
    pub fn extend(&self, more: impl IntoIterator<Item = T>) {
        let more: Vec<T> = more.into_iter().collect();
        self.with(|items| items.extend(more));
    }

    /// `self.extend(more)` where the iteration may raise; what came before stays.
    ///
    /// # Errors
    /// What the iteration raises.
    pub fn try_extend(&self, more: impl IntoIterator<Item = Result<T, Exception>>) -> Result<(), Exception> {
        for item in more {
            self.append(item?);
        }
        Ok(())
    }

    /// `self.insert(index, item)`.
    pub fn insert(&self, index: i64, item: T) {
        self.with(|items| items.insert(insertion(index, items.len()), item));
    }

    /// `self.clear()`.
    pub fn clear(&self) {
        self.end_items();
    }

    /// `self.reverse()`.
    pub fn reverse(&self) {
        self.with(|items| items.reverse());
    }

    /// `self[start:stop] = self[start:stop][::-1]`.
    pub fn reverse_part(&self, bounds: impl Bounds) {
        self.with(|items| items.reverse_part(bounds));
    }

    /// `self[:last + 1] = self[last::-1]`.
    pub fn reverse_to(&self, last: i64) {
        self.with(|items| items.reverse_to(last));
    }

    /// `self.copy()`, `list(self)`, `self[:]`: another list with the same items.
    #[must_use]
    pub fn copy(&self) -> List<T> {
        List::from(self.to_vec())
    }

    /// [`List::copy`].
    #[must_use]
    pub fn copied(&self) -> List<T> {
        self.copy()
    }

    /// `self + other`.
    #[must_use]
    pub fn concat(&self, other: &List<T>) -> List<T> {
        let mut items = Vec::with_capacity((self.len() + other.len()) as usize);
        self.with(|left| items.extend_from_slice(left));
        other.with(|right| items.extend_from_slice(right));
        List::from(items)
    }

    /// `self * times`.
    #[must_use]
    pub fn repeat(&self, times: i64) -> List<T> {
        List::from(self.repeated(times))
    }

    fn repeated(&self, times: i64) -> Vec<T> {
        let times = usize::try_from(times).unwrap_or(0);
        self.with(|items| match items.as_slice() {
            [item] => vec![item.clone(); times],
            items => {
                let mut out = Vec::with_capacity(items.len().saturating_mul(times));
                for _ in 0..times {
                    out.extend_from_slice(items);
                }
                out
            }
        })
    }

    /// `self *= times`.
    pub fn repeat_in_place(&self, times: i64) {
        let more = self.repeated(times);
        drop(self.with(|items| std::mem::replace(items, more)));
    }
}

impl<T: Item> List<T> {
    /// The position of the first item that is or equals `item`, from `start`; none where a comparison raised.
    fn find<Q>(&self, item: &Q, start: usize, stop: usize, same: impl Fn(&T, &Q) -> bool) -> Option<usize> {
        if T::PLAIN {
            // The comparison runs no code of the program, so it may look into the vector.
            return self.with(|items| {
                let stop = stop.min(items.len());
                items.get(start..stop)?.iter().position(|each| same(each, item)).map(|i| start + i)
            });
        }
        let mut i = start;
        while i < stop
            && let Some(each) = self.peek(i)
        {
            let found = same(&each, item);
            if is_raised() {
                return None;
            }
            if found {
                return Some(i);
            }
            i += 1;
        }
        None
    }
}

impl<T: Item + PartialEq> List<T> {
    /// `item in self`.
    #[must_use]
    pub fn contains(&self, item: &T) -> bool {
        self.find(item, 0, usize::MAX, same_or_equal).is_some()
    }

    /// `item in self` for an item of another type.
    #[must_use]
    pub fn contains_other<Q>(&self, item: &Q) -> bool
    where
        T: PartialEq<Q>,
    {
        let mut i = 0;
        while let Some(each) = self.peek(i) {
            if each == *item {
                return true;
            }
            i += 1;
        }
        false
    }

    /// `self.count(item)`.
    #[must_use]
    pub fn count(&self, item: &T) -> i64 {
        let (mut n, mut start) = (0, 0);
        while let Some(i) = self.find(item, start, usize::MAX, same_or_equal) {
            n += 1;
            start = i + 1;
        }
        n
    }

    raising_methods! {
        /// `self.remove(item)`.
        fn try_remove / remove(&self, item: &T) -> () {
            match self.find(item, 0, usize::MAX, same_or_equal) {
                Some(i) => {
                    let old = self.with(|items| (i < items.len()).then(|| items.remove(i)));
                    drop(old);
                    Ok(())
                }
                None => Err(raised_or(value_error("list.remove(x): x not in list"))),
            }
        }

        /// `self.index(item, start, stop)`.
        fn try_index_in / index_in(&self, item: &T, start: Option<i64>, stop: Option<i64>) -> i64 , [T: crate::Repr] {
            let (start, stop) = bounds(start, stop, self.len() as usize);
            match self.find(item, start, stop, same_or_equal) {
                Some(i) => Ok(i as i64),
                None => Err(raised_or(value_error(format!("{:?} is not in list", crate::py(item))))),
            }
        }

        /// `self.index(said)`, a number of another kind than the items, which `item` is among them.
        fn try_index_said / index_said[S: crate::Repr](&self, item: &T, said: &S) -> i64 {
            match self.find(item, 0, self.len() as usize, same_or_equal) {
                Some(i) => Ok(i as i64),
                None => Err(raised_or(value_error(format!("{:?} is not in list", crate::py(said))))),
            }
        }

        /// `self.index(item)`.
        fn try_index / index(&self, item: &T) -> i64 , [T: crate::Repr] { self.try_index_in(item, None, None) }
    }
}
