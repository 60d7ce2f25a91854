//! `enum`.

use super::LibraryModule;

pub(super) const ENUM: LibraryModule = LibraryModule {
    name: "enum",
    by_code: &["Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "auto", "unique"],
    ..LibraryModule::EMPTY
};
