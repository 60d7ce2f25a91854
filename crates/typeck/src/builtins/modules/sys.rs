//! `sys`.

use super::LibraryModule;

pub(super) const SYS: LibraryModule =
    LibraryModule { name: "sys", rows: ROWS, by_code: &["exit"], ..LibraryModule::EMPTY };

const ROWS: &str = "
sys.maxsize: nat => i64::MAX
sys.platform: str => sys::PLATFORM
sys.byteorder: str => sys::BYTEORDER
sys.argv: argv => sys::argv()
sys.stdin: file => sys::stdin()
sys.stdout: file => sys::stdout()
sys.stderr: file => sys::stderr()

sys.getrecursionlimit() -> nat => sys::getrecursionlimit
sys.setrecursionlimit(n: int) -> none ; !ValueError RecursionError => sys::setrecursionlimit
";
