//! `heapq`: CPython's comparisons in CPython's order, over a list that the program goes on holding.
//!
//! Source: Library Reference, "heapq"; `Modules/_heapqmodule.c` and `Lib/heapq.py` of 3.11. Items are compared by `<` alone.

use std::cell::RefCell;

use crate::exc::{Exception, IndexError};
use crate::item::{Item, same_or_equal};
use crate::iter::{Iter, stepping};
use crate::list::List;
use crate::list::sort::sorted_by_lt;
use crate::macros::raising_fns;
use crate::ranked::Ranked;

/// Positions that a heap lies in. Items are cloned out: a comparison may run code of the program that changes the list.
trait Slots<T> {
    fn len(&self) -> usize;
    fn get(&self, at: usize) -> Result<T, Exception>;
    fn put(&self, at: usize, item: T) -> Result<(), Exception>;
}

impl<T: Item> Slots<T> for List<T> {
    fn len(&self) -> usize {
        List::len(self) as usize
    }

    fn get(&self, at: usize) -> Result<T, Exception> {
        self.try_at(at as i64)
    }

    fn put(&self, at: usize, item: T) -> Result<(), Exception> {
        self.try_set(at as i64, item)
    }
}

/// A heap of the runtime's own.
struct Own<T>(RefCell<Vec<T>>);

impl<T: Clone> Slots<T> for Own<T> {
    fn len(&self) -> usize {
        self.0.borrow().len()
    }

    fn get(&self, at: usize) -> Result<T, Exception> {
        self.0.borrow().get(at).cloned().ok_or_else(out_of_range)
    }

    fn put(&self, at: usize, item: T) -> Result<(), Exception> {
        *self.0.borrow_mut().get_mut(at).ok_or_else(out_of_range)? = item;
        Ok(())
    }
}

fn out_of_range() -> Exception {
    Exception::new(IndexError, "index out of range")
}

/// Moves the item at `at` toward `start` until its parent is not greater.
fn sift_down<T: Clone>(
    heap: &impl Slots<T>,
    start: usize,
    mut at: usize,
    lt: &impl Fn(&T, &T) -> bool,
) -> Result<(), Exception> {
    let item = heap.get(at)?;
    while at > start {
        let parent_at = (at - 1) >> 1;
        let parent = heap.get(parent_at)?;
        if !lt(&item, &parent) {
            break;
        }
        heap.put(at, parent)?;
        at = parent_at;
    }
    heap.put(at, item)
}

/// Moves the smaller children up until a leaf is reached, then the item back to where it belongs.
fn sift_up<T: Clone>(
    heap: &impl Slots<T>,
    start: usize,
    lt: &impl Fn(&T, &T) -> bool,
) -> Result<(), Exception> {
    let end = heap.len();
    let item = heap.get(start)?;
    let mut at = start;
    while at < end >> 1 {
        let mut child_at = 2 * at + 1;
        let mut child = heap.get(child_at)?;
        if child_at + 1 < end {
            let other = heap.get(child_at + 1)?;
            if !lt(&child, &other) {
                child_at += 1;
                child = other;
            }
        }
        heap.put(at, child)?;
        at = child_at;
    }
    heap.put(at, item)?;
    sift_down(heap, start, at, lt)
}

fn order<T: Clone>(heap: &impl Slots<T>, lt: &impl Fn(&T, &T) -> bool) -> Result<(), Exception> {
    (0..heap.len() >> 1).rev().try_for_each(|at| sift_up(heap, at, lt))
}

pub(crate) fn less<T: PartialOrd>(a: &T, b: &T) -> bool {
    a < b
}

pub(crate) fn ranked<T: Ranked>(a: &T, b: &T) -> bool {
    a.below(b)
}

pub(crate) fn push<T: Item>(heap: &List<T>, item: T, lt: &impl Fn(&T, &T) -> bool) {
    heap.append(item);
    let last = Slots::len(heap) - 1;
    sift_down(heap, 0, last, lt).unwrap_or_else(|error| error.uncaught());
}

