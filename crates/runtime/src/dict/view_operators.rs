//! The operators of `dict.keys()` and `dict.items()`: each gives a set, built in the order in which CPython builds it.
//!
//! Source: `dictobject.c` of CPython 3.11, `_PyDictView_Intersect`, `dictviews_sub`, `dictitems_xor`.

use super::Key;
use crate::set::{Set, SetLike};

/// `view & other` of a set: the smaller one is walked, the view where both have one size.
pub fn and_set<T: Key>(view: impl IntoIterator<Item = T>, other: &impl SetLike<T>) -> Set<T> {
    let items: Vec<T> = view.into_iter().collect();
    let other = other.as_set();
    if items.len() as i64 <= other.len() {
        return other.intersection_of(items);
    }
    let view: Set<T> = items.into_iter().collect();
    view.intersection_of(other.iter())
}

/// `view & other` of another view: the smaller one is walked, the other where both have one size.
pub fn and_view<T: Key>(view: impl IntoIterator<Item = T>, other: impl IntoIterator<Item = T>) -> Set<T> {
    let (view, other): (Vec<T>, Vec<T>) = (view.into_iter().collect(), other.into_iter().collect());
    let (asked, walked) = if other.len() > view.len() { (other, view) } else { (view, other) };
    and_items(asked, walked)
}

/// `view & items` of another iterable.
pub fn and_items<T: Key>(view: impl IntoIterator<Item = T>, items: impl IntoIterator<Item = T>) -> Set<T> {
    let view: Set<T> = view.into_iter().collect();
    view.intersection_of(items)
}

/// `left ^ right` of the items of two dicts: those of the smaller one come first.
pub fn xor_items<T: Key>(left: impl IntoIterator<Item = T>, right: impl IntoIterator<Item = T>) -> Set<T> {
    let (left, right): (Vec<T>, Vec<T>) = (left.into_iter().collect(), right.into_iter().collect());
    let (few, many) = if left.len() > right.len() { (right, left) } else { (left, right) };
    let in_many: Set<T> = many.iter().cloned().collect();
    let result = Set::new();
    let mut shared = Vec::new();
    for item in few {
        if in_many.contains(&item) { shared.push(item) } else { result.add(item) }
    }
    let shared: Set<T> = shared.into_iter().collect();
    result.extend(many.into_iter().filter(|item| !shared.contains(item)));
    result
}
