//! `sys`.

use super::LibraryModule;

pub(super) const SYS: LibraryModule =
    LibraryModule { name: "sys", rows: ROWS, by_code: &["exit"], ..LibraryModule::EMPTY };

const ROWS: &str = "
sys.maxsize: nat => i64::MAX
sys.platform: str => sys::PLATFORM
sys.maxunicode: nat => sys::MAXUNICODE
sys.hexversion: nat => sys::HEXVERSION
sys.float_repr_style: str => sys::FLOAT_REPR_STYLE
sys.byteorder: str => sys::BYTEORDER
sys.argv: argv => sys::argv()
sys.stdin: file => sys::stdin()
sys.stdout: file => sys::stdout()
sys.stderr: file => sys::stderr()
sys.__stdout__: file => sys::own_stdout()
sys.__stderr__: file => sys::own_stderr()

sys._set_stdin(file: &file) -> none => sys::set_stdin
sys._set_stdout(file: &file) -> none => sys::set_stdout
sys._set_stderr(file: &file) -> none => sys::set_stderr
sys.getdefaultencoding() -> str => sys::getdefaultencoding
sys.intern(string: str) -> str => sys::intern
sys.getrecursionlimit() -> nat => sys::getrecursionlimit
sys.setrecursionlimit(n: int) -> none ; !ValueError RecursionError => sys::setrecursionlimit
";
