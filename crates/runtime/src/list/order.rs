//! `list.sort`. As in CPython the list is empty meanwhile, and a list that something was put into in the meantime is a
//! `ValueError`, even if it was taken out again.

use super::List;
use super::sort::{sorted, sorted_by_keys, sorted_by_lt};
use crate::exc::{Exception, hide, value_error};
use crate::item::Item;

impl<T: Item> List<T> {
    fn sort_with(
        &self,
        order: impl FnOnce(Vec<T>) -> (Vec<T>, Result<(), Exception>),
    ) -> Result<(), Exception> {
        let items = self.with(std::mem::take);
        let (items, result) = order(items);
        let meanwhile = self.with(|now| std::mem::replace(now, items));
        result?;
        // What takes no room leaves no trace.
        let is_untouched = if size_of::<T>() == 0 { meanwhile.is_empty() } else { meanwhile.capacity() == 0 };
        if is_untouched { Ok(()) } else { Err(value_error("list modified during sort")) }
    }

    /// `self.sort(reverse=reverse)`.
    pub fn sort(&self, reverse: bool)
    where
        T: PartialOrd,
    {
        self.try_sort(reverse).unwrap_or_else(|error| hide(error, ()));
    }

    /// `self.sort(reverse=reverse)`.
    ///
    /// # Errors
    /// `ValueError` where `__lt__` changed the list.
    pub fn try_sort(&self, reverse: bool) -> Result<(), Exception>
    where
        T: PartialOrd,
    {
        self.sort_with(|items| (sorted(items, reverse), Ok(())))
    }

    /// `self.sort(key=key, reverse=reverse)`.
    pub fn sort_by_key<K: PartialOrd>(&self, mut key: impl FnMut(T) -> K, reverse: bool) {
        self.try_sort_by_key(|item| Ok(key(item)), reverse).unwrap_or_else(|error| error.uncaught());
    }

    /// `self.sort(key=key, reverse=reverse)` with a key that may raise.
    ///
    /// # Errors
    /// What the key raised; the list is then as it was.
    pub fn try_sort_by_key<K: PartialOrd>(
        &self,
        mut key: impl FnMut(T) -> Result<K, Exception>,
        reverse: bool,
    ) -> Result<(), Exception> {
        self.sort_with(|items| {
            let keys: Result<Vec<K>, Exception> = items.iter().map(|item| key(item.clone())).collect();
            match keys {
                Ok(keys) => (sorted_by_keys(items, &keys, reverse), Ok(())),
                Err(error) => (items, Err(error)),
            }
        })
    }

    /// `self.sort(reverse=reverse)` by an `__lt__` that may raise.
    ///
    /// # Errors
    /// What `lt` raised.
    pub fn try_sort_by_lt(
        &self,
        lt: impl FnMut(&T, &T) -> Result<bool, Exception>,
        reverse: bool,
    ) -> Result<(), Exception> {
        self.sort_with(|items| sorted_by_lt(items, reverse, lt))
    }
}
