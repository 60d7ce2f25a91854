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
}

impl<K: 'static, V: 'static> Clone for DictCursor<K, V> {
    fn clone(&self) -> Self {
        DictCursor { dict: self.dict.clone(), next: self.next, back: self.back, size: self.size }
    }
}

impl<K: Item, V: Item> DictCursor<K, V> {
    pub(super) fn forward(dict: &Dict<K, V>) -> Self {
        DictCursor { dict: dict.clone(), next: 0, back: false, size: dict.len() }
    }

    pub(super) fn backward(dict: &Dict<K, V>) -> Self {
        let end = dict.with(|table| table.entries.len());
        DictCursor { dict: dict.clone(), next: end, back: true, size: dict.len() }
    }

    #[inline]
    fn step<R>(&mut self, read: impl Fn(&K, &V) -> R) -> Result<Option<R>, Exception> {
        if self.size < 0 {
            return Ok(None);
        }
        if self.dict.len() != self.size {
            return Err(Exception::new(RuntimeError, "dictionary changed size during iteration"));
        }
        let (mut next, back) = (self.next, self.back);
        let found = self.dict.with(|table| {
            loop {
                let at = if back { next.checked_sub(1)? } else { next };
                let entry = table.entries.get(at);
                if !back && entry.is_none() {
                    return None;
                }
                next = if back { at } else { at + 1 };
                if let Some(Some(entry)) = entry {
                    return Some(read(&entry.key, &entry.value));
                }
            }
        });
        self.next = next;
        if found.is_none() {
            self.size = -1; // An exhausted iterator stays so.
        }
        Ok(found)
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
