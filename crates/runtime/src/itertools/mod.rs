//! `itertools`: lazy, so that what an iterator does is seen when it does it.
//!
//! Source: Library Reference, "itertools"; `Modules/itertoolsmodule.c` for when an input is read.

mod combinatoric;
mod group;

pub use combinatoric::{
    combinations, combinations_with_replacement, permutations, product, product2, product3, product4,
    try_combinations, try_combinations_with_replacement, try_permutations, try_product, try_product2,
    try_product3, try_product4,
};
pub use group::groupby_key;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::ops::Add;
use std::rc::Rc;

use crate::exc::{Exception, value_error};
use crate::item::Item;
use crate::iter::{Iter, stepping};
use crate::macros::raising_fns;
use crate::truth::Truth;

/// Numbers that `count` adds one to.
pub trait One: Item + Add<Output = Self> {
    /// 1.
    fn one() -> Self;
}

impl One for i64 {
    fn one() -> Self {
        1
    }
}

impl One for f64 {
    fn one() -> Self {
        1.0
    }
}

impl One for crate::Int {
    fn one() -> Self {
        crate::Int::ONE
    }
}

/// `count()`.
#[must_use]
pub fn count() -> Iter<i64> {
    count_by(0, 1)
}

/// `count(start)`.
#[must_use]
pub fn count_from<T: One>(start: T) -> Iter<T> {
    count_by(start, T::one())
}

/// `count(step=step)`.
#[must_use]
pub fn count_step<T: Item + Add<Output = T> + Default>(step: T) -> Iter<T> {
    count_by(T::default(), step)
}

/// `count(start, step)`.
#[must_use]
pub fn count_by<T: Item + Add<Output = T>>(start: T, step: T) -> Iter<T> {
    let mut next = Some(start);
    // The sum is made when it is asked for: the last integer of 64 bits still comes.
    let mut last: Option<T> = None;
    stepping(move || {
        let item = match (next.take(), last.take()) {
            (Some(first), _) => first,
            (None, Some(last)) => last + step.clone(),
            (None, None) => return Ok(None),
        };
        last = Some(item.clone());
        Ok(Some(item))
    })
}

/// `cycle(items)`.
#[must_use]
pub fn cycle<T: Item>(items: Iter<T>) -> Iter<T> {
    let mut seen = Vec::new();
    let mut at = None;
    stepping(move || {
        if at.is_none() {
            match items.try_next()? {
                Some(item) => {
                    seen.push(item.clone());
                    return Ok(Some(item));
                }
                None => at = Some(0),
            }
        }
        let here = at.unwrap_or(0);
        at = Some(if here + 1 < seen.len() { here + 1 } else { 0 });
        Ok(seen.get(here).cloned())
    })
}

/// `repeat(item)`.
#[must_use]
pub fn repeat<T: Item>(item: T) -> Iter<T> {
    Iter::from_values(std::iter::repeat(item))
}

/// `repeat(item, times)`.
#[must_use]
pub fn repeat_n<T: Item>(item: T, times: i64) -> Iter<T> {
    Iter::from_values(std::iter::repeat_n(item, usize::try_from(times).unwrap_or(0)))
}

/// `chain(*rows)`.
#[must_use]
pub fn chain<T: Item>(rows: impl IntoIterator<Item = Iter<T>>) -> Iter<T> {
    let rows: Vec<Iter<T>> = rows.into_iter().collect();
    chain_from(Iter::from_values(rows.into_iter()))
}

/// `chain.from_iterable(rows)`.
#[must_use]
pub fn chain_from<T: Item>(rows: Iter<Iter<T>>) -> Iter<T> {
    let mut row: Option<Iter<T>> = None;
    stepping(move || {
        loop {
            if let Some(row) = &row
                && let Some(item) = row.try_next()?
            {
                return Ok(Some(item));
            }
            row = match rows.try_next()? {
                Some(row) => Some(row),
                None => return Ok(None),
            };
        }
    })
}

