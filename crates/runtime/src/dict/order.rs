//! `==`, truth and text of `dict`.

use std::fmt;

use super::{Dict, Key};
use crate::item::{Item, same_or_equal};
use crate::show::{Repr, guarded, py};
use crate::truth::Truth;

impl<K: Key, V: Item + PartialEq> PartialEq for Dict<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.is(other)
            || (self.len() == other.len()
                && self
                    .items()
                    .iter()
                    .all(|(key, value)| other.get(&key).is_some_and(|theirs| same_or_equal(&value, &theirs))))
    }
}

impl<K: 'static, V: 'static> Truth for Dict<K, V> {
    #[inline]
    fn truth(&self) -> bool {
        !self.is_empty()
    }
}

impl<K: Key, V: Item + Repr> Repr for Dict<K, V> {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        guarded(f, self.id(), "{...}", |f| {
            f.write_str("{")?;
            for (i, (key, value)) in self.items().iter().enumerate() {
                let comma = if i > 0 { ", " } else { "" };
                write!(f, "{comma}{:?}: {:?}", py(&key), py(&value))?;
            }
            f.write_str("}")
        })
    }
}

impl<K: Key, V: Item + Repr> fmt::Debug for Dict<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.repr(f)
    }
}
