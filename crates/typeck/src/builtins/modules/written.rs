//! Modules of which nearly all is written in Python, in the library of the front end: what is not is refused by its name.

use super::LibraryModule;

pub(super) const CALENDAR: LibraryModule = written("calendar", "");
pub(super) const COLORSYS: LibraryModule = written("colorsys", "");
pub(super) const CSV: LibraryModule =
    written("csv", "csv._unsupported(what: str) -> none => trap::unsupported");
pub(super) const FNMATCH: LibraryModule = written("fnmatch", "");
pub(super) const GRAPHLIB: LibraryModule = written("graphlib", "");
pub(super) const HTML: LibraryModule = written("html", "html.unescape(s: &str) -> str => html::unescape");
pub(super) const HTTP: LibraryModule = written("http", "");
pub(super) const KEYWORD: LibraryModule = written("keyword", "");
pub(super) const NUMBERS: LibraryModule = written("numbers", "");
pub(super) const PPRINT: LibraryModule =
    written("pprint", "pprint._unsupported(what: str) -> none => trap::unsupported");
pub(super) const HMAC: LibraryModule = written("hmac", "");
pub(super) const SECRETS: LibraryModule = written("secrets", "");
pub(super) const SHLEX: LibraryModule =
    written("shlex", "shlex._unsupported(what: str) -> none => trap::unsupported");
pub(super) const TEXTWRAP: LibraryModule =
    written("textwrap", "textwrap._unsupported(what: str) -> none => trap::unsupported");
pub(super) const TYPES: LibraryModule = written("types", "");
pub(super) const UNITTEST: LibraryModule = written("unittest", "");
pub(super) const UUID: LibraryModule = written("uuid", "");

pub(super) const WARNINGS: LibraryModule =
    written("warnings", "warnings._unsupported(what: str) -> none => trap::unsupported");

const fn written(name: &'static str, rows: &'static str) -> LibraryModule {
    LibraryModule { name, rows, ..LibraryModule::EMPTY }
}
