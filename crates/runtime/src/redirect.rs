//! `sys.stdout`, `sys.stderr` and `sys.stdin` while they are other files: what is printed goes there, `input` reads there.

use std::cell::{Cell, RefCell};

use crate::file::File;
use crate::stream::Stream;

/// Writes into the file that stands for a stream, if one does.
type Divert = fn(Stream, &str) -> bool;

thread_local! {
    /// Set with the first other file. What most programs never do is not linked with them: they call no file's methods.
    static DIVERT: Cell<Option<Divert>> = const { Cell::new(None) };
    static OUT: RefCell<Option<File>> = const { RefCell::new(None) };
    static IN: RefCell<Option<File>> = const { RefCell::new(None) };
    static ERROR: RefCell<Option<File>> = const { RefCell::new(None) };
}

fn file(stream: Stream) -> Option<File> {
    match stream {
        Stream::Out => OUT.with_borrow(Clone::clone),
        Stream::Error => ERROR.with_borrow(Clone::clone),
    }
}

/// Writes into the file that stands for `stream`, if one does.
pub(crate) fn write(stream: Stream, text: &str) -> bool {
    DIVERT.get().is_some_and(|divert| divert(stream, text))
}

fn divert(stream: Stream, text: &str) -> bool {
    file(stream).inspect(|file| _ = file.write(text)).is_some()
}

/// `sys.stdout` or `sys.stderr`.
pub(crate) fn of(stream: Stream) -> File {
    file(stream).unwrap_or_else(|| match stream {
        Stream::Out => File::stdout(),
        Stream::Error => File::stderr(),
    })
}

/// `sys.stdout = file`.
pub(crate) fn set(stream: Stream, file: &File) {
    let other = (!file.is_stream(stream)).then(|| file.clone());
    match stream {
        Stream::Out => OUT.set(other),
        Stream::Error => ERROR.set(other),
    }
    // Known to be the only one, it would be called directly, and linked with every program.
    DIVERT.set(Some(std::hint::black_box(divert as Divert)));
}

/// `sys.stdin`.
pub(crate) fn stdin() -> File {
    IN.with_borrow(Clone::clone).unwrap_or_else(File::stdin)
}

/// `sys.stdin = file`.
pub(crate) fn set_stdin(file: &File) {
    IN.set(Some(file.clone()));
}
