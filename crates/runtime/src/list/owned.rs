//! Lists that one name holds, as Rust has them: what Python can do with a `Vec<T>` or a slice of one that they cannot do
//! themselves, or do otherwise. Indices count from the end where they are negative, as in Python.

use super::methods::index_error;
use super::slicing::{deleted, replaced, taken};
use super::sort::{sorted, sorted_by_keys};
use crate::cycles::Links;
use crate::exc::{Exception, is_raised, raised_or, value_error};
use crate::item::{Item, same_or_equal};
use crate::slice::{Bounds, Span, bounds, insertion, position};

/// The two forms of an operation of a trait that may raise.
macro_rules! raising_provided {
    ($(
        $(#[$meta:meta])*
        fn $try_name:ident / $name:ident([$($by:tt)+] $self:ident $(, $arg:ident: $ty:ty)* $(,)?) -> $ret:ty
            $(where [$($w:tt)*])? $body:block
    )*) => { $(
        $(#[$meta])*
        ///
        /// # Errors
        /// As in Python.
        #[inline]
        fn $try_name($($by)+ $self $(, $arg: $ty)*) -> Result<$ret, Exception> $(where $($w)*)? {
            $body
        }

        $(#[$meta])*
        ///
        /// Ends the program where Python raises and nobody observes it.
        #[inline]
        fn $name($($by)+ $self $(, $arg: $ty)*) -> $ret $(where $($w)*)? {
            match $self.$try_name($($arg),*) {
                Ok(value) => value,
                Err(error) => error.uncaught(),
            }
        }
    )* };
}

fn put_back<T>(places: &mut [T], items: Vec<T>) {
    places.iter_mut().zip(items).for_each(|(place, item)| *place = item);
}

/// What Python does with the items of a list and leaves it as long as it is.
pub trait Sequence<T: Item> {
    /// The items.
    fn items(&self) -> &[T];

    /// The items, to be changed.
    fn items_mut(&mut self) -> &mut [T];

    raising_provided! {
        /// `self[index]`.
        fn try_at / at([&] self, index: i64) -> T {
            let items = self.items();
            position(index, items.len()).map(|i| items[i].clone()).ok_or_else(|| index_error("list index out of range"))
        }

        /// `self[index] = item`.
        fn try_set / set([&mut] self, index: i64, item: T) -> () {
            let items = self.items_mut();
            match position(index, items.len()) {
                Some(i) => {
                    items[i] = item;
                    Ok(())
                }
                None => Err(index_error("list assignment index out of range")),
            }
        }

        /// `self[a], self[b] = self[b], self[a]`.
        fn try_swap_at / swap_at([&mut] self, a: i64, b: i64) -> () {
            let items = self.items_mut();
            match (position(a, items.len()), position(b, items.len())) {
                (Some(a), Some(b)) => {
                    items.swap(a, b);
                    Ok(())
                }
                _ => Err(index_error("list index out of range")),
            }
        }

        /// `self[start:stop:step]`.
        fn try_slice_by / slice_by([&] self, start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> Vec<T> {
            let items = self.items();
            let span = Span::new(start, stop, step, items.len())?;
            Ok(taken(items, span))
        }

        /// `self.index(item)`.
        fn try_index / index([&] self, item: &T) -> i64 where [T: PartialEq + crate::Repr] {
            self.try_index_in(item, None, None)
        }

        /// `self.index(item, start, stop)`.
        fn try_index_in / index_in([&] self, item: &T, start: Option<i64>, stop: Option<i64>) -> i64
            where [T: PartialEq + crate::Repr]
        {
            let (start, stop) = bounds(start, stop, self.items().len());
            let found = self.items().get(start..stop).and_then(|part| part.iter().position(|each| same_or_equal(each, item)));
            match found {
                Some(i) => Ok((start + i) as i64),
                None => Err(raised_or(value_error(format!("{:?} is not in list", crate::py(item))))),
            }
        }
    }

    /// `self[start:stop]`, which raises nothing.
    #[inline]
    fn slice(&self, bounds: impl Bounds) -> Vec<T> {
        let (start, stop) = bounds.ends();
        self.slice_by(start, stop, None)
    }

    /// `self[start:stop]`, to look at.
    #[inline]
    fn part(&self, bounds: impl Bounds) -> &[T] {
        let items = self.items();
        let (start, stop) = bounds.ends();
        // Only a step raises.
        Span::new(start, stop, None, items.len()).map_or(&[], |span| &items[span.range()])
    }

    /// The items of `self[start:stop]`.
    #[inline]
    fn slice_items(&self, bounds: impl Bounds) -> std::vec::IntoIter<T> {
        self.slice(bounds).into_iter()
    }

    /// The items of `self[start:stop:step]`.
    fn slice_items_by(
        &self,
        start: Option<i64>,
        stop: Option<i64>,
        step: Option<i64>,
    ) -> std::vec::IntoIter<T> {
        self.slice_by(start, stop, step).into_iter()
    }

    /// `self + other`.
    fn plus(&self, other: &[T]) -> Vec<T> {
        [self.items(), other].concat()
    }

    /// `self * times`.
    fn times(&self, times: i64) -> Vec<T> {
        let rounds = 0..usize::try_from(times).unwrap_or(0);
        rounds.flat_map(|_| self.items().iter().cloned()).collect()
    }

    /// `self[start:stop] = self[start:stop][::-1]`.
    fn reverse_part(&mut self, bounds: impl Bounds) {
        let (start, stop) = bounds.ends();
        let items = self.items_mut();
        // Only a step raises.
        if let Ok(span) = Span::new(start, stop, None, items.len()) {
            items[span.range()].reverse();
        }
    }

    /// `self.count(item)`.
    fn count(&self, item: &T) -> i64
    where
        T: PartialEq,
    {
        self.items().iter().filter(|each| same_or_equal(*each, item)).count() as i64
    }

    /// `self.sort(reverse=reverse)`: stable, whatever order the items have.
    fn sort_in_order(&mut self, reverse: bool)
    where
        T: PartialOrd,
    {
        let ordered = sorted(self.items().to_vec(), reverse);
        put_back(self.items_mut(), ordered);
    }

    /// `self.sort(key=key, reverse=reverse)`.
    fn sort_by_keys<K: PartialOrd>(&mut self, mut key: impl FnMut(T) -> K, reverse: bool)
    where
        Self: Sized,
    {
        let items = self.items().to_vec();
        let keys: Vec<K> = items.iter().map(|item| key(item.clone())).collect();
        put_back(self.items_mut(), sorted_by_keys(items, &keys, reverse));
    }
}

impl<T: Item> Sequence<T> for [T] {
    #[inline]
    fn items(&self) -> &[T] {
        self
    }

    #[inline]
    fn items_mut(&mut self) -> &mut [T] {
        self
    }
}

impl<T: Item> Sequence<T> for Vec<T> {
    #[inline]
    fn items(&self) -> &[T] {
        self
    }

    #[inline]
    fn items_mut(&mut self) -> &mut [T] {
        self
    }
}

/// What Python does with a list of lists.
pub trait Rows<T: Item> {
    /// The lists.
    fn rows(&self) -> &[Vec<T>];

    /// The lists, to be changed.
    fn rows_mut(&mut self) -> &mut [Vec<T>];

    raising_provided! {
        /// `self[i][j]`.
        fn try_cell / cell([&] self, i: i64, j: i64) -> T { self.try_row(i)?.try_at(j) }

        /// `self[i][j] = item`.
        fn try_set_cell / set_cell([&mut] self, i: i64, j: i64, item: T) -> () { self.try_row_mut(i)?.try_set(j, item) }
    }

    /// `self[i]`, to look at.
    ///
    /// # Errors
    /// `IndexError`.
    #[inline]
    fn try_row(&self, i: i64) -> Result<&Vec<T>, Exception> {
        let rows = self.rows();
        position(i, rows.len()).map(|i| &rows[i]).ok_or_else(|| index_error("list index out of range"))
    }

    /// `self[i]`, to look at. Ends the program where there is none and nobody observes it.
    #[inline]
    fn row(&self, i: i64) -> &Vec<T> {
        self.try_row(i).unwrap_or_else(|error| error.uncaught())
    }

    /// `self[i]`, to change it.
    ///
    /// # Errors
    /// `IndexError`.
    #[inline]
    fn try_row_mut(&mut self, i: i64) -> Result<&mut Vec<T>, Exception> {
        let rows = self.rows_mut();
        position(i, rows.len()).map(|i| &mut rows[i]).ok_or_else(|| index_error("list index out of range"))
    }

    /// `self[i]`, to change it. Ends the program where there is none and nobody observes it.
    #[inline]
    fn row_mut(&mut self, i: i64) -> &mut Vec<T> {
        self.try_row_mut(i).unwrap_or_else(|error| error.uncaught())
    }
}

impl<T: Item> Rows<T> for [Vec<T>] {
    #[inline]
    fn rows(&self) -> &[Vec<T>] {
        self
    }

    #[inline]
    fn rows_mut(&mut self) -> &mut [Vec<T>] {
        self
    }
}

impl<T: Item> Rows<T> for Vec<Vec<T>> {
    #[inline]
    fn rows(&self) -> &[Vec<T>] {
        self
    }

    #[inline]
    fn rows_mut(&mut self) -> &mut [Vec<T>] {
        self
    }
}

// SAFETY: the clone is that of items.
unsafe impl<T: Item> Item for Vec<T> {
    const PLAIN: bool = T::PLAIN;

    fn trace(&self, links: &mut Links) {
        self.iter().for_each(|item| item.trace(links));
    }
}

/// What makes a list longer or shorter.
pub trait Growing<T: Item> {
    /// The list.
    fn list(&mut self) -> &mut Vec<T>;

    raising_provided! {
        /// `self.pop()`.
        fn try_pop_last / pop_last([&mut] self) -> T {
            self.list().pop().ok_or_else(|| index_error("pop from empty list"))
        }

        /// `self.pop(index)`.
        fn try_pop_at / pop_at([&mut] self, index: i64) -> T {
            let items = self.list();
            match position(index, items.len()) {
                Some(i) => Ok(items.remove(i)),
                None if items.is_empty() => Err(index_error("pop from empty list")),
                None => Err(index_error("pop index out of range")),
            }
        }

        /// `del self[index]`.
        fn try_delete / delete([&mut] self, index: i64) -> () {
            let items = self.list();
            match position(index, items.len()) {
                Some(i) => {
                    items.remove(i);
                    Ok(())
                }
                None => Err(index_error("list assignment index out of range")),
            }
        }

        /// `del self[start:stop:step]`.
        fn try_delete_slice / delete_slice(
            [&mut] self, start: Option<i64>, stop: Option<i64>, step: Option<i64>
        ) -> () {
            deleted(self.list(), start, stop, step).map(drop)
        }

        /// `self.remove(item)`.
        fn try_remove_item / remove_item([&mut] self, item: &T) -> () where [T: PartialEq] {
            let items = self.list();
            match items.iter().position(|each| is_raised() || same_or_equal(each, item)) {
                Some(i) if !is_raised() => {
                    items.remove(i);
                    Ok(())
                }
                _ => Err(raised_or(value_error("list.remove(x): x not in list"))),
            }
        }
    }

    /// `self[start:stop:step] = more`.
    ///
    /// # Errors
    /// As in Python.
    fn try_set_slice(
        &mut self,
        start: Option<i64>,
        stop: Option<i64>,
        step: Option<i64>,
        more: impl IntoIterator<Item = T>,
    ) -> Result<(), Exception> {
        let more = more.into_iter().collect();
        replaced(self.list(), start, stop, step, more).map(drop)
    }

    /// `self[start:stop:step] = more`. Ends the program where Python raises and nobody observes it.
    fn set_slice(
        &mut self,
        start: Option<i64>,
        stop: Option<i64>,
        step: Option<i64>,
        more: impl IntoIterator<Item = T>,
    ) {
        self.try_set_slice(start, stop, step, more).unwrap_or_else(|error| error.uncaught());
    }

    /// `self[:last + 1] = self[last::-1]`.
    fn reverse_to(&mut self, last: i64) {
        let items = self.list();
        match usize::try_from(last) {
            Ok(last) => {
                let end = items.len().min(last.saturating_add(1));
                items[..end].reverse();
            }
            // From the end; all of it goes before the first item where that is the last one.
            Err(_) => {
                let backwards = items.slice_items_by(Some(last), None, Some(-1));
                items.set_slice(None, Some(last + 1), None, backwards);
            }
        }
    }

    /// `self.insert(index, item)`.
    #[inline]
    fn insert_at(&mut self, index: i64, item: T) {
        let items = self.list();
        items.insert(insertion(index, items.len()), item);
    }
}

impl<T: Item> Growing<T> for Vec<T> {
    #[inline]
    fn list(&mut self) -> &mut Vec<T> {
        self
    }
}
