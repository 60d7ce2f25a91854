//! Iterators as values: [`Iter`], and adapters between iterators that raise and those that end the program.
//!
//! **Invariant:** the boxed iterator is taken out of its cell while it runs, so nothing can reach it twice.

use std::cell::RefCell;
use std::fmt;

use crate::counted::Counted;
use crate::exc::{Exception, StopIteration, value_error};
use crate::hash::{self, PyHash};
use crate::item::Item;
use crate::macros::raising_methods;
use crate::show::Repr;
use crate::truth::Truth;

type Source<T> = Box<dyn Iterator<Item = Result<T, Exception>>>;

enum State<T> {
    Ready(Source<T>),
    Running,
    Exhausted,
}

/// A Python iterator whose kind only the run knows. Clones share its state.
pub struct Iter<T: 'static>(Counted<RefCell<State<T>>>);

impl<T: 'static> Clone for Iter<T> {
    fn clone(&self) -> Self {
        Iter(self.0.clone())
    }
}

impl<T: 'static> Iter<T> {
    /// An iterator whose steps may raise.
    pub fn new(source: impl Iterator<Item = Result<T, Exception>> + 'static) -> Self {
        Iter(Counted::new(RefCell::new(State::Ready(Box::new(source)))))
    }

    /// An iterator whose steps do not raise.
    pub fn from_values(source: impl Iterator<Item = T> + 'static) -> Self {
        Iter::new(source.map(Ok))
    }

    /// `iter(values)`.
    pub fn of<I: IntoIterator<Item = T>>(values: I) -> Self
    where
        I::IntoIter: 'static,
    {
        Iter::from_values(values.into_iter())
    }

    raising_methods! {
        /// The next item; `None` is the end.
        fn try_next / next_or_end(&self) -> Option<T> {
            let mut source = match self.0.replace(State::Running) {
                State::Ready(source) => source,
                State::Running => return Err(value_error("generator already executing")),
                State::Exhausted => {
                    self.0.replace(State::Exhausted);
                    return Ok(None);
                }
            };
            match source.next() {
                Some(Ok(item)) => {
                    self.0.replace(State::Ready(source));
                    Ok(Some(item))
                }
                Some(Err(error)) => {
                    // A generator is over when it raised; `map` and its like would go on.
                    self.0.replace(State::Ready(source));
                    // `StopIteration` of a function that `map` calls is an end like any other.
                    if error.is::<StopIteration>() { Ok(None) } else { Err(error) }
                }
                None => {
                    self.0.replace(State::Exhausted);
                    drop(source);
                    Ok(None)
                }
            }
        }

        /// `next(self)`.
        fn try_next_item / next_item(&self) -> T { self.try_next()?.ok_or_else(|| Exception::empty(StopIteration)) }
    }

    /// The items, ending the program where a step raises.
    pub fn values(&self) -> impl Iterator<Item = T> + use<T> {
        ending(self.clone())
    }

    /// The same of an iterator that nobody else has: it is left with the last of its items that is asked for.
    pub fn into_values(self) -> impl Iterator<Item = T> + use<T> {
        ending(self)
    }

    /// Python's `self is other`.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.0.is(&other.0)
    }

    /// `id(self)`.
    #[must_use]
    pub fn id(&self) -> usize {
        self.0.address()
    }
}

impl<T: 'static> Iterator for Iter<T> {
    type Item = Result<T, Exception>;

    fn next(&mut self) -> Option<Self::Item> {
        self.try_next().transpose()
    }
}

/// An iterator like `nothing`, over what never comes, which runs `source` to its end first.
#[must_use]
pub fn after_nothing<T: 'static, U: 'static>(
    mut source: impl Iterator<Item = Result<T, Exception>> + 'static,
    nothing: Iter<U>,
) -> Iter<U> {
    stepping(move || {
        for item in source.by_ref() {
            item?;
        }
        nothing.try_next()
    })
}

/// An iterator over nothing, which runs `source` to its end first.
#[must_use]
pub fn exhausting<T: 'static>(source: Iter<T>) -> Iter<()> {
    stepping(move || {
        while source.try_next()?.is_some() {}
        Ok(None)
    })
}

/// Iterates what `step` gives until it gives nothing.
pub fn stepping<T: 'static>(mut step: impl FnMut() -> Result<Option<T>, Exception> + 'static) -> Iter<T> {
    Iter::new(std::iter::from_fn(move || step().transpose()))
}

/// What `function` makes of each item.
pub fn mapped<T: 'static, R: 'static>(items: Iter<T>, mut function: impl FnMut(T) -> R + 'static) -> Iter<R> {
    stepping(move || Ok(items.try_next()?.map(&mut function)))
}

/// The same for a `function` that may raise.
pub fn try_mapped<T: 'static, R: 'static>(
    items: Iter<T>,
    mut function: impl FnMut(T) -> Result<R, Exception> + 'static,
) -> Iter<R> {
    stepping(move || items.try_next()?.map(&mut function).transpose())
}

