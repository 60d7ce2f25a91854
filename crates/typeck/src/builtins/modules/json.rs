//! `json`: its functions are written in Python, in the library of the front end.

use super::LibraryModule;

pub(super) const JSON: LibraryModule = LibraryModule { name: "json", ..LibraryModule::EMPTY };
