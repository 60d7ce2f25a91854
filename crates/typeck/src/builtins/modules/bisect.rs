//! `bisect`.

use super::LibraryModule;

pub(super) const BISECT: LibraryModule = LibraryModule { name: "bisect", rows: ROWS, ..LibraryModule::EMPTY };

const ROWS: &str = "
bisect.bisect_left(a: seq, x: as[x|call[key]], lo: int = 0, hi: opt[int] = none, *, key: fn[it[a]]->x|call[key]) -> nat ; lt(x|call[key]) ; !Exception => bisect::left_by
bisect.bisect_left(a: seq[it[a]|x], x: as[it[a]|x], lo: int = 0, hi: opt[int] = none) -> nat ; lt(it[a]|x) ; !ValueError => bisect::left
bisect.bisect_right(a: seq, x: as[x|call[key]], lo: int = 0, hi: opt[int] = none, *, key: fn[it[a]]->x|call[key]) -> nat ; lt(x|call[key]) ; !Exception => bisect::right_by
bisect.bisect_right(a: seq[it[a]|x], x: as[it[a]|x], lo: int = 0, hi: opt[int] = none) -> nat ; lt(it[a]|x) ; !ValueError => bisect::right
bisect.bisect(a: seq, x: as[x|call[key]], lo: int = 0, hi: opt[int] = none, *, key: fn[it[a]]->x|call[key]) -> nat ; lt(x|call[key]) ; !Exception => bisect::right_by
bisect.bisect(a: seq[it[a]|x], x: as[it[a]|x], lo: int = 0, hi: opt[int] = none) -> nat ; lt(it[a]|x) ; !ValueError => bisect::right
bisect.insort_left(a: &list, x: as[it[a]], lo: int = 0, hi: opt[int] = none, *, key: fn[it[a]]) -> none ; a.e<x ; lt(call[key]) ; !Exception => bisect::insort_left_by
bisect.insort_left(a: &list, x: as[it[a]], lo: int = 0, hi: opt[int] = none) -> none ; a.e<x ; lt(it[a]) ; !ValueError => bisect::insort_left
bisect.insort_right(a: &list, x: as[it[a]], lo: int = 0, hi: opt[int] = none, *, key: fn[it[a]]) -> none ; a.e<x ; lt(call[key]) ; !Exception => bisect::insort_right_by
bisect.insort_right(a: &list, x: as[it[a]], lo: int = 0, hi: opt[int] = none) -> none ; a.e<x ; lt(it[a]) ; !ValueError => bisect::insort_right
bisect.insort(a: &list, x: as[it[a]], lo: int = 0, hi: opt[int] = none, *, key: fn[it[a]]) -> none ; a.e<x ; lt(call[key]) ; !Exception => bisect::insort_right_by
bisect.insort(a: &list, x: as[it[a]], lo: int = 0, hi: opt[int] = none) -> none ; a.e<x ; lt(it[a]) ; !ValueError => bisect::insort_right
";
