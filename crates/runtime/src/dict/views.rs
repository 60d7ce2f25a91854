//! `dict.keys()`, `dict.values()`, `dict.items()`: views that follow the dict.

use std::fmt;

use super::{Dict, DictCursor, DictItems, DictKeys, DictValues, Key};
use crate::item::{Item, same_or_equal};
use crate::iter::Iter;
use crate::macros::raising_methods;
use crate::set::Set;
use crate::show::{Repr, guarded, repr_items};
use crate::truth::Truth;

macro_rules! views {
    ($($(#[$meta:meta])* $name:ident $method:ident $iter:ident -> $item:ty, $python:literal;)*) => { $(
        $(#[$meta])*
        pub struct $name<K: 'static, V: 'static>(Dict<K, V>);

        impl<K: 'static, V: 'static> Clone for $name<K, V> {
            fn clone(&self) -> Self {
                $name(self.0.clone())
            }
        }

        impl<K: Key, V: Item> Dict<K, V> {
            $(#[$meta])*
            #[must_use]
            pub fn $method(&self) -> $name<K, V> {
                $name(self.clone())
            }
        }

        impl<K: Key, V: Item> $name<K, V> {
            /// `iter(self)`.
            #[must_use]
            pub fn iter(&self) -> $iter<K, V> {
                $iter(DictCursor::forward(&self.0))
            }

            /// `reversed(self)`.
            #[must_use]
            pub fn reversed(&self) -> $iter<K, V> {
                $iter(DictCursor::backward(&self.0))
            }

            /// `len(self)`.
            #[must_use]
            pub fn len(&self) -> i64 {
                self.0.len()
            }

            /// `not self`.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }
        }

        impl<K: Key, V: Item> IntoIterator for $name<K, V> {
            type Item = $item;
            type IntoIter = $iter<K, V>;

            fn into_iter(self) -> $iter<K, V> {
                self.iter()
            }
        }

        impl<K: Key, V: Item> IntoIterator for &$name<K, V> {
            type Item = $item;
            type IntoIter = $iter<K, V>;

            fn into_iter(self) -> $iter<K, V> {
                self.iter()
            }
        }

        impl<K: Key, V: Item> Truth for $name<K, V> {
            fn truth(&self) -> bool {
                !self.is_empty()
            }
        }

        impl<K: Key, V: Item + Repr> Repr for $name<K, V> {
            fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                // The dict may be shown already: what tells its view from it is an address inside.
                guarded(f, self.0.id() + 1, "...", |f| repr_items(f, concat!($python, "(["), self.iter(), "])"))
            }
        }

        // SAFETY: counts a reference.
        unsafe impl<K: 'static, V: 'static> Item for $name<K, V> {}
    )* };
}

views! {
    /// `self.keys()`.
    KeysView keys DictKeys -> K, "dict_keys";
    /// `self.values()`.
    ValuesView values DictValues -> V, "dict_values";
    /// `self.items()`.
    ItemsView items DictItems -> (K, V), "dict_items";
}

impl<K: 'static, V: 'static> PartialEq for ValuesView<K, V> {
    fn eq(&self, _: &Self) -> bool {
        crate::output::trap("a comparison of two dict_values, which are equal to themselves only")
    }
}

impl<K: Key, V: Item> KeysView<K, V> {
    /// `key in self`.
    #[must_use]
    pub fn contains(&self, key: &K) -> bool {
        self.0.contains(key)
    }

    /// `set(self)`, for the set operators of views.
    #[must_use]
    pub fn to_set(&self) -> Set<K> {
        // `set` of a dict makes room at once.
        if self.0.is_plain() { Set::from_keys(&self.0) } else { self.iter().collect() }
    }
}

impl<K: Key, V: Item> KeysView<K, V> {
    raising_methods! {
        /// `self.isdisjoint(other)`.
        fn try_isdisjoint / isdisjoint(&self, other: Iter<K>) -> bool {
            while let Some(key) = other.try_next()? {
                if self.contains(&key) {
                    return Ok(false);
                }
            }
            Ok(true)
        }
    }
}

impl<K: Key, V: Item + PartialEq> ItemsView<K, V> {
    raising_methods! {
        /// `self.isdisjoint(other)`.
        fn try_isdisjoint / isdisjoint(&self, other: Iter<(K, V)>) -> bool {
            while let Some(item) = other.try_next()? {
                if self.contains(&item) {
                    return Ok(false);
                }
            }
            Ok(true)
        }
    }
}

impl<K: Key, V: Item> PartialEq for KeysView<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().all(|key| other.contains(&key))
    }
}

impl<K: Key, V: Item + PartialEq> ValuesView<K, V> {
    /// `value in self`.
    #[must_use]
    pub fn contains(&self, value: &V) -> bool {
        self.iter().any(|each| same_or_equal(&each, value))
    }
}

impl<K: Key, V: Item + PartialEq> PartialEq for ItemsView<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.0.items().iter().all(|item| other.contains(&item))
    }
}

impl<K: Key, V: Item + PartialEq> ItemsView<K, V> {
    /// `self <= other`: the values may be without a hash.
    #[must_use]
    pub fn is_subset(&self, other: &Self) -> bool {
        self.len() <= other.len() && self.0.items().iter().all(|item| other.contains(&item))
    }

    /// `self < other`.
    #[must_use]
    pub fn is_proper_subset(&self, other: &Self) -> bool {
        self.len() < other.len() && self.is_subset(other)
    }

    /// `self >= other`.
    #[must_use]
    pub fn is_superset(&self, other: &Self) -> bool {
        other.is_subset(self)
    }

    /// `self > other`.
    #[must_use]
    pub fn is_proper_superset(&self, other: &Self) -> bool {
        other.is_proper_subset(self)
    }

    /// `(key, value) in self`.
    #[must_use]
    pub fn contains(&self, item: &(K, V)) -> bool {
        self.0.get(&item.0).is_some_and(|value| same_or_equal(&value, &item.1))
    }
}
