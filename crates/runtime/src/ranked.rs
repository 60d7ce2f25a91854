//! The order of values some of which may be `None`, alone or inside of sequences: `None` has an order with nothing, not even
//! with itself, so comparing it raises; equal items of sequences are passed over before anything is compared.
//!
//! Rust's own order of an `Option` says that `None` comes first, and its order of tuples asks the last items only which is
//! less; Python asks objects before whether they are equal.
//!
//! Source: Language Reference, 6.10.1, and the sequences' `__lt__`, which looks for the first items that are not equal.

use std::cmp::Ordering;

use crate::bytes::Bytes;
use crate::compare::unordered;
use crate::dict::{Dict, Key};
use crate::int::Int;
use crate::item::{Item, same_or_equal};
use crate::list::List;
use crate::num::Num;
use crate::output::trap;
use crate::set::{FrozenSet, Set};
use crate::str::Str;
use crate::tuple::Tuple;

/// A value that Python orders as [`rank`](Ranked::rank) does.
pub trait Ranked: PartialEq {
    /// The name of its class.
    fn class(&self) -> &'static str;

    /// Its place among others; `None` for a NaN.
    fn rank(&self, other: &Self) -> Option<Ordering>;

    /// Whether both are one object: then they are not asked whether they are equal.
    fn is_one(&self, _other: &Self) -> bool {
        false
    }

    /// Whether it is asked, by a method of the program, how it compares with something of another class.
    fn is_asked(&self) -> bool {
        false
    }

    /// `self < other`.
    fn below(&self, other: &Self) -> bool {
        self.rank(other) == Some(Ordering::Less)
    }

    /// `self > other`.
    fn above(&self, other: &Self) -> bool {
        self.rank(other) == Some(Ordering::Greater)
    }
}

/// A value that is compared by its [`Ranked::rank`]: a key for sorting, and for the least and the greatest.
#[derive(Clone, Debug)]
pub struct Rank<T>(pub T);

impl<T: Ranked> PartialEq for Rank<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T: Ranked> PartialOrd for Rank<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.0.rank(&other.0)
    }

    fn lt(&self, other: &Self) -> bool {
        self.0.below(&other.0)
    }

    fn gt(&self, other: &Self) -> bool {
        self.0.above(&other.0)
    }
}

/// An item of a sequence, or a field, that is compared by its rank: one that is equal to the other is passed over.
#[derive(Clone, Debug)]
pub struct RankItem<T>(pub T);

impl<T: Ranked> PartialEq for RankItem<T> {
    fn eq(&self, other: &Self) -> bool {
        !differ(&self.0, &other.0)
    }
}

impl<T: Ranked> PartialOrd for RankItem<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        if differ(&self.0, &other.0) { self.0.rank(&other.0) } else { Some(Ordering::Equal) }
    }
}

impl Ranked for () {
    fn class(&self) -> &'static str {
        "NoneType"
    }

    fn rank(&self, other: &Self) -> Option<Ordering> {
        unordered(self.class(), other.class())
    }
}

impl<T: Ranked> Ranked for Option<T> {
    fn class(&self) -> &'static str {
        self.as_ref().map_or("NoneType", Ranked::class)
    }

    fn rank(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Some(a), Some(b)) => a.rank(b),
            (a, b) => apart(a, b),
        }
    }

    fn is_one(&self, other: &Self) -> bool {
        matches!((self, other), (Some(a), Some(b)) if a.is_one(b))
    }

    fn below(&self, other: &Self) -> bool {
        match (self, other) {
            (Some(a), Some(b)) => a.below(b),
            (a, b) => apart(a, b).is_some(),
        }
    }

    fn above(&self, other: &Self) -> bool {
        match (self, other) {
            (Some(a), Some(b)) => a.above(b),
            (a, b) => apart(a, b).is_some(),
        }
    }
}

/// The answer where one of two is `None`.
fn apart<T: Ranked>(a: &Option<T>, b: &Option<T>) -> Option<Ordering> {
    if a.iter().chain(b).any(Ranked::is_asked) {
        trap("an object that has methods for comparisons meets `None`");
    }
    unordered(a.class(), b.class())
}

/// Gives generated enums that say their `kind` a rank: `ranked!(IntOrStr)`.
#[macro_export]
macro_rules! ranked {
    ($($ty:ty),* $(,)?) => { $(
        impl $crate::ranked::Ranked for $ty {
            fn class(&self) -> &'static str {
                self.kind()
            }

            fn rank(&self, other: &Self) -> Option<std::cmp::Ordering> {
                self.partial_cmp(other)
            }
        }
    )* };
}

/// Gives objects whose class says when they are equal and which is less a rank: `ranked_object!(Job, "Job")`.
#[macro_export]
macro_rules! ranked_object {
    ($ty:ty, $class:literal) => {
        $crate::ranked_object!($ty, $class, true);
    };
    ($ty:ty, $class:literal, $is_asked:literal) => {
        impl $crate::ranked::Ranked for $ty {
            fn class(&self) -> &'static str {
                $class
            }

            fn rank(&self, other: &Self) -> Option<std::cmp::Ordering> {
                self.partial_cmp(other)
            }

            fn is_one(&self, other: &Self) -> bool {
                self.is(other)
            }

            fn is_asked(&self) -> bool {
                $is_asked
            }

            fn below(&self, other: &Self) -> bool {
                self < other
            }

            fn above(&self, other: &Self) -> bool {
                self > other
            }
        }
    };
}

/// The same of named tuples, which compare with nothing else: `ranked_tuple!(Node, "Node")`.
#[macro_export]
macro_rules! ranked_tuple {
    ($ty:ty, $class:literal) => {
        $crate::ranked_object!($ty, $class, false);
    };
}

