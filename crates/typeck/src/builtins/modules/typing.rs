//! `typing`: only annotations look at most of it.

use super::LibraryModule;

pub(super) const TYPING: LibraryModule =
    LibraryModule { name: "typing", by_code: &["*"], ..LibraryModule::EMPTY };
