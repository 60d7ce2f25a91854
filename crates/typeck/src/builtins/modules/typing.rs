//! `typing`: only annotations look at most of it.

use super::LibraryModule;

pub(super) const TYPING: LibraryModule =
    LibraryModule { name: "typing", by_code: &["*"], ..LibraryModule::EMPTY };

/// The class that a name of `typing` makes objects of when it is called, other than those that only annotate.
pub(crate) fn container(full: &str) -> Option<&'static str> {
    Some(match full {
        "typing.Counter" => "collections.Counter",
        "typing.DefaultDict" => "collections.defaultdict",
        "typing.Deque" => "collections.deque",
        "typing.OrderedDict" => "collections.OrderedDict",
        _ => return None,
    })
}
