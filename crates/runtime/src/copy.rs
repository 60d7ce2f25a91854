//! `copy`: `copy.copy` and `copy.deepcopy`, which keeps what is shared shared, and cycles.
//!
//! Source: Library Reference, "copy". Generated classes take part through [`copyable!`](crate::copyable).

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use crate::bytes::Bytes;
use crate::complex::Complex;
use crate::decimal::Decimal;
use crate::deque::Deque;
use crate::dict::{Dict, Key};
use crate::int::Int;
use crate::item::Item;
use crate::list::List;
use crate::macros::opaque;
use crate::num::Num;
use crate::range::Range;
use crate::re::{BytesMatch, BytesPattern, Match, Pattern};
use crate::set::{FrozenSet, Set};
use crate::str::Str;
use crate::tuple::Tuple;

/// A value that can be copied.
pub trait Copyable: Sized {
    /// `copy.copy(self)`.
    #[must_use]
    fn shallow(&self) -> Self;

    /// `copy.deepcopy(self, memo)`.
    #[must_use]
    fn deep(&self, memo: &mut Memo) -> Self;

    /// `id(self)` of an object of a class of the program.
    #[must_use]
    fn identity(&self) -> Option<usize> {
        None
    }
}

/// The copies that one `deepcopy` has made, by the identity of what they are copies of.
#[derive(Default)]
pub struct Memo(hashbrown::HashMap<usize, Box<dyn Any>, std::hash::RandomState>);

impl Memo {
    /// The copy of the object with this identity.
    #[must_use]
    pub fn known<T: Clone + 'static>(&self, id: usize) -> Option<T> {
        self.0.get(&id)?.downcast_ref::<T>().cloned()
    }

    /// Remembers a copy, before its parts are copied: they may refer to it.
    pub fn keep<T: Clone + 'static>(&mut self, id: usize, copy: &T) {
        self.0.insert(id, Box::new(copy.clone()));
    }
}

/// `copy.copy(value)`.
#[must_use]
pub fn copy<T: Copyable>(value: &T) -> T {
    value.shallow()
}

/// `copy.deepcopy(value)`.
#[must_use]
pub fn deepcopy<T: Copyable>(value: &T) -> T {
    value.deep(&mut Memo::default())
}

/// The memo that a `__deepcopy__` is handed, and hands on.
#[derive(Clone, Default)]
pub struct SharedMemo(Rc<RefCell<Memo>>);

opaque!(SharedMemo, "dict");

impl SharedMemo {
    /// That of a copy that begins.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

/// `copy.deepcopy(value, memo)`.
pub fn deepcopy_with<T: Copyable>(value: &T, memo: &SharedMemo) -> T {
    value.deep(&mut memo.0.borrow_mut())
}

/// The copy of `of`, where there is one.
#[must_use]
pub fn known<T: Copyable + Clone + 'static>(of: &T, memo: &SharedMemo) -> Option<T> {
    memo.0.borrow().known(of.identity()?)
}

/// `memo[id(of)] = made`.
pub fn remember<T: Copyable, C: Clone + 'static>(of: &T, made: &C, memo: &SharedMemo) {
    if let Some(id) = of.identity() {
        memo.0.borrow_mut().keep(id, made);
    }
}

macro_rules! immutable {
    ($($ty:ty),*) => { $(
        impl Copyable for $ty {
            fn shallow(&self) -> Self {
                self.clone()
            }
            fn deep(&self, _memo: &mut Memo) -> Self {
                self.clone()
            }
        }
    )* };
}

immutable!((), bool, i64, f64, Int, Num, Complex, Str, Bytes, Range);
immutable!(Decimal, Pattern, BytesPattern, Match, BytesMatch);

impl<T: Copyable> Copyable for Option<T> {
    fn shallow(&self) -> Self {
        self.as_ref().map(T::shallow)
    }

    fn deep(&self, memo: &mut Memo) -> Self {
        self.as_ref().map(|value| value.deep(memo))
    }
}

macro_rules! containers {
    ($($ty:ident [$($param:ident: $bound:ident),*] |$from:ident, $made:ident, $memo:ident| $fill:expr;)*) => { $(
        impl<$($param: $bound + Copyable),*> Copyable for $ty<$($param),*> {
            fn shallow(&self) -> Self {
                self.copy()
            }

            fn deep(&self, memo: &mut Memo) -> Self {
                if let Some(known) = memo.known(self.id()) {
                    return known;
                }
                // A copy that is emptied keeps what is more to the container: a factory, a greatest length.
                let copy = self.copy();
                copy.clear();
                memo.keep(self.id(), &copy);
                let ($from, $made, $memo) = (self, &copy, memo);
                $fill;
                copy
            }
        }
    )* };
}