/// `accumulate(items, function)`.
pub fn accumulate<T: Item>(
    items: Iter<T>,
    function: impl FnMut(T, T) -> Result<T, Exception> + 'static,
) -> Iter<T> {
    let mut function = function;
    let mut total: Option<T> = None;
    stepping(move || {
        let Some(item) = items.try_next()? else { return Ok(None) };
        let next = match total.take() {
            Some(total) => function(total, item)?,
            None => item,
        };
        total = Some(next.clone());
        Ok(Some(next))
    })
}

/// `accumulate(items, function, initial=initial)`.
pub fn accumulate_from<T: Item, A: Item>(
    items: Iter<T>,
    function: impl FnMut(A, T) -> Result<A, Exception> + 'static,
    initial: A,
) -> Iter<A> {
    let mut function = function;
    let mut total: Option<A> = None;
    stepping(move || {
        let next = match &total {
            None => initial.clone(),
            Some(total) => match items.try_next()? {
                Some(item) => function(total.clone(), item)?,
                None => return Ok(None),
            },
        };
        total = Some(next.clone());
        Ok(Some(next))
    })
}

/// `takewhile(test, items)`.
pub fn takewhile<T: Item>(
    mut test: impl FnMut(T) -> Result<bool, Exception> + 'static,
    items: Iter<T>,
) -> Iter<T> {
    let mut is_over = false;
    stepping(move || {
        if is_over {
            return Ok(None);
        }
        let Some(item) = items.try_next()? else { return Ok(None) };
        is_over = !test(item.clone())?;
        Ok((!is_over).then_some(item))
    })
}

/// `dropwhile(test, items)`.
pub fn dropwhile<T: Item>(
    mut test: impl FnMut(T) -> Result<bool, Exception> + 'static,
    items: Iter<T>,
) -> Iter<T> {
    let mut is_dropping = true;
    stepping(move || {
        while let Some(item) = items.try_next()? {
            is_dropping = is_dropping && test(item.clone())?;
            if !is_dropping {
                return Ok(Some(item));
            }
        }
        Ok(None)
    })
}

/// `filterfalse(test, items)`.
pub fn filterfalse<T: Item>(
    mut test: impl FnMut(T) -> Result<bool, Exception> + 'static,
    items: Iter<T>,
) -> Iter<T> {
    stepping(move || {
        while let Some(item) = items.try_next()? {
            if !test(item.clone())? {
                return Ok(Some(item));
            }
        }
        Ok(None)
    })
}

/// `starmap(function, items)`; the function takes the tuple apart.
pub fn starmap<T: Item, R: 'static>(
    mut function: impl FnMut(T) -> Result<R, Exception> + 'static,
    items: Iter<T>,
) -> Iter<R> {
    stepping(move || items.try_next()?.map(&mut function).transpose())
}

/// `compress(data, selectors)`.
#[must_use]
pub fn compress<T: Item, S: Item + Truth>(data: Iter<T>, selectors: Iter<S>) -> Iter<T> {
    stepping(move || {
        while let Some(item) = data.try_next()? {
            match selectors.try_next()? {
                Some(selector) if selector.truth() => return Ok(Some(item)),
                Some(_) => {}
                None => return Ok(None),
            }
        }
        Ok(None)
    })
}

/// `pairwise(items)`.
#[must_use]
pub fn pairwise<T: Item>(items: Iter<T>) -> Iter<(T, T)> {
    let mut before: Option<T> = None;
    stepping(move || {
        if before.is_none() {
            before = items.try_next()?;
        }
        let Some(first) = before.take() else { return Ok(None) };
        let Some(second) = items.try_next()? else { return Ok(None) };
        before = Some(second.clone());
        Ok(Some((first, second)))
    })
}

/// `zip_longest(a, b, fillvalue=fill)`.
#[must_use]
pub fn zip_longest<T: Item>(a: Iter<T>, b: Iter<T>, fill: T) -> Iter<(T, T)> {
    let rows = zip_longest_all([a, b], fill);
    stepping(move || Ok(rows.try_next()?.map(|row| (row.at(0), row.at(1)))))
}

/// `zip_longest(a, b, c, fillvalue=fill)`.
#[must_use]
pub fn zip_longest3<T: Item>(a: Iter<T>, b: Iter<T>, c: Iter<T>, fill: T) -> Iter<(T, T, T)> {
    let rows = zip_longest_all([a, b, c], fill);
    stepping(move || Ok(rows.try_next()?.map(|row| (row.at(0), row.at(1), row.at(2)))))
}

