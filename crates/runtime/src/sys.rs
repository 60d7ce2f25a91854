//! `sys` and `input`.

use crate::exc::{self, EOFError, Exception, SystemExit};
use crate::file::File;
use crate::list::List;
use crate::macros::raising_fns;
use crate::output;
use crate::redirect;
use crate::show::Repr;
use crate::str::Str;
use crate::stream::Stream;

thread_local! {
    static ARGV: List<Str> =
        std::env::args_os().map(|arg| Str::from(arg.to_string_lossy().into_owned())).collect();
}

/// `sys.argv`: the program first. One list, which programs take arguments out of.
#[must_use]
pub fn argv() -> List<Str> {
    ARGV.with(List::clone)
}

/// `sys.maxsize`.
pub const MAXSIZE: i64 = i64::MAX;

/// `sys.maxunicode`.
pub const MAXUNICODE: i64 = 0x0010_FFFF;

/// `sys.hexversion`, of the version that `sys.version_info` names.
pub const HEXVERSION: i64 = 0x030B_00F0;

/// `sys.getdefaultencoding()`.
#[must_use]
pub fn getdefaultencoding() -> Str {
    Str::from("utf-8")
}

/// `sys.intern(string)`: texts are shared as they are.
#[must_use]
pub fn intern(string: &str) -> Str {
    Str::from(string)
}

/// `sys.stdin`.
#[must_use]
pub fn stdin() -> File {
    redirect::stdin()
}

/// `sys.stdout`.
#[must_use]
pub fn stdout() -> File {
    redirect::of(Stream::Out)
}

/// `sys.stderr`.
#[must_use]
pub fn stderr() -> File {
    redirect::of(Stream::Error)
}

/// `sys.__stdout__`.
#[must_use]
pub fn own_stdout() -> File {
    File::stdout()
}

/// `sys.__stderr__`.
#[must_use]
pub fn own_stderr() -> File {
    File::stderr()
}

/// `sys.stdout = file`.
pub fn set_stdout(file: &File) {
    redirect::set(Stream::Out, file);
}

/// `sys.stdin = file`.
pub fn set_stdin(file: &File) {
    redirect::set_stdin(file);
}

/// `sys.stderr = file`.
pub fn set_stderr(file: &File) {
    redirect::set(Stream::Error, file);
}

/// `sys.exit(code)` as the exception that it raises.
#[must_use]
pub fn exit_with<T: Repr + Clone + 'static>(code: &T) -> Exception {
    Exception::with_arg(SystemExit, code)
}

/// `sys.exit()` as the exception that it raises.
#[must_use]
pub fn exit_empty() -> Exception {
    Exception::empty(SystemExit)
}

/// `sys.exit(code)` where nobody observes the exception.
pub fn exit<T: Repr + Clone + 'static>(code: &T) -> ! {
    exit_with(code).uncaught()
}

/// `sys.getrecursionlimit()`.
#[must_use]
pub fn getrecursionlimit() -> i64 {
    exc::limit()
}

raising_fns! {
    /// `sys.setrecursionlimit(limit)`.
    fn try_setrecursionlimit / setrecursionlimit(limit: i64) -> () { exc::try_set_limit(limit) }
}

/// `input(prompt)`.
///
/// # Errors
/// `EOFError`.
pub fn try_input(prompt: Option<&str>) -> Result<Str, Exception> {
    output::write(prompt.unwrap_or_default());
    output::flush();
    let line = stdin().try_readline()?;
    if line.is_empty() {
        return Err(Exception::new(EOFError, "EOF when reading a line"));
    }
    Ok(line.removesuffix("\n"))
}

/// `input(prompt)`; ends the program at the end of the input.
#[must_use]
pub fn input(prompt: Option<&str>) -> Str {
    try_input(prompt).unwrap_or_else(|error| error.uncaught())
}

/// `sys.platform`.
pub const PLATFORM: &str = "linux";
/// `sys.byteorder`.
pub const BYTEORDER: &str = "little";
/// `sys.float_repr_style`.
pub const FLOAT_REPR_STYLE: &str = "short";