containers! {
    List[T: Item] |from, made, memo| from.iter().for_each(|item| made.append(item.deep(memo)));
    Deque[T: Item] |from, made, memo| from.iter().for_each(|item| made.append(item.deep(memo)));
    Set[T: Key] |from, made, memo| from.iter().for_each(|item| made.add(item.deep(memo)));
    Dict[K: Key, V: Item] |from, made, memo| from.items().iter().for_each(|(key, value)| {
        let key = key.deep(memo);
        made.set(key, value.deep(memo));
    });
}

impl<T: Key + Copyable> Copyable for FrozenSet<T> {
    fn shallow(&self) -> Self {
        self.clone()
    }

    fn deep(&self, memo: &mut Memo) -> Self {
        self.iter().map(|item| item.deep(memo)).collect()
    }
}

impl<T: Item + Copyable> Copyable for Tuple<T> {
    fn shallow(&self) -> Self {
        self.clone()
    }

    fn deep(&self, memo: &mut Memo) -> Self {
        self.iter().map(|item| item.deep(memo)).collect()
    }
}

macro_rules! tuples {
    ($($($name:ident $index:tt),*;)*) => { $(
        impl<$($name: Copyable + Clone),*> Copyable for ($($name,)*) {
            fn shallow(&self) -> Self {
                self.clone()
            }
            fn deep(&self, memo: &mut Memo) -> Self {
                ($(self.$index.deep(memo),)*)
            }
        }
    )* };
}

tuples! {
    A 0;
    A 0, B 1;
    A 0, B 1, C 2;
    A 0, B 1, C 2, D 3;
    A 0, B 1, C 2, D 3, E 4;
    A 0, B 1, C 2, D 3, E 4, F 5;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7;
}

/// Copies of what is its own copy: a member of an enumeration.
#[macro_export]
macro_rules! own_copy {
    ($name:ident) => {
        impl $crate::copy::Copyable for $name {
            fn shallow(&self) -> Self {
                self.clone()
            }

            fn deep(&self, _: &mut $crate::copy::Memo) -> Self {
                self.clone()
            }
        }
    };
}

/// `copyable!(Node, NodeFields, value, next);`: copies of a class made by [`crate::handle!`], attribute by attribute.
/// Behind `Self` comes first what container the objects are besides: a copy has one of its own.
#[macro_export]
macro_rules! copyable {
    ($name:ident, $fields:ident, Self, $held:ident $(, $field:ident)* $(,)?) => {
        $crate::copyable!($name, $fields: $held; $($field),*);
    };
    ($name:ident, $fields:ident $(, $field:ident)* $(,)?) => {
        $crate::copyable!($name, $fields: ; $($field),*);
    };
    ($name:ident, $fields:ident: $($held:ident)?; $($field:ident),* $(,)?) => {
        impl $crate::copy::Copyable for $name {
            fn shallow(&self) -> Self {
                let made = $name::alloc($fields {
                    $($held: $crate::LateField::unset(),)?
                    $($field: $crate::LateField::unset()),*
                });
                $(
                    if let Some(value) = self.$held.peek() {
                        made.$held.set($crate::copy::Copyable::shallow(&value));
                    }
                )?
                $(
                    if let Some(value) = self.$field.peek() {
                        made.$field.set(value);
                    }
                )*
                made
            }

            fn identity(&self) -> Option<usize> {
                Some(self.id())
            }

            fn deep(&self, memo: &mut $crate::copy::Memo) -> Self {
                if let Some(known) = memo.known(self.id()) {
                    return known;
                }
                let made = $name::alloc($fields {
                    $($held: $crate::LateField::unset(),)?
                    $($field: $crate::LateField::unset()),*
                });
                memo.keep(self.id(), &made);
                $(
                    if let Some(value) = self.$held.peek() {
                        made.$held.set($crate::copy::Copyable::deep(&value, memo));
                    }
                )?
                $(
                    if let Some(value) = self.$field.peek() {
                        made.$field.set($crate::copy::Copyable::deep(&value, memo));
                    }
                )*
                made
            }
        }
    };
}
