//! `OSError(errno, strerror, …)`: the number names the class, and is shown.
//!
//! Source: Library Reference, "OS exceptions"; the numbers are those of Linux.

use std::any::TypeId;

use super::{
    Arg, BlockingIOError, BrokenPipeError, ChildProcessError, Class, ConnectionAbortedError,
    ConnectionRefusedError, ConnectionResetError, Exception, FileExistsError, FileNotFoundError,
    InterruptedError, IsADirectoryError, NotADirectoryError, OSError, PermissionError, ProcessLookupError,
    TimeoutError,
};
use crate::output::trap;
use crate::str::Str;

/// The text of an object of a class that the program derives from `OSError`.
pub(super) fn shown(args: &[Arg]) -> String {
    match args {
        [number, text] => format!("[Errno {}] {}", number.text(), text.text()),
        // CPython takes the name of the file out of its arguments.
        _ => trap("an error about a file, of a class that is derived from `OSError`"),
    }
}

impl Exception {
    /// `Class(errno, strerror, filename, …)` for an `OSError` or a class derived from it.
    #[cold]
    #[must_use]
    pub fn from_errno<C: Class>(mut args: Vec<Arg>) -> Self {
        let errno = args[0].get::<i64>();
        let text = match args.get(2) {
            Some(name) if name.repr() != "None" => {
                format!("[Errno {}] {}: {}", args[0].text(), args[1].text(), name.repr())
            }
            _ => format!("[Errno {}] {}", args[0].text(), args[1].text()),
        };
        let name = args.get(2).and_then(Arg::get::<Str>);
        args.truncate(2);
        let is_general = TypeId::of::<C>() == TypeId::of::<OSError>();
        macro_rules! choose {
            ($($number:pat => $class:ty,)*) => {
                match errno.filter(|_| is_general) {
                    $(Some($number) => Exception::about_file::<$class>(args, text, name),)*
                    _ => Exception::about_file::<C>(args, text, name),
                }
            };
        }
        choose! {
            1 | 13 => PermissionError,
            2 => FileNotFoundError,
            3 => ProcessLookupError,
            4 => InterruptedError,
            10 => ChildProcessError,
            11 | 114 | 115 => BlockingIOError,
            17 => FileExistsError,
            20 => NotADirectoryError,
            21 => IsADirectoryError,
            32 | 108 => BrokenPipeError,
            103 => ConnectionAbortedError,
            104 => ConnectionResetError,
            110 => TimeoutError,
            111 => ConnectionRefusedError,
        }
    }
}