/// `zip_longest(*rows, fillvalue=fill)`.
#[must_use]
pub fn zip_longest_all<T: Item>(rows: impl IntoIterator<Item = Iter<T>>, fill: T) -> Iter<crate::Tuple<T>> {
    let mut rows: Vec<Option<Iter<T>>> = rows.into_iter().map(Some).collect();
    stepping(move || {
        let mut items = Vec::new();
        let mut any = false;
        for row in &mut rows {
            let item = match row {
                Some(it) => it.try_next()?,
                None => None,
            };
            if item.is_none() {
                *row = None;
            }
            any |= item.is_some();
            items.push(item.unwrap_or_else(|| fill.clone()));
        }
        Ok(any.then(|| crate::Tuple::from(items)))
    })
}

/// `tee(items)`.
#[must_use]
pub fn tee<T: Item>(items: Iter<T>) -> (Iter<T>, Iter<T>) {
    let rows = tee_n(items, 2);
    (rows.at(0), rows.at(1))
}

/// `tee(items, n)`.
#[must_use]
pub fn tee_n<T: Item>(items: Iter<T>, n: i64) -> crate::Tuple<Iter<T>> {
    let count = usize::try_from(n).unwrap_or(0);
    let queues: Rc<RefCell<Vec<VecDeque<T>>>> = Rc::new(RefCell::new(vec![VecDeque::new(); count]));
    let rows: Vec<Iter<T>> = (0..count)
        .map(|row| {
            let (items, queues) = (items.clone(), Rc::clone(&queues));
            stepping(move || {
                let ready = queues.borrow_mut()[row].pop_front();
                if ready.is_some() {
                    return Ok(ready);
                }
                let Some(item) = items.try_next()? else { return Ok(None) };
                for (i, queue) in queues.borrow_mut().iter_mut().enumerate() {
                    if i != row {
                        queue.push_back(item.clone());
                    }
                }
                Ok(Some(item))
            })
        })
        .collect();
    crate::Tuple::from(rows)
}

/// A bound of `islice`: `None` or not negative.
fn bound(value: Option<i64>, message: &'static str) -> Result<Option<usize>, Exception> {
    match value {
        None => Ok(None),
        Some(value) => usize::try_from(value).map(Some).map_err(|_| value_error(message)),
    }
}

raising_fns! {
    /// `islice(items, stop)`.
    fn try_islice / islice[T: Item](items: Iter<T>, stop: Option<i64>) -> Iter<T> {
        let message = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
        Ok(sliced(items, 0, bound(stop, message)?, 1))
    }

    /// `islice(items, start, stop, step)`.
    fn try_islice_from / islice_from[T: Item](
        items: Iter<T>,
        start: Option<i64>,
        stop: Option<i64>,
        step: Option<i64>,
    ) -> Iter<T> {
        let message = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
        let (start, stop) = (bound(start, message)?.unwrap_or(0), bound(stop, message)?);
        let step = match step {
            Some(step) if step < 1 => {
                return Err(value_error("Step for islice() must be a positive integer or None."));
            }
            step => step.unwrap_or(1) as usize,
        };
        Ok(sliced(items, start, stop, step))
    }
}

/// Reads no further than it must: after the last item up to `stop`, as CPython does.
fn sliced<T: Item>(items: Iter<T>, start: usize, stop: Option<usize>, step: usize) -> Iter<T> {
    let (mut read, mut next, mut is_over) = (0, start, false);
    stepping(move || {
        if is_over {
            return Ok(None);
        }
        while read < next {
            if items.try_next()?.is_none() {
                is_over = true;
                return Ok(None);
            }
            read += 1;
        }
        if stop.is_some_and(|stop| read >= stop) {
            is_over = true;
            return Ok(None);
        }
        let item = items.try_next()?;
        is_over = item.is_none();
        read += 1;
        next = next.saturating_add(step);
        if let Some(stop) = stop {
            next = next.min(stop);
        }
        Ok(item)
    })
}
