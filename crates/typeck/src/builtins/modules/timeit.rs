//! `timeit`, of functions: literal texts are functions by now, and others would have to be
//! compiled while the program runs: a program traps that gets there.

use super::LibraryModule;

pub(super) const TIMEIT: LibraryModule = LibraryModule { name: "timeit", rows: ROWS, ..LibraryModule::EMPTY };

const ROWS: &str = "
timeit.default_timer() -> float => time::perf_counter
timeit.timeit(stmt: fn[], *, number: int = 1000000) -> float ; !Exception => time::timeit
timeit.timeit(stmt: &str, setup: any = none, *, number: int = 1000000) -> float => time::timeit_text
timeit.repeat(stmt: fn[], *, repeat: int = 5, number: int = 1000000) -> list[float] ; !Exception => time::repeat
timeit.repeat(stmt: &str, setup: any = none, *, repeat: int = 5, number: int = 1000000) -> list[float] => time::repeat_text
";
