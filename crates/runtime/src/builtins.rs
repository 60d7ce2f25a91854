//! Builtin functions whose order or errors differ from Rust's nearest.

use crate::exc::{Exception, StopIteration, value_error};
use crate::int::Int;
use crate::item::Item;
use crate::list::List;
use crate::list::sort::{self, sorted_by_keys, sorted_by_lt};
use crate::macros::raising_fns;
use crate::truth::Truth;

pub use crate::bytes::{ord_bytes, try_ord_bytes};
pub use crate::hash::hash;
pub use crate::int::{bin, hex, oct};
pub use crate::iter::{next, try_next};
pub use crate::show::{ascii_str, repr, str, try_repr, try_str};
pub use crate::str::{chr, ord, try_chr, try_ord};
pub use crate::sys::{input, try_input};
pub use crate::truth::truth;

/// `sorted(items, reverse=reverse)`.
#[must_use]
pub fn sorted<T: PartialOrd + Clone + 'static>(items: impl IntoIterator<Item = T>, reverse: bool) -> List<T> {
    List::from(sort::sorted(items.into_iter().collect(), reverse))
}

/// `sorted(items, key=key, reverse=reverse)`: the key is computed once per item.
#[must_use]
pub fn sorted_by_key<T: Clone, K: PartialOrd + Clone>(
    items: impl IntoIterator<Item = T>,
    mut key: impl FnMut(T) -> K,
    reverse: bool,
) -> List<T> {
    // All items come before the first key, as in CPython.
    let items: Vec<T> = items.into_iter().collect();
    let keys: Vec<K> = items.iter().map(|item| key(item.clone())).collect();
    List::from(sorted_by_keys(items, &keys, reverse))
}

/// [`sorted_by_key`] with a key that may raise.
///
/// # Errors
/// What the key raised.
pub fn try_sorted_by_key<T: Clone, K: PartialOrd + Clone>(
    items: impl IntoIterator<Item = T>,
    mut key: impl FnMut(T) -> Result<K, Exception>,
    reverse: bool,
) -> Result<List<T>, Exception> {
    // All items come before the first key, as in CPython.
    let items: Vec<T> = items.into_iter().collect();
    let keys: Result<Vec<K>, Exception> = items.iter().map(|item| key(item.clone())).collect();
    Ok(List::from(sorted_by_keys(items, &keys?, reverse)))
}

/// `sorted(items)` by an `__lt__` that may raise.
///
/// # Errors
/// What `lt` raised.
pub fn try_sorted_by_lt<T: Clone>(
    items: impl IntoIterator<Item = T>,
    lt: impl FnMut(&T, &T) -> Result<bool, Exception>,
    reverse: bool,
) -> Result<List<T>, Exception> {
    let (items, result) = sorted_by_lt(items.into_iter().collect(), reverse, lt);
    result.map(|()| List::from(items))
}

fn empty(name: &str) -> Exception {
    value_error(format!("{name}() arg is an empty sequence"))
}

