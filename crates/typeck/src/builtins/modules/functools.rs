//! `functools`.

use super::LibraryModule;

pub(super) const FUNCTOOLS: LibraryModule = LibraryModule {
    name: "functools",
    rows: ROWS,
    by_code: &["cache", "cached_property", "lru_cache", "wraps", "total_ordering"],
    ..LibraryModule::EMPTY
};

const ROWS: &str = "
functools.reduce(function: fn[res, it[items]]->res, items: lazy, initial: as[res]) -> initial|call[function] ; !Exception => functools::reduce_from
functools.reduce(function: fn[res, res]->res, items: iter[res]) -> it[items]|call[function] ; !Exception => functools::reduce
";
