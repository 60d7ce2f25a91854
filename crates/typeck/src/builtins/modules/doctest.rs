//! `doctest`: what the compiler calls around the examples that it makes functions of. `testmod` itself is gone by then.

use super::LibraryModule;

pub(super) const DOCTEST: LibraryModule =
    LibraryModule { name: "doctest", rows: ROWS, ..LibraryModule::EMPTY };

const ROWS: &str = "
doctest._test(name: str, count: int) -> none => doctest::test
doctest._begin(source: str, line: int) -> none => doctest::begin
doctest._report(summarizes: bool) -> nat => doctest::report
doctest._check(want: str, options: int) -> none => doctest::check
doctest._check_raised(want: str, got: str, options: int) -> none => doctest::check_raised
";
