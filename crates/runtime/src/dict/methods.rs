//! The methods and operators of `dict`.

use std::convert::Infallible;

use super::index::Hash;
use super::{Dict, Key};
use crate::exc::{Exception, KeyError, is_raised, raised_or};
use crate::item::Item;
use crate::macros::raising_methods;

fn key_error<K: Key>(key: &K) -> Exception {
    raised_or(Exception::with_arg(KeyError, key))
}

impl<K: Key, V: Item> Dict<K, V> {
    fn value_at(&self, at: usize) -> Option<V> {
        self.with(|table| table.entries.get(at)?.as_ref().map(|entry| entry.value.clone()))
    }

    /// `self.get(key)`.
    #[inline]
    #[must_use]
    pub fn get(&self, key: &K) -> Option<V> {
        let at = self.find(Self::hash_of(key), key)?;
        self.value_at(at)
    }

    /// `self.get(key, default)`.
    #[inline]
    #[must_use]
    pub fn get_or(&self, key: &K, default: V) -> V {
        self.get(key).unwrap_or(default)
    }

    /// `key in self`.
    #[inline]
    #[must_use]
    pub fn contains(&self, key: &K) -> bool {
        self.find(Self::hash_of(key), key).is_some()
    }

    raising_methods! {
        /// `self[said]`, a number of another kind than the keys, which `key` is among them: the error says what was asked for.
        fn try_at_said / at_said[S: Key](&self, key: &K, said: &S) -> V { self.get(key).ok_or_else(|| key_error(said)) }

        /// `del self[said]`.
        fn try_delete_said / delete_said[S: Key](&self, key: &K, said: &S) -> () {
            self.remove(key).map(drop).ok_or_else(|| key_error(said))
        }

        /// `self.pop(said)`.
        fn try_pop_said / pop_said[S: Key](&self, key: &K, said: &S) -> V {
            self.remove(key).ok_or_else(|| key_error(said))
        }

        /// `self[key]`.
        fn try_at / at(&self, key: &K) -> V { self.get(key).ok_or_else(|| key_error(key)) }

        /// `del self[key]`.
        fn try_delete / delete(&self, key: &K) -> () { self.remove(key).map(drop).ok_or_else(|| key_error(key)) }

        /// `self.pop(key)`.
        fn try_pop / pop(&self, key: &K) -> V { self.remove(key).ok_or_else(|| key_error(key)) }

        /// `self.popitem()`.
        fn try_popitem / popitem(&self) -> (K, V) {
            let last = self.with(|table| {
                let at = table.entries.iter().rposition(Option::is_some)?;
                table.remove(at)
            });
            match last {
                Some(entry) => Ok((entry.key, entry.value)),
                None => Err(Exception::with_arg(KeyError, &"popitem(): dictionary is empty")),
            }
        }
    }

    /// `self.pop(key, None)`.
    pub fn remove(&self, key: &K) -> Option<V> {
        let at = self.find(Self::hash_of(key), key)?;
        let entry = self.with(|table| table.remove(at))?;
        Some(entry.value)
    }

    /// `self.pop(key, default)`.
    #[must_use]
    pub fn pop_or(&self, key: &K, default: V) -> V {
        self.remove(key).unwrap_or(default)
    }

    /// `self[key] = value`: a known key keeps its place (and stays the key).
    #[inline]
    pub fn set(&self, key: K, value: V) {
        let hash = Self::hash_of(&key);
        match self.find(hash, &key) {
            Some(at) => {
                let old = self.with(|table| {
                    let entry = table.entries[at].as_mut()?;
                    Some(std::mem::replace(&mut entry.value, value))
                });
                drop(old);
            }
            None => self.add_entry(hash, key, value),
        }
    }

    /// A new entry, unless a hidden call raised on the way.
    fn add_entry(&self, hash: Hash, key: K, value: V) {
        if K::PLAIN || !is_raised() {
            self.with(|table| table.push(hash, key, value));
        }
    }

    /// [`Dict::set`].
    #[inline]
    pub fn insert(&self, key: K, value: V) {
        self.set(key, value);
    }

    /// `self.setdefault(key, default)`.
    pub fn set_default(&self, key: K, default: V) -> V {
        let hash = Self::hash_of(&key);
        if let Some(value) = self.find(hash, &key).and_then(|at| self.value_at(at)) {
            return value;
        }
        self.add_entry(hash, key, default.clone());
        default
    }

    /// `self.setdefault(key, make())`, where `make` is asked only for what is missing.
    pub fn set_default_with(&self, key: K, make: impl FnOnce() -> V) -> V {
        let hash = Self::hash_of(&key);
        if let Some(value) = self.find(hash, &key).and_then(|at| self.value_at(at)) {
            return value;
        }
        let version = self.with(|table| table.version);
        let made = make();
        if K::PLAIN && self.with(|table| table.version) == version {
            self.add_entry(hash, key, made.clone());
        } else {
            self.set(key, made.clone());
        }
        made
    }

