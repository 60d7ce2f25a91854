//! `bisect`: where an item goes in a sorted list. Source: Library Reference, "bisect"; only `<` is asked.

use crate::exc::{Exception, value_error};
use crate::item::Item;
use crate::list::List;
use crate::macros::raising_fns;

/// The first position in `low..high` at which `goes_before` holds no more.
fn search<T: Item>(
    items: &List<T>,
    low: i64,
    high: Option<i64>,
    mut goes_before: impl FnMut(T) -> Result<bool, Exception>,
) -> Result<i64, Exception> {
    if low < 0 {
        return Err(value_error("lo must be non-negative"));
    }
    let (mut low, mut high) = (low, high.unwrap_or_else(|| items.len()));
    while low < high {
        let middle = low + (high - low) / 2;
        if goes_before(items.try_at(middle)?)? {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(low)
}

/// `a < b`; its negation is asked for, and that is no `>=` where there is no order.
fn less<T: PartialOrd>(a: &T, b: &T) -> bool {
    a < b
}

raising_fns! {
    /// `bisect_left(items, x, lo, hi)`.
    fn try_left / left[T: Item + PartialOrd](items: &List<T>, x: T, lo: i64, hi: Option<i64>) -> i64 {
        search(items, lo, hi, |item| Ok(item < x))
    }

    /// `bisect_right(items, x, lo, hi)`.
    fn try_right / right[T: Item + PartialOrd](items: &List<T>, x: T, lo: i64, hi: Option<i64>) -> i64 {
        search(items, lo, hi, |item| Ok(!less(&x, &item)))
    }

    /// `bisect_left(items, x, lo, hi, key=key)`.
    fn try_left_by / left_by[T: Item, K: PartialOrd](
        items: &List<T>,
        x: K,
        lo: i64,
        hi: Option<i64>,
        key: impl FnMut(T) -> Result<K, Exception>,
    ) -> i64 {
        let mut key = key;
        search(items, lo, hi, |item| Ok(key(item)? < x))
    }

    /// `bisect_right(items, x, lo, hi, key=key)`.
    fn try_right_by / right_by[T: Item, K: PartialOrd](
        items: &List<T>,
        x: K,
        lo: i64,
        hi: Option<i64>,
        key: impl FnMut(T) -> Result<K, Exception>,
    ) -> i64 {
        let mut key = key;
        search(items, lo, hi, |item| Ok(!less(&x, &key(item)?)))
    }

    /// `insort_left(items, x, lo, hi)`.
    fn try_insort_left / insort_left[T: Item + PartialOrd](
        items: &List<T>,
        x: T,
        lo: i64,
        hi: Option<i64>,
    ) -> () {
        let at = try_left(items, x.clone(), lo, hi)?;
        items.insert(at, x);
        Ok(())
    }

    /// `insort_right(items, x, lo, hi)`.
    fn try_insort_right / insort_right[T: Item + PartialOrd](
        items: &List<T>,
        x: T,
        lo: i64,
        hi: Option<i64>,
    ) -> () {
        let at = try_right(items, x.clone(), lo, hi)?;
        items.insert(at, x);
        Ok(())
    }

    /// `insort_left(items, x, lo, hi, key=key)`.
    fn try_insort_left_by / insort_left_by[T: Item, K: PartialOrd](
        items: &List<T>,
        x: T,
        lo: i64,
        hi: Option<i64>,
        key: impl FnMut(T) -> Result<K, Exception>,
    ) -> () {
        let mut key = key;
        let wanted = key(x.clone())?;
        let at = try_left_by(items, wanted, lo, hi, key)?;
        items.insert(at, x);
        Ok(())
    }

    /// `insort_right(items, x, lo, hi, key=key)`.
    fn try_insort_right_by / insort_right_by[T: Item, K: PartialOrd](
        items: &List<T>,
        x: T,
        lo: i64,
        hi: Option<i64>,
        key: impl FnMut(T) -> Result<K, Exception>,
    ) -> () {
        let mut key = key;
        let wanted = key(x.clone())?;
        let at = try_right_by(items, wanted, lo, hi, key)?;
        items.insert(at, x);
        Ok(())
    }
}
