//! `os` and `os.path`: paths as text, and questions about files. What depends on the working directory is refused.

use super::LibraryModule;

pub(super) const OS: LibraryModule = LibraryModule { name: "os", rows: OS_ROWS, ..LibraryModule::EMPTY };

pub(super) const PATH: LibraryModule =
    LibraryModule { name: "os.path", rows: PATH_ROWS, ..LibraryModule::EMPTY };

const OS_ROWS: &str = "
os.sep: str => os::SEP
os.linesep: str => os::LINESEP
os.name: str => os::NAME
os.curdir: str => os::CURDIR
os.pardir: str => os::PARDIR
os.extsep: str => os::CURDIR
os.pathsep: str => os::PATHSEP
os.devnull: str => os::DEVNULL

os.remove(path: str) -> none ; !OSError => os::remove
os.unlink(path: str) -> none ; !OSError => os::remove
os.fspath(path: str) -> str => os::fspath
";

const PATH_ROWS: &str = "
os.path.sep: str => os::SEP
os.path.pathsep: str => os::PATHSEP

os.path.join(a: str) -> str => os::fspath
os.path.join(a: str, b: str) -> str => os::join
os.path.join(a: str, b: str, c: str) -> str => os::join3
os.path.join(a: str, b: str, c: str, d: str) -> str => os::join4
os.path.basename(p: str) -> str => os::basename
os.path.dirname(p: str) -> str => os::dirname
os.path.split(p: str) -> tup[str, str] => os::split
os.path.splitext(p: str) -> tup[str, str] => os::splitext
os.path.normpath(path: str) -> str => os::normpath
os.path.normcase(s: str) -> str => os::fspath
os.path.isabs(s: str) -> bool => os::isabs
os.path.commonprefix(m: iter[str]) -> str ; !Exception => os::commonprefix
os.path.exists(path: str) -> bool => os::exists
os.path.lexists(path: str) -> bool => os::exists
os.path.isfile(path: str) -> bool => os::isfile
os.path.isdir(s: str) -> bool => os::isdir
os.path.getsize(filename: str) -> nat ; !OSError => os::getsize
";
