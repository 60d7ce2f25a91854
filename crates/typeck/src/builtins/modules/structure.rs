//! Modules about the structure of a program: `__future__`, `abc`, `dataclasses`.

use super::LibraryModule;

pub(super) const FUTURE: LibraryModule = LibraryModule {
    name: "__future__",
    by_code: &[
        "absolute_import",
        "annotations",
        "division",
        "generator_stop",
        "generators",
        "nested_scopes",
        "print_function",
        "unicode_literals",
        "with_statement",
    ],
    ..LibraryModule::EMPTY
};

pub(super) const ABC: LibraryModule =
    LibraryModule { name: "abc", by_code: &["abstractmethod", "ABC", "ABCMeta"], ..LibraryModule::EMPTY };

pub(super) const DATACLASSES: LibraryModule = LibraryModule {
    name: "dataclasses",
    by_code: &["dataclass", "field", "replace", "asdict", "astuple", "KW_ONLY", "FrozenInstanceError"],
    ..LibraryModule::EMPTY
};