macro_rules! scalars {
    ($($ty:ty: |$x:ident| $class:expr;)*) => { $(
        impl Ranked for $ty {
            fn class(&self) -> &'static str {
                let $x = self;
                $class
            }

            #[inline]
            fn rank(&self, other: &Self) -> Option<Ordering> {
                self.partial_cmp(other)
            }
        }
    )* };
}

scalars! {
    bool: |_x| "bool";
    i64: |_x| "int";
    Int: |_x| "int";
    f64: |_x| "float";
    Num: |x| x.class_name();
    Str: |_x| "str";
    Bytes: |_x| "bytes";
}

fn differ<T: Ranked>(a: &T, b: &T) -> bool {
    !a.is_one(b) && a != b
}

macro_rules! tuples {
    ($($($name:ident $index:tt)*;)*) => { $(
        impl<$($name: Ranked),*> Ranked for ($($name,)*) {
            fn class(&self) -> &'static str {
                "tuple"
            }

            fn rank(&self, other: &Self) -> Option<Ordering> {
                $(
                    if differ(&self.$index, &other.$index) {
                        return self.$index.rank(&other.$index);
                    }
                )*
                Some(Ordering::Equal)
            }

            fn below(&self, other: &Self) -> bool {
                $(
                    if differ(&self.$index, &other.$index) {
                        return self.$index.below(&other.$index);
                    }
                )*
                false
            }

            fn above(&self, other: &Self) -> bool {
                $(
                    if differ(&self.$index, &other.$index) {
                        return self.$index.above(&other.$index);
                    }
                )*
                false
            }
        }
    )* };
}

tuples! {
    A 0;
    A 0 B 1;
    A 0 B 1 C 2;
    A 0 B 1 C 2 D 3;
    A 0 B 1 C 2 D 3 E 4;
    A 0 B 1 C 2 D 3 E 4 F 5;
    A 0 B 1 C 2 D 3 E 4 F 5 G 6;
    A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7;
}

/// The first items that are not equal.
fn first_pair<T: Item + Ranked>(a: impl Iterator<Item = T>, b: impl Iterator<Item = T>) -> Option<(T, T)> {
    a.zip(b).find(|(x, y)| !same_or_equal(x, y))
}

/// The first items that are not equal decide, then the lengths.
fn in_order<T: Item + Ranked>(
    a: impl Iterator<Item = T>,
    b: impl Iterator<Item = T>,
    lengths: Ordering,
) -> Option<Ordering> {
    first_pair(a, b).map_or(Some(lengths), |(x, y)| x.rank(&y))
}

impl<T: Item + Ranked> Ranked for Tuple<T> {
    fn class(&self) -> &'static str {
        "tuple"
    }

    fn rank(&self, other: &Self) -> Option<Ordering> {
        in_order(self.iter(), other.iter(), self.len().cmp(&other.len()))
    }

    fn below(&self, other: &Self) -> bool {
        first_pair(self.iter(), other.iter()).map_or(self.len() < other.len(), |(x, y)| x.below(&y))
    }

    fn above(&self, other: &Self) -> bool {
        first_pair(self.iter(), other.iter()).map_or(self.len() > other.len(), |(x, y)| x.above(&y))
    }
}

impl<T: Item + Ranked> Ranked for List<T> {
    fn class(&self) -> &'static str {
        "list"
    }

    fn rank(&self, other: &Self) -> Option<Ordering> {
        in_order(self.iter(), other.iter(), self.len().cmp(&other.len()))
    }

    fn below(&self, other: &Self) -> bool {
        first_pair(self.iter(), other.iter()).map_or(self.len() < other.len(), |(x, y)| x.below(&y))
    }

    fn above(&self, other: &Self) -> bool {
        first_pair(self.iter(), other.iter()).map_or(self.len() > other.len(), |(x, y)| x.above(&y))
    }
}

impl<K: Key, V: Item + PartialEq> Ranked for Dict<K, V> {
    fn class(&self) -> &'static str {
        "dict"
    }

    fn rank(&self, other: &Self) -> Option<Ordering> {
        unordered(self.class(), other.class())
    }
}

/// Sets are ordered as subsets: of two that overlap, neither is less.
macro_rules! sets {
    ($($Set:ident $class:literal)*) => { $(
        impl<T: Key> Ranked for $Set<T> {
            fn class(&self) -> &'static str {
                $class
            }

            fn rank(&self, other: &Self) -> Option<Ordering> {
                let order = self.len().cmp(&other.len());
                let holds = match order {
                    Ordering::Less => self.issubset(other),
                    Ordering::Equal => self == other,
                    Ordering::Greater => self.issuperset(other),
                };
                holds.then_some(order)
            }
        }
    )* };
}

sets! {
    Set "set"
    FrozenSet "frozenset"
}

#[cfg(test)]
mod tests {
    use super::{Ordering, Rank, Ranked};
    use crate::list::List;

    #[test]
    fn equal_items_are_passed_over_whatever_they_are() {
        assert_eq!((None::<i64>, 1_i64).rank(&(None, 2)), Some(Ordering::Less));
        assert_eq!(
            List::from(vec![None, Some(2_i64)]).rank(&List::from(vec![None])),
            Some(Ordering::Greater)
        );
    }

    #[test]
    fn values_have_their_own_order() {
        assert!(Rank(Some(1_i64)) < Rank(Some(2)));
        assert!(Rank((Some(true), 2.5)) > Rank((Some(true), 1.5)));
    }
}
