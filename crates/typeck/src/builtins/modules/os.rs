//! `os` and `os.path`: paths as text, questions about files, the environment. What starts processes is refused.

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
os.SEEK_SET: nat => os::SEEK_SET
os.SEEK_CUR: nat => os::SEEK_CUR
os.SEEK_END: nat => os::SEEK_END

os.remove(path: str) -> none ; !OSError => os::remove
os.unlink(path: str) -> none ; !OSError => os::remove
os.fspath(path: str) -> str => os::fspath
os._unsupported(what: str) -> none => os::unsupported
os.environ: environ => os::environ()
os.getenv(key: str) -> str|none => os::getenv
os.getenv(key: str, default: str) -> str => os::getenv_or
os.getenv(key: str, default: none) -> str|none => os::getenv
os.getpid() -> nat => os::getpid
os.cpu_count() -> nat => os::cpu_count
os.getcwd() -> str => os::getcwd
os.listdir() -> list[str] ; !OSError => os::listdir
os.listdir(path: str) -> list[str] ; !OSError => os::listdir_of
os.walk(top: str) -> iterator[tup[str, list[str], list[str]]] => os::walk
os.mkdir(path: str) -> none ; !OSError => os::mkdir
os.makedirs(name: str, *, exist_ok: bool = false) -> none ; !OSError => os::makedirs
os.rmdir(path: str) -> none ; !OSError => os::rmdir
os.removedirs(name: str) -> none ; !OSError => os::removedirs
os.rename(src: str, dst: str) -> none ; !OSError => os::rename
os.replace(src: str, dst: str) -> none ; !OSError => os::rename
";

const PATH_ROWS: &str = "
os.path.sep: str => os::SEP
os.path.pathsep: str => os::PATHSEP

os.path.join(a: str) -> str => os::fspath
os.path.join(a: str, b: str) -> str => os::join
os.path.join(a: str, b: str, c: str) -> str => os::join3
os.path.join(a: str, b: str, c: str, d: str) -> str => os::join4
os.path.join(a: str, *p: as[str]) -> str => os::join_all
os.path.join(*p: as[str]) -> str ; !TypeError => os::join_parts
os.path.abspath(path: str) -> str => os::abspath
os.path.realpath(filename: str) -> str => os::realpath
os.path.relpath(path: str) -> str => os::relpath
os.path.relpath(path: str, start: str) -> str => os::relpath_from
os.path.expanduser(path: str) -> str => os::expanduser
os.path.commonpath(paths: iter[str]) -> str ; !ValueError => os::commonpath
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
os.path.islink(path: str) -> bool => os::islink
os.path.isfile(path: str) -> bool => os::isfile
os.path.isdir(s: str) -> bool => os::isdir
os.path.getmtime(filename: str) -> float ; !OSError => os::getmtime
os.path.getsize(filename: str) -> nat ; !OSError => os::getsize
";