macro_rules! extremes {
    ($($name:literal $better:tt $plain:ident $try_plain:ident $by_key:ident $try_by_key:ident $or:ident $two:ident;)*) => { $(
        #[doc = concat!("`", $name, "(items)`: the first of equals.")]
        ///
        /// # Errors
        /// `ValueError` for no items.
        pub fn $try_plain<T: PartialOrd>(items: impl IntoIterator<Item = T>) -> Result<T, Exception> {
            let mut items = items.into_iter();
            let first = items.next().ok_or_else(|| empty($name))?;
            let _asked = crate::compare::ask(stringify!($better));
            Ok(items.fold(first, |best, next| if next $better best { next } else { best }))
        }

        #[doc = concat!("`", $name, "(items)`: the first of equals.")]
        #[must_use]
        pub fn $plain<T: PartialOrd>(items: impl IntoIterator<Item = T>) -> T {
            $try_plain(items).unwrap_or_else(|error| error.uncaught())
        }

        #[doc = concat!("`", $name, "(items, default=default)`.")]
        #[must_use]
        pub fn $or<T: PartialOrd>(items: impl IntoIterator<Item = T>, default: T) -> T {
            $try_plain(items).unwrap_or(default)
        }

        #[doc = concat!("`", $name, "(a, b)`.")]
        #[inline]
        #[must_use]
        pub fn $two<T: PartialOrd>(a: T, b: T) -> T {
            if b $better a { b } else { a }
        }

        #[doc = concat!("`", $name, "(items, key=key)` with a key that may raise; `None` for no items.")]
        ///
        /// # Errors
        /// What the key raised.
        pub fn $try_by_key<T: Clone, K: PartialOrd>(
            items: impl IntoIterator<Item = T>,
            mut key: impl FnMut(T) -> Result<K, Exception>,
        ) -> Result<Option<T>, Exception> {
            let mut best: Option<(K, T)> = None;
            let _asked = crate::compare::ask(stringify!($better));
            for item in items {
                let key = key(item.clone())?;
                if best.as_ref().is_none_or(|(known, _)| key $better *known) {
                    best = Some((key, item));
                }
            }
            Ok(best.map(|(_, item)| item))
        }

        #[doc = concat!("`", $name, "(items, key=key)`: the first of equals. Ends the program on no items.")]
        #[must_use]
        pub fn $by_key<T: Clone, K: PartialOrd>(
            items: impl IntoIterator<Item = T>,
            mut key: impl FnMut(T) -> K,
        ) -> T {
            match $try_by_key(items, |item| Ok(key(item))) {
                Ok(Some(item)) => item,
                Ok(None) => empty($name).uncaught(),
                Err(error) => error.uncaught(),
            }
        }
    )* };
}

extremes! {
    "max" > max try_max max_by_key try_max_by_key max_or max2;
    "min" < min try_min min_by_key try_min_by_key min_or min2;
}

/// `sum(items)` of 64-bit ints; a trap past 64 bits.
#[must_use]
#[track_caller]
pub fn sum(items: impl IntoIterator<Item = i64>) -> i64 {
    sum_from(items, 0)
}

/// `sum(items, start)` of 64-bit ints; a trap past 64 bits.
#[must_use]
#[track_caller]
pub fn sum_from(items: impl IntoIterator<Item = i64>, start: i64) -> i64 {
    let mut total = start;
    for item in items {
        total = crate::int::add(total, item);
    }
    total
}

/// `sum(items)` of ints.
#[must_use]
pub fn sum_big(items: impl IntoIterator<Item = Int>) -> Int {
    items.into_iter().sum()
}

/// `sum(items, 0.0)` of floats, added from left to right; see [`sum_num`] for `sum(items)`, which is `0` for none.
#[must_use]
pub fn sum_float(items: impl IntoIterator<Item = f64>) -> f64 {
    // `0 + -0.0` is `0.0` in Python too.
    items.into_iter().fold(0.0, |total, item| total + item)
}

/// `sum(items)` of floats that are known to be some: a trap for none, of which the sum is the `int` 0.
#[must_use]
#[track_caller]
pub fn sum_floats(items: impl IntoIterator<Item = f64>) -> f64 {
    sum_num(items).sum_of_some()
}

/// What [`sum_num`] adds.
pub trait Addend: Into<crate::Num> {
    /// The sum of several; the `int` 0 of none.
    #[must_use]
    fn sum(items: impl Iterator<Item = Self>) -> crate::Num {
        items.fold(crate::Num::from(0_i64), |total, item| total + item.into())
    }
}

impl Addend for i64 {}
impl Addend for bool {}
impl Addend for Int {}
impl Addend for crate::Num {}

impl Addend for f64 {
    #[inline]
    fn sum(items: impl Iterator<Item = f64>) -> crate::Num {
        // `0 + -0.0` is `0.0` in Python too.
        let mut items = items.peekable();
        match items.peek() {
            Some(_) => crate::Num::from(items.fold(0.0, |total, item| total + item)),
            None => crate::Num::from(0_i64),
        }
    }
}

/// `sum(items)` of numbers: the `int` 0 for none.
#[must_use]
pub fn sum_num<N: Addend>(items: impl IntoIterator<Item = N>) -> crate::Num {
    N::sum(items.into_iter())
}

/// `sum(items, start)` of anything that adds.
pub fn sum_with<T>(items: impl IntoIterator<Item = T>, start: T, add: impl FnMut(T, T) -> T) -> T {
    items.into_iter().fold(start, add)
}

/// `any(items)`.
pub fn any<T: Truth>(items: impl IntoIterator<Item = T>) -> bool {
    items.into_iter().any(|item| item.truth())
}

