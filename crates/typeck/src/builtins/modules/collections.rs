//! `collections` and `collections.abc`; the methods of its classes stand with the containers.

use super::LibraryModule;

pub(super) const COLLECTIONS: LibraryModule = LibraryModule {
    name: "collections",
    by_code: &["deque", "defaultdict", "Counter", "OrderedDict", "namedtuple"],
    ..LibraryModule::EMPTY
};

pub(super) const ABC: LibraryModule =
    LibraryModule { name: "collections.abc", by_code: &["*"], ..LibraryModule::EMPTY };