/// `zip(*rows)`: a tuple of one item of each, until one ends.
pub fn zip_all<T: Item>(rows: Vec<Iter<T>>) -> Iter<crate::Tuple<T>> {
    stepping(move || {
        let mut items = Vec::with_capacity(rows.len());
        for row in &rows {
            match row.try_next()? {
                Some(item) => items.push(item),
                None => return Ok(None),
            }
        }
        Ok((!items.is_empty()).then(|| crate::Tuple::from(items)))
    })
}

/// `zip(*rows, strict=True)`: raises `ValueError` where one row ends before the others.
#[must_use]
pub fn zip_all_strict<T: Item>(rows: Vec<Iter<T>>) -> Iter<crate::Tuple<T>> {
    let uneven = |at: usize, how: &str| {
        let before = if at == 1 { "argument 1".to_owned() } else { format!("arguments 1-{at}") };
        value_error(format!("zip() argument {} is {how} than {before}", at + 1))
    };
    stepping(move || {
        let mut items = Vec::with_capacity(rows.len());
        for (at, row) in rows.iter().enumerate() {
            match row.try_next()? {
                Some(item) => items.push(item),
                None if at > 0 => return Err(uneven(at, "shorter")),
                None => {
                    for (at, row) in rows.iter().enumerate().skip(1) {
                        if row.try_next()?.is_some() {
                            return Err(uneven(at, "longer"));
                        }
                    }
                    return Ok(None);
                }
            }
        }
        Ok((!items.is_empty()).then(|| crate::Tuple::from(items)))
    })
}

/// Iterates `__next__` until `StopIteration`.
pub fn from_next<T>(
    mut next: impl FnMut() -> Result<T, Exception>,
) -> impl Iterator<Item = Result<T, Exception>> {
    std::iter::from_fn(move || match next() {
        Err(error) if error.is::<StopIteration>() => None,
        result => Some(result),
    })
}

/// What a call of `__next__` gave, or nothing where it raised `StopIteration`: `next(iterator, default)`.
///
/// # Errors
/// What else it raised.
pub fn step<T>(next: Result<T, Exception>) -> Result<Option<T>, Exception> {
    match next {
        Ok(item) => Ok(Some(item)),
        Err(error) if error.is::<StopIteration>() => Ok(None),
        Err(error) => Err(error),
    }
}

/// Iterates `__getitem__` from 0 until `IndexError` or `StopIteration`.
pub fn from_index<T>(
    at: impl FnMut(i64) -> Result<T, Exception>,
) -> impl Iterator<Item = Result<T, Exception>> {
    until_index_error(0.., at)
}

/// `reversed` of an object: its items by index, from the last of `count` down, until `IndexError` or
/// `StopIteration`.
pub fn from_last<T>(
    count: i64,
    at: impl FnMut(i64) -> Result<T, Exception>,
) -> impl Iterator<Item = Result<T, Exception>> {
    until_index_error((0..count).rev(), at)
}

fn until_index_error<T>(
    indices: impl Iterator<Item = i64>,
    mut at: impl FnMut(i64) -> Result<T, Exception>,
) -> impl Iterator<Item = Result<T, Exception>> {
    indices.map_while(move |index| match at(index) {
        Err(error) if error.is::<crate::exc::IndexError>() || error.is::<StopIteration>() => None,
        result => Some(result),
    })
}

/// The items of an iterator that raises, ending the program where it does.
pub fn ending<T>(items: impl IntoIterator<Item = Result<T, Exception>>) -> impl Iterator<Item = T> {
    items.into_iter().map(|item| item.unwrap_or_else(|error| error.uncaught()))
}

/// The items of an iterator that does not raise, as one that could.
pub fn tried<T>(items: impl IntoIterator<Item = T>) -> impl Iterator<Item = Result<T, Exception>> {
    items.into_iter().map(Ok)
}

/// `next(items)` of any iterator that does not raise.
///
/// # Errors
/// `StopIteration`.
pub fn try_next<T>(items: &mut impl Iterator<Item = T>) -> Result<T, Exception> {
    items.next().ok_or_else(|| Exception::empty(StopIteration))
}

/// `next(items)`; ends the program with `StopIteration`.
pub fn next<T>(items: &mut impl Iterator<Item = T>) -> T {
    try_next(items).unwrap_or_else(|error| error.uncaught())
}

impl<T: 'static> Truth for Iter<T> {
    fn truth(&self) -> bool {
        true
    }
}

impl<T: 'static> Repr for Iter<T> {
    fn repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<iterator object at {:#x}>", self.id())
    }
}

impl<T: 'static> PartialEq for Iter<T> {
    fn eq(&self, other: &Self) -> bool {
        self.is(other)
    }
}

impl<T: 'static> PyHash for Iter<T> {
    fn py_hash(&self) -> i64 {
        hash::of_address(self.id())
    }
}

// SAFETY: counts a reference.
unsafe impl<T: 'static> Item for Iter<T> {
    fn same(&self, other: &Self) -> bool {
        self.is(other)
    }
}