/// `all(items)`.
pub fn all<T: Truth>(items: impl IntoIterator<Item = T>) -> bool {
    items.into_iter().all(|item| item.truth())
}

/// `any(items)` where a step may raise.
///
/// # Errors
/// What the step raised.
pub fn try_any<T: Truth>(items: impl IntoIterator<Item = Result<T, Exception>>) -> Result<bool, Exception> {
    for item in items {
        if item?.truth() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// `all(items)` where a step may raise.
///
/// # Errors
/// What the step raised.
pub fn try_all<T: Truth>(items: impl IntoIterator<Item = Result<T, Exception>>) -> Result<bool, Exception> {
    for item in items {
        if !item?.truth() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// `enumerate(items, start)`; a trap past as many items as memory has bytes.
#[inline]
pub fn enumerate<T>(items: impl IntoIterator<Item = T>, start: i64) -> impl Iterator<Item = (i64, T)> {
    // The count is no longer than an address: what is computed with it needs fewer checks.
    items.into_iter().enumerate().map(move |(at, item)| (crate::int::add(start, at as i64), item))
}

/// `zip(a, b)`: `a` is asked first, and once more than `b` where `b` is shorter.
pub fn zip<A, B>(
    a: impl IntoIterator<Item = A>,
    b: impl IntoIterator<Item = B>,
) -> impl Iterator<Item = (A, B)> {
    let (mut a, mut b) = (a.into_iter(), b.into_iter());
    std::iter::from_fn(move || Some((a.next()?, b.next()?)))
}

/// `zip(a, b, c)`.
pub fn zip3<A, B, C>(
    a: impl IntoIterator<Item = A>,
    b: impl IntoIterator<Item = B>,
    c: impl IntoIterator<Item = C>,
) -> impl Iterator<Item = (A, B, C)> {
    let (mut a, mut b, mut c) = (a.into_iter(), b.into_iter(), c.into_iter());
    std::iter::from_fn(move || Some((a.next()?, b.next()?, c.next()?)))
}

/// `list(items)`.
pub fn list<T: 'static>(items: impl IntoIterator<Item = T>) -> List<T> {
    items.into_iter().collect()
}

/// `list(items)` where a step may raise.
///
/// # Errors
/// What the step raised.
pub fn try_list<T: 'static>(
    items: impl IntoIterator<Item = Result<T, Exception>>,
) -> Result<List<T>, Exception> {
    let items: Result<Vec<T>, Exception> = items.into_iter().collect();
    Ok(List::from(items?))
}

raising_fns! {
    /// `next(items)` of an iterator that is no object.
    fn try_next_item / next_item[T](items: &mut impl Iterator<Item = T>) -> T {
        items.next().ok_or_else(|| Exception::empty(StopIteration))
    }

    /// The length check of `a, b = items`.
    fn try_check_unpack / check_unpack(len: i64, wanted: i64) -> () {
        if len > wanted {
            return Err(value_error(format!("too many values to unpack (expected {wanted})")));
        }
        if len < wanted {
            return Err(value_error(format!("not enough values to unpack (expected {wanted}, got {len})")));
        }
        Ok(())
    }

    /// The length check of `a, *b = items`.
    fn try_check_unpack_star / check_unpack_star(len: i64, wanted: i64) -> () {
        if len < wanted {
            return Err(value_error(format!("not enough values to unpack (expected at least {wanted}, got {len})")));
        }
        Ok(())
    }

    /// `for a, b in …` of lists.
    fn try_unpack2 / unpack2[T: Item](items: List<T>) -> (T, T) {
        try_check_unpack(items.len(), 2)?;
        Ok((items.try_at(0)?, items.try_at(1)?))
    }

    /// `for a, b, c in …` of lists.
    fn try_unpack3 / unpack3[T: Item](items: List<T>) -> (T, T, T) {
        try_check_unpack(items.len(), 3)?;
        Ok((items.try_at(0)?, items.try_at(1)?, items.try_at(2)?))
    }

    /// `for a, b, c, d in …` of lists.
    fn try_unpack4 / unpack4[T: Item](items: List<T>) -> (T, T, T, T) {
        try_check_unpack(items.len(), 4)?;
        Ok((items.try_at(0)?, items.try_at(1)?, items.try_at(2)?, items.try_at(3)?))
    }
}