pub(crate) fn pop<T: Item>(heap: &List<T>, lt: &impl Fn(&T, &T) -> bool) -> Result<T, Exception> {
    let last = heap.try_pop().map_err(|_| out_of_range())?;
    if heap.is_empty() {
        return Ok(last);
    }
    let least = heap.try_at(0)?;
    heap.try_set(0, last)?;
    sift_up(heap, 0, lt)?;
    Ok(least)
}

fn replace<T: Item>(heap: &List<T>, item: T, lt: &impl Fn(&T, &T) -> bool) -> Result<T, Exception> {
    let least = heap.peek(0).ok_or_else(out_of_range)?;
    heap.try_set(0, item)?;
    sift_up(heap, 0, lt)?;
    Ok(least)
}

fn push_then_pop<T: Item>(heap: &List<T>, item: T, lt: &impl Fn(&T, &T) -> bool) -> T {
    match heap.peek(0) {
        Some(least) if lt(&least, &item) => replace(heap, item, lt).unwrap_or_else(|error| error.uncaught()),
        _ => item,
    }
}

/// `heappush(heap, item)`.
pub fn heappush<T: Item + PartialOrd>(heap: &List<T>, item: T) {
    push(heap, item, &less);
}

/// `heappush(heap, item)` of items some of which may be `None`, inside.
pub fn heappush_ranked<T: Item + Ranked>(heap: &List<T>, item: T) {
    push(heap, item, &ranked);
}

/// `heapify(items)`.
pub fn heapify<T: Item + PartialOrd>(items: &List<T>) {
    order(items, &less).unwrap_or_else(|error| error.uncaught());
}

/// `heapify(items)` of items some of which may be `None`, inside.
pub fn heapify_ranked<T: Item + Ranked>(items: &List<T>) {
    order(items, &ranked).unwrap_or_else(|error| error.uncaught());
}

/// `heappushpop(heap, item)`.
pub fn heappushpop<T: Item + PartialOrd>(heap: &List<T>, item: T) -> T {
    push_then_pop(heap, item, &less)
}

/// `heappushpop(heap, item)` of items some of which may be `None`, inside.
pub fn heappushpop_ranked<T: Item + Ranked>(heap: &List<T>, item: T) -> T {
    push_then_pop(heap, item, &ranked)
}

raising_fns! {
    /// `heappop(heap)`.
    fn try_heappop / heappop[T: Item + PartialOrd](heap: &List<T>) -> T { pop(heap, &less) }

    /// `heappop(heap)` of items some of which may be `None`, inside.
    fn try_heappop_ranked / heappop_ranked[T: Item + Ranked](heap: &List<T>) -> T { pop(heap, &ranked) }

    /// `heapreplace(heap, item)`.
    fn try_heapreplace / heapreplace[T: Item + PartialOrd](heap: &List<T>, item: T) -> T {
        replace(heap, item, &less)
    }

    /// `heapreplace(heap, item)` of items some of which may be `None`, inside.
    fn try_heapreplace_ranked / heapreplace_ranked[T: Item + Ranked](heap: &List<T>, item: T) -> T {
        replace(heap, item, &ranked)
    }

    /// `nsmallest(n, items)`.
    fn try_nsmallest / nsmallest[T: Item + PartialOrd](n: i64, items: Iter<T>) -> List<T> {
        try_nsmallest_by(n, items, |item: T| Ok(item))
    }

    /// `nsmallest(n, items, key)`.
    fn try_nsmallest_by / nsmallest_by[T: Item, K: Item + PartialOrd](
        n: i64,
        items: Iter<T>,
        key: impl FnMut(T) -> Result<K, Exception>,
    ) -> List<T> {
        best(n, items, key, 1, less)
    }

    /// `nlargest(n, items)`.
    fn try_nlargest / nlargest[T: Item + PartialOrd](n: i64, items: Iter<T>) -> List<T> {
        try_nlargest_by(n, items, |item: T| Ok(item))
    }

    /// `nlargest(n, items, key)`.
    fn try_nlargest_by / nlargest_by[T: Item, K: Item + PartialOrd](
        n: i64,
        items: Iter<T>,
        key: impl FnMut(T) -> Result<K, Exception>,
    ) -> List<T> {
        best(n, items, key, -1, |a, b| b < a)
    }
}

