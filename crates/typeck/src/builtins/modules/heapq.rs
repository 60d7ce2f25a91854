//! `heapq`.

use super::LibraryModule;

pub(super) const HEAPQ: LibraryModule = LibraryModule { name: "heapq", rows: ROWS, ..LibraryModule::EMPTY };

const ROWS: &str = "
heapq.heappush(heap: &list, item: as[it[heap]]) -> none ; heap.e<item ; lt(it[heap]|item) => heapq::heappush
heapq.heappop(heap: &list) -> it[heap] ; lt(it[heap]) ; !IndexError => heapq::heappop
heapq.heapify(x: &list) -> none ; lt(it[x]) => heapq::heapify
heapq.heapreplace(heap: &list, item: as[it[heap]]) -> it[heap] ; heap.e<item ; lt(it[heap]|item) ; !IndexError => heapq::heapreplace
heapq.heappushpop(heap: &list, item: as[it[heap]]) -> it[heap] ; heap.e<item ; lt(it[heap]|item) => heapq::heappushpop
heapq.nsmallest(n: int, iterable: iter[out], key: fn[it[iterable]~out]) -> list[it[iterable]] ; lt(call[key]) ; !Exception => heapq::nsmallest_by
heapq.nsmallest(n: int, iterable: iter[out]) -> list[it[iterable]] ; lt(it[iterable]) ; !Exception => heapq::nsmallest
heapq.nlargest(n: int, iterable: iter[out], key: fn[it[iterable]~out]) -> list[it[iterable]] ; lt(call[key]) ; !Exception => heapq::nlargest_by
heapq.nlargest(n: int, iterable: iter[out]) -> list[it[iterable]] ; lt(it[iterable]) ; !Exception => heapq::nlargest
heapq.merge(*iterables: iter[out], key: fn[out], reverse: bool = false) -> iterator[it[iterables]] ; lt(call[key]) => heapq::merge_by
heapq.merge(*iterables: iter[out], reverse: bool = false) -> iterator[it[iterables]] ; lt(out) => heapq::merge
";