    /// Puts `change(value)` where the value of an entry is, unless `change` moved or removed the entry.
    #[inline]
    fn put_changed<E>(
        &self,
        at: usize,
        key: impl FnOnce() -> K,
        change: impl FnOnce(V) -> Result<V, E>,
    ) -> Result<(), E> {
        let Some((version, old)) = self
            .with(|table| table.entries.get(at)?.as_ref().map(|entry| (table.version, entry.value.clone())))
        else {
            return Ok(());
        };
        let new = change(old)?;
        // Python stores under the key, which asks the keys again.
        if !K::PLAIN || self.with(|table| table.version) != version {
            self.set(key(), new);
            return Ok(());
        }
        let old = self
            .with(|table| table.entries[at].as_mut().map(|entry| std::mem::replace(&mut entry.value, new)));
        drop(old);
        Ok(())
    }

    /// `self[key] = change(self[key])`, with one look-up unless `change` adds or removes keys.
    ///
    /// # Errors
    /// `KeyError`, or what `change` raises.
    #[inline]
    pub fn try_change(
        &self,
        key: &K,
        change: impl FnOnce(V) -> Result<V, Exception>,
    ) -> Result<(), Exception> {
        let at = self.find(Self::hash_of(key), key).ok_or_else(|| key_error(key))?;
        self.put_changed(at, || key.clone(), change)
    }

    /// [`Dict::try_change`] where nobody observes the exception.
    #[inline]
    pub fn change(&self, key: &K, change: impl FnOnce(V) -> V) {
        if !self.modify(key, change) {
            key_error(key).uncaught();
        }
    }

    /// `if key in self: self[key] = change(self[key])`; whether it is.
    #[inline]
    pub fn modify(&self, key: &K, change: impl FnOnce(V) -> V) -> bool {
        let Some(at) = self.find(Self::hash_of(key), key) else { return false };
        let Ok(()) = self.put_changed(at, || key.clone(), |value| Ok::<V, Infallible>(change(value)));
        true
    }

    /// `self[key] = change(self.get(key, default))`.
    #[inline]
    pub fn change_or(&self, key: K, default: V, change: impl FnOnce(V) -> V) {
        let hash = Self::hash_of(&key);
        let Some(at) = self.find(hash, &key) else {
            let version = self.with(|table| table.version);
            let new = change(default);
            if K::PLAIN && self.with(|table| table.version) == version {
                return self.add_entry(hash, key, new);
            }
            return self.set(key, new);
        };
        let Ok(()) = self.put_changed(at, || key, |value| Ok::<V, Infallible>(change(value)));
    }

    /// `self.update(pairs)`.
    pub fn update(&self, pairs: impl IntoIterator<Item = (K, V)>) {
        for (key, value) in pairs {
            self.set(key, value);
        }
    }

    /// `self.update(other)`, `self |= other`.
    pub fn update_dict(&self, other: &Dict<K, V>) {
        if !self.is(other) {
            self.update(other.items().iter());
        }
    }

    /// `self.clear()`.
    pub fn clear(&self) {
        let old = self.with(|table| {
            let version = table.version + 1;
            let mut empty = super::Table::new();
            empty.version = version;
            empty.flavour = table.flavour.clone();
            std::mem::replace(table, empty)
        });
        drop(old);
    }

    /// `self.copy()`, `dict(self)`.
    #[must_use]
    pub fn copy(&self) -> Dict<K, V> {
        let copy = Dict::new();
        let entries: Vec<(Hash, K, V)> = self.with(|table| {
            let entries = table.entries.iter().flatten();
            entries.map(|entry| (entry.hash, entry.key.clone(), entry.value.clone())).collect()
        });
        let flavour = self.flavour();
        copy.with(|table| {
            table.flavour = flavour;
            for (hash, key, value) in entries {
                table.push(hash, key, value);
            }
        });
        copy
    }

    /// `self | other`.
    #[must_use]
    pub fn merged(&self, other: &Dict<K, V>) -> Dict<K, V> {
        let merged = self.copy();
        merged.update_dict(other);
        merged
    }

    /// `dict.fromkeys(keys, value)`.
    #[must_use]
    pub fn fromkeys(keys: impl IntoIterator<Item = K>, value: V) -> Dict<K, V> {
        keys.into_iter().map(|key| (key, value.clone())).collect()
    }
}

impl<K: Key, V: Item> FromIterator<(K, V)> for Dict<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(items: I) -> Self {
        let dict = Dict::new();
        dict.update(items);
        dict
    }
}

impl<K: Key, V: Item, const N: usize> From<[(K, V); N]> for Dict<K, V> {
    fn from(items: [(K, V); N]) -> Self {
        items.into_iter().collect()
    }
}

impl<K: Key, V: Item> From<Vec<(K, V)>> for Dict<K, V> {
    fn from(items: Vec<(K, V)>) -> Self {
        items.into_iter().collect()
    }
}
