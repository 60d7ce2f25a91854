//! The classes of iterators: what `type(iter(x))` is, by what makes the iterator.
//!
//! The part of the site that allocates an iterator is the name of its class where one is known. That of a text depends on
//! its characters, and that of an object's `__iter__` on what this gives.

use crate::cell::Cell;
use crate::ty::{Atom, Kind};

/// The classes that some part of a site names, as `type(x)` shows them.
const CLASSES: &[&str] = &[
    "_collections._deque_iterator",
    "_collections._deque_reverse_iterator",
    "array.arrayiterator",
    "bytearray_iterator",
    "bytes_iterator",
    "callable_iterator",
    "dict_itemiterator",
    "dict_keyiterator",
    "dict_reverseitemiterator",
    "dict_reversekeyiterator",
    "dict_reversevalueiterator",
    "dict_valueiterator",
    "enumerate",
    "filter",
    "generator",
    "itertools._grouper",
    "itertools._tee",
    "itertools.accumulate",
    "itertools.chain",
    "itertools.combinations",
    "itertools.combinations_with_replacement",
    "itertools.compress",
    "itertools.count",
    "itertools.cycle",
    "itertools.dropwhile",
    "itertools.filterfalse",
    "itertools.groupby",
    "itertools.islice",
    "itertools.pairwise",
    "itertools.permutations",
    "itertools.product",
    "itertools.repeat",
    "itertools.starmap",
    "itertools.takewhile",
    "itertools.zip_longest",
    "list_iterator",
    "list_reverseiterator",
    "map",
    "odict_iterator",
    "range_iterator",
    "reversed",
    "set_iterator",
    "tuple_iterator",
    "zip",
];

/// Stands for a class that nothing knows.
pub const SOME_ITERATOR: &str = "iterator";

/// The class of the iterators that a part of a site allocates.
#[must_use]
pub fn named_by(part: &str) -> Option<&'static str> {
    CLASSES.binary_search(&part).ok().map(|at| CLASSES[at])
}

/// The part of the site of a view of an `OrderedDict`.
pub(crate) const ORDERED_VIEW: &str = "view of an ordered dict";

fn is_ordered_view(iterable: &Atom, cells: &[Cell]) -> bool {
    matches!(iterable, Atom::Cont(_, cell) if cells[cell.index()].site.part == ORDERED_VIEW)
}

/// Whether `name` is a class of iterators.
#[must_use]
pub fn is_iterator_class(name: &str) -> bool {
    named_by(name).is_some_and(|name| name != "generator")
}

/// The part of the site of `iter(x)`.
pub(crate) fn of_iter(iterable: &Atom, cells: &[Cell]) -> &'static str {
    let is_ordered = is_ordered_view(iterable, cells);
    match iterable {
        Atom::Bytes => "bytes_iterator",
        Atom::Range | Atom::NatRange => "range_iterator",
        Atom::Tuple(_) | Atom::TupleVar(_) => "tuple_iterator",
        Atom::Native("bytearray") => "bytearray_iterator",
        Atom::Native("IntArray" | "FloatArray") => "array.arrayiterator",
        Atom::Cont(kind, _) => match kind {
            Kind::List => "list_iterator",
            Kind::Set | Kind::FrozenSet => "set_iterator",
            Kind::Dict | Kind::DefaultDict | Kind::Counter => "dict_keyiterator",
            Kind::OrderedDict => "odict_iterator",
            Kind::Deque => "_collections._deque_iterator",
            Kind::DictKeys if !is_ordered => "dict_keyiterator",
            Kind::DictValues if !is_ordered => "dict_valueiterator",
            Kind::DictItems if !is_ordered => "dict_itemiterator",
            Kind::DictKeys | Kind::DictValues | Kind::DictItems => "odict_iterator",
            _ => "iter",
        },
        _ => "iter",
    }
}

/// The part of the site of `reversed(x)`.
pub(crate) fn of_reversed(sequence: &Atom, cells: &[Cell]) -> &'static str {
    let is_ordered = is_ordered_view(sequence, cells);
    match sequence {
        Atom::Native("bytearray" | "IntArray" | "FloatArray")
        | Atom::Str
        | Atom::Bytes
        | Atom::Tuple(_)
        | Atom::TupleVar(_) => "reversed",
        Atom::Range | Atom::NatRange => "range_iterator",
        Atom::Cont(kind, _) => match kind {
            Kind::List => "list_reverseiterator",
            Kind::Dict | Kind::DefaultDict | Kind::Counter => "dict_reversekeyiterator",
            Kind::OrderedDict => "odict_iterator",
            Kind::Deque => "_collections._deque_reverse_iterator",
            Kind::DictKeys if !is_ordered => "dict_reversekeyiterator",
            Kind::DictValues if !is_ordered => "dict_reversevalueiterator",
            Kind::DictItems if !is_ordered => "dict_reverseitemiterator",
            Kind::DictKeys | Kind::DictValues | Kind::DictItems => "odict_iterator",
            _ => "reversed items",
        },
        _ => "reversed items",
    }
}

/// The part of the site of a function of the library that gives an iterator, `depth` deep in what it gives.
pub(crate) fn of_function(name: &str, depth: usize) -> Option<&'static str> {
    match (name, depth) {
        ("itertools.groupby", 1) => Some("itertools._grouper"),
        (_, 1..) => None,
        ("itertools.tee", _) => Some("itertools._tee"),
        ("itertools.chain.from_iterable" | "Counter.elements", _) => Some("itertools.chain"),
        ("heapq.merge" | "os.walk" | "asyncio.as_completed", _) => Some("generator"),
        (name, _) if name.contains("finditer") => Some("callable_iterator"),
        (name, _) => named_by(name),
    }
}

#[cfg(test)]
mod tests {
    use super::CLASSES;

    #[test]
    fn classes_are_in_order() {
        assert!(CLASSES.is_sorted());
    }
}
