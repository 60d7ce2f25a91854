//! Iterating a `dict`: a change of its size meanwhile is a `RuntimeError`.

use super::{Dict, Key};
use crate::exc::{Exception, RuntimeError};
use crate::item::Item;

/// Where an iteration stands. `try_next` is the form that raises.
pub struct DictCursor<K: 'static, V: 'static> {
    dict: Dict<K, V>,
    next: usize,
    back: bool,
    size: i64,
    version: u64,
    /// Whether nothing came behind the last item when it was given.
    is_last: bool,
}

impl<K: 'static, V: 'static> Clone for DictCursor<K, V> {
    fn clone(&self) -> Self {
        DictCursor { dict: self.dict.clone(), ..*self }
    }
}

impl<K: Item, V: Item> DictCursor<K, V> {
    pub(super) fn forward(dict: &Dict<K, V>) -> Self {
        DictCursor::from(dict, 0, false)
    }

    pub(super) fn backward(dict: &Dict<K, V>) -> Self {
        DictCursor::from(dict, dict.with(|table| table.entries.len()), true)
    }

    fn from(dict: &Dict<K, V>, next: usize, back: bool) -> Self {
        let (size, version) = (dict.len(), dict.with(|table| table.version));
        DictCursor { dict: dict.clone(), next, back, size, version, is_last: size == 0 }
    }

    #[inline]
    fn step<R>(&mut self, read: impl Fn(&K, &V) -> R) -> Result<Option<R>, Exception> {
        if self.size < 0 {
            return Ok(None);
        }
        if self.dict.with(|table| table.version) != self.version && self.ends_changed()? {
            return Ok(None);
        }
        let (mut next, back) = (self.next, self.back);
        let (found, is_last) = self.dict.with(|table| {
            loop {
                let Some(at) = (if back { next.checked_sub(1) } else { Some(next) }) else {
                    return (None, true);
                };
                let entry = table.entries.get(at);
                if !back && entry.is_none() {
                    return (None, true);
                }
                next = if back { at } else { at + 1 };
                if let Some(Some(entry)) = entry {
                    let rest = if back { table.entries.get(..next) } else { table.entries.get(next..) };
                    let is_last = rest.is_none_or(|rest| {
                        if back { rest.iter().all(Option::is_none) } else { rest.is_empty() }
                    });
                    return (Some(read(&entry.key, &entry.value)), is_last);
                }
            }
        });
        self.next = next;
        self.is_last = is_last;
        if found.is_none() {
            self.size = -1; // An exhausted iterator stays so.
        }
        Ok(found)
    }

    /// Whether the iteration is over although keys came or went meanwhile.
    ///
    /// # Errors
    /// `RuntimeError` where CPython notices. Where a key took the place of another, it goes by the layout of its table.
    #[cold]
    fn ends_changed(&mut self) -> Result<bool, Exception> {
        let message = if self.dict.is_ordered() {
            if self.is_last {
                return Ok(true);
            }
            "OrderedDict mutated during iteration"
        } else if self.dict.len() != self.size {
            "dictionary changed size during iteration"
        } else if self.size == 0 {
            return Ok(true);
        } else {
            crate::output::trap("the next key of a dict in which another key took the place of one meanwhile")
        };
        Err(Exception::new(RuntimeError, message))
    }

    /// The next key and value.
    ///
    /// # Errors
    /// `RuntimeError` where the size changed.
    pub fn try_next(&mut self) -> Result<Option<(K, V)>, Exception> {
        self.step(|key, value| (key.clone(), value.clone()))
    }
}

macro_rules! iterators {
    ($($(#[$meta:meta])* $name:ident -> $item:ty, |$key:ident, $value:ident| $read:expr;)*) => { $(
        $(#[$meta])*
        pub struct $name<K: 'static, V: 'static>(pub(super) DictCursor<K, V>);

        impl<K: 'static, V: 'static> Clone for $name<K, V> {
            fn clone(&self) -> Self {
                $name(self.0.clone())
            }
        }

        impl<K: Item, V: Item> Iterator for $name<K, V> {
            type Item = $item;

            #[inline]
            fn next(&mut self) -> Option<$item> {
                match self.0.step(|$key, $value| $read) {
                    Ok(item) => item,
                    Err(error) => error.uncaught(),
                }
            }
        }

        impl<K: Item, V: Item> $name<K, V> {
            /// The same iteration, raising instead of ending the program.
            pub fn tried(mut self) -> impl Iterator<Item = Result<$item, Exception>> {
                std::iter::from_fn(move || self.0.step(|$key, $value| $read).transpose())
            }
        }
    )* };
}

iterators! {
    /// `iter(dict)`, `iter(dict.keys())`.
    DictKeys -> K, |key, _value| key.clone();
    /// `iter(dict.values())`.
    DictValues -> V, |_key, value| value.clone();
    /// `iter(dict.items())`.
    DictItems -> (K, V), |key, value| (key.clone(), value.clone());
}

impl<K: Key, V: Item> IntoIterator for &Dict<K, V> {
    type Item = K;
    type IntoIter = DictKeys<K, V>;

    /// As in Python, a dict iterates its keys.
    fn into_iter(self) -> DictKeys<K, V> {
        self.iter()
    }
}

impl<K: Key, V: Item> IntoIterator for Dict<K, V> {
    type Item = K;
    type IntoIter = DictKeys<K, V>;

    fn into_iter(self) -> DictKeys<K, V> {
        self.iter()
    }
}

impl<K: Key, V: Item> Dict<K, V> {
    /// `iter(self)`: the keys.
    #[must_use]
    pub fn iter(&self) -> DictKeys<K, V> {
        DictKeys(DictCursor::forward(self))
    }

    /// `reversed(self)`: the keys.
    #[must_use]
    pub fn reversed(&self) -> DictKeys<K, V> {
        DictKeys(DictCursor::backward(self))
    }

    /// An iteration whose steps may raise.
    #[must_use]
    pub fn cursor(&self) -> DictCursor<K, V> {
        DictCursor::forward(self)
    }
}