/// A key, when it came, and the item.
type Keyed<T, K> = (K, i64, T);

/// The first `n` items by `before`, of equals those that came first.
fn best<T: Item, K: Item + PartialOrd>(
    n: i64,
    items: Iter<T>,
    mut key: impl FnMut(T) -> Result<K, Exception>,
    direction: i64,
    before: impl Fn(&K, &K) -> bool,
) -> Result<List<T>, Exception> {
    // As tuples compare, the worst on top: equal keys by when they came.
    let after = |a: &Keyed<T, K>, b: &Keyed<T, K>| {
        if same_or_equal(&a.0, &b.0) { a.1 * direction > b.1 * direction } else { before(&b.0, &a.0) }
    };
    let heap = Own(RefCell::new(Vec::new()));
    let mut count = 0;
    for item in items {
        let item = item?;
        let rank = key(item.clone())?;
        let position = count * direction;
        count += 1;
        if count <= n {
            heap.0.borrow_mut().push((rank, position, item));
            if count == n {
                order(&heap, &after)?;
            }
        } else if n > 0 && before(&rank, &heap.get(0)?.0) {
            heap.put(0, (rank, position, item))?;
            sift_up(&heap, 0, &after)?;
        }
    }
    let (found, _) = sorted_by_lt(heap.0.into_inner(), false, |a: &Keyed<T, K>, b| Ok(after(b, a)));
    Ok(found.into_iter().map(|(_, _, item)| item).collect())
}

/// A row of `merge`: its next key and item, its place among the rows, and the rest of it.
type Row<T, K> = (K, T, usize, Iter<T>);

/// `merge(*rows)`.
pub fn merge<T: Item + PartialOrd>(rows: impl IntoIterator<Item = Iter<T>>, reverse: bool) -> Iter<T> {
    merge_by(rows, |item: T| Ok(item), reverse)
}

/// `merge(*rows, key=key)`.
pub fn merge_by<T: Item, K: Item + PartialOrd>(
    rows: impl IntoIterator<Item = Iter<T>>,
    mut key: impl FnMut(T) -> Result<K, Exception> + 'static,
    reverse: bool,
) -> Iter<T> {
    let mut waiting: Vec<Iter<T>> = rows.into_iter().collect();
    let heap: Own<Row<T, K>> = Own(RefCell::new(Vec::new()));
    let lt = move |a: &Row<T, K>, b: &Row<T, K>| {
        if same_or_equal(&a.0, &b.0) {
            a.2 < b.2
        } else if reverse {
            b.0 < a.0
        } else {
            a.0 < b.0
        }
    };
    let mut is_started = false;
    stepping(move || {
        if is_started {
            // The row that gave the last item gives its next, or leaves.
            if let Ok((_, _, place, rest)) = heap.get(0) {
                match rest.try_next()? {
                    Some(item) => heap.put(0, (key(item.clone())?, item, place, rest))?,
                    None => {
                        let last = heap.0.borrow_mut().pop();
                        let is_empty = heap.0.borrow().is_empty();
                        if let (Some(last), false) = (last, is_empty) {
                            heap.put(0, last)?;
                        }
                    }
                }
                if heap.len() > 1 {
                    sift_up(&heap, 0, &lt)?;
                }
            }
        } else {
            is_started = true;
            for (place, row) in waiting.drain(..).enumerate() {
                if let Some(item) = row.try_next()? {
                    let entry = (key(item.clone())?, item, place, row);
                    heap.0.borrow_mut().push(entry);
                }
            }
            order(&heap, &lt)?;
        }
        Ok(heap.get(0).ok().map(|(_, item, ..)| item))
    })
}
