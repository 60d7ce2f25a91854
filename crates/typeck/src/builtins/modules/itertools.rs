//! `itertools`.

use super::LibraryModule;

pub(super) const ITERTOOLS: LibraryModule =
    LibraryModule { name: "itertools", rows: ROWS, ..LibraryModule::EMPTY };

const ROWS: &str = "
itertools.count() -> iterator[nat] => itertools::count
itertools.count(start: as[out]) -> iterator[start] => itertools::count_from
itertools.count(start: as[out], step: as[out]) -> iterator[start|step] => itertools::count_by
itertools.count(*, step: as[out]) -> iterator[nat|step] => itertools::count_step
itertools.cycle(iterable: iter[out]) -> iterator[it[iterable]] => itertools::cycle
itertools.repeat(object: as[out]) -> iterator[object] => itertools::repeat
itertools.repeat(object: as[out], times: int) -> iterator[object] => itertools::repeat_n

itertools.accumulate(iterable: lazy, func: fn[out, it[iterable]]->out = +, *, initial: as[out]) -> iterator[initial|call[func]] => itertools::accumulate_from
itertools.accumulate(iterable: iter[out], func: fn[out, out]->out = +) -> iterator[it[iterable]|call[func]] => itertools::accumulate
itertools.chain(*iterables: iter[out]) -> iterator[it[iterables]] => itertools::chain
itertools.chain.from_iterable(iterable: rows[out]) -> iterator[it[it[iterable]]] => itertools::chain_from
itertools.compress(data: iter[out], selectors: lazy) -> iterator[it[data]] => itertools::compress
itertools.dropwhile(predicate: fn[it[iterable]~out]->bool, iterable: iter[out]) -> iterator[it[iterable]] => itertools::dropwhile
itertools.filterfalse(predicate: fn[it[iterable]~out]->bool = =, iterable: iter[out]) -> iterator[it[iterable]] => itertools::filterfalse
itertools.groupby(iterable: iter[it[at[out, 1]]], key: fn[it[iterable]~it[at[out, 1]]]->at[out, 0] = =) -> iterator[tup[call[key], iterator[it[iterable]]]] ; eq(call[key]) => itertools::groupby_key
itertools.islice(iterable: iter[out], stop: opt[int]) -> iterator[it[iterable]] ; !ValueError => itertools::islice
itertools.islice(iterable: iter[out], start: opt[int], stop: opt[int], step: opt[int] = none) -> iterator[it[iterable]] ; !ValueError => itertools::islice_from
itertools.pairwise(iterable: iter[it[iterable]]) -> iterator[tup[it[iterable], it[iterable]]] => itertools::pairwise
itertools.starmap(function: fn[*it[iterable]]->out, iterable: lazy) -> iterator[call[function]] => itertools::starmap
itertools.takewhile(predicate: fn[it[iterable]~out]->bool, iterable: iter[out]) -> iterator[it[iterable]] => itertools::takewhile
itertools.tee(iterable: iter[it[at[res, 0]]]) -> tup[iterator[it[iterable]], iterator[it[iterable]]] => itertools::tee
itertools.tee(iterable: iter[it[it[res]]], n: int) -> tups[iterator[it[iterable]]] => itertools::tee_n
itertools.zip_longest(a: iter[it[a]|it[b]|or[fillvalue, none]], b: iter[it[a]|it[b]|or[fillvalue, none]], *, fillvalue: as[it[a]|it[b]|or[fillvalue, none]] = none) -> iterator[tup[it[a]|it[b]|or[fillvalue, none], it[a]|it[b]|or[fillvalue, none]]] => itertools::zip_longest
itertools.zip_longest(*iterables: iter[it[out]], fillvalue: as[it[out]] = none) -> iterator[tups[it[iterables]|or[fillvalue, none]]] => itertools::zip_longest_all

itertools.combinations(iterable: iter[it[out]], r: int) -> iterator[tups[it[iterable]]] ; !ValueError => itertools::combinations
itertools.combinations_with_replacement(iterable: iter[it[out]], r: int) -> iterator[tups[it[iterable]]] ; !ValueError => itertools::combinations_with_replacement
itertools.permutations(iterable: iter[it[out]], r: opt[int] = none) -> iterator[tups[it[iterable]]] ; !ValueError => itertools::permutations
itertools.product(a: iter[at[out, 0]], b: iter[at[out, 1]]) -> iterator[tup[it[a], it[b]]] ; !Exception => itertools::product2
itertools.product(a: iter[at[out, 0]], b: iter[at[out, 1]], c: iter[at[out, 2]]) -> iterator[tup[it[a], it[b], it[c]]] ; !Exception => itertools::product3
itertools.product(a: iter[at[out, 0]], b: iter[at[out, 1]], c: iter[at[out, 2]], d: iter[at[out, 3]]) -> iterator[tup[it[a], it[b], it[c], it[d]]] ; !Exception => itertools::product4
itertools.product(*iterables: iter[it[out]], repeat: int = 1) -> iterator[tups[it[iterables]]] ; !Exception => itertools::product
";
