//! Standard output as CPython keeps it (one buffer, flushed at exit), the program's frame, and traps.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::process::ExitCode;
use std::sync::Mutex;
use std::thread;

use crate::exc::{self, Exception};
use crate::redirect;
use crate::stream::{self, Stream};
use crate::trap::install_traps;
use crate::{Int, Num};

/// Bytes that wait before a write, as in CPython.
const BUFFER: usize = 8192;

/// Exit status of a trap: not 1 (an uncaught exception) and not 2 (usage).
pub(crate) const TRAP: i32 = 70;

/// Sizes of the stack of a program, in bytes, the best first.
const STACKS: [usize; 3] = [1 << 30, 1 << 28, 1 << 26];

thread_local! {
    static IS_CAPTURED: Cell<bool> = const { Cell::new(false) };
    static OUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// `std::println!` into Python's standard output. The text is complete before any of it is written, as in `print`.
#[macro_export]
macro_rules! println {
    () => { $crate::output::write("\n") };
    ($($arg:tt)*) => { $crate::output::write_line(::std::format_args!($($arg)*)) };
}

/// `print(…, end="")`.
#[macro_export]
macro_rules! print {
    ($($arg:tt)*) => { $crate::output::write_args(::std::format_args!($($arg)*)) };
}

/// `print(…, file=sys.stderr)`.
#[macro_export]
macro_rules! eprintln {
    () => { $crate::output::write_error("\n") };
    ($($arg:tt)*) => { $crate::output::write_error_line(::std::format_args!($($arg)*)) };
}

/// Gives the WASM host functions of numbers under their Python names; `import body;` names the module body, which then
/// runs before the first call.
///
/// The symbols carry a prefix, so that a Python `pow` is not libc's; the compiler takes it off the finished module.
#[macro_export]
macro_rules! export {
    (import $body:ident; $($rest:tt)*) => {
        $crate::export! { @with $body; $($rest)* }
    };
    (@with $($body:ident)?; $($path:ident($($arg:ident: $ty:ty),* $(,)?) -> $ret:ty;)*) => {
        #[cfg(target_family = "wasm")]
        mod portalis_exports {
            fn import() {
                $(super::$body();)?
            }

            $(
                #[unsafe(export_name = concat!("portalis.", stringify!($path)))]
                pub extern "C" fn $path($($arg: $ty),*) -> $ret {
                    $crate::output::enter(import);
                    $crate::output::Exported::into_host(super::$path($($arg),*))
                }
            )*
        }
    };
    ($($functions:tt)*) => {
        $crate::export! { @with; $($functions)* }
    };
}

/// What the first call from a host does: panics become traps, and the module body runs.
pub fn enter(import: fn()) {
    static ENTERED: std::sync::Once = std::sync::Once::new();
    ENTERED.call_once(|| {
        install_traps();
        import();
    });
}

/// What an exported function may return: a value, or a `Result` whose error ends the call with Python's message.
pub trait Exported<T> {
    /// The value for the host; flushes what was printed.
    fn into_host(self) -> T;
}

macro_rules! scalars {
    ($($ty:ty),*) => { $(
        impl Exported<$ty> for $ty {
            fn into_host(self) -> $ty {
                flush();
                self
            }
        }

        impl Exported<$ty> for Result<$ty, Exception> {
            fn into_host(self) -> $ty {
                self.unwrap_or_else(|error| error.uncaught()).into_host()
            }
        }
    )* };
}

scalars!(i64, f64, bool, ());

// What a host without Python's integers gets: 64 bits of an `int`, a float of an `int | float`.
macro_rules! narrowed {
    ($($ty:ty => $host:ty: $narrow:expr;)*) => { $(
        impl Exported<$host> for $ty {
            fn into_host(self) -> $host {
                flush();
                let narrow: fn($ty) -> $host = $narrow;
                narrow(self)
            }
        }

        impl Exported<$host> for Result<$ty, Exception> {
            fn into_host(self) -> $host {
                Exported::into_host(self.unwrap_or_else(|error| error.uncaught()))
            }
        }
    )* };
}

narrowed! {
    Int => i64: |value| value.to_i64().unwrap_or_else(|| trap("an `int` past 64 bits for the host"));
    Num => f64: |value| value.float();
}

/// `print(text, end="")`.
pub fn write(text: &str) {
    if !redirect::write(Stream::Out, text) {
        write_out(text);
    }
}

/// Into the program's own standard output, whatever `sys.stdout` is.
pub(crate) fn write_out(text: &str) {
    OUT.with_borrow_mut(|out| {
        out.extend_from_slice(text.as_bytes());
        if out.len() >= BUFFER {
            flush_into_stdout(out);
        }
    });
}

#[doc(hidden)]
pub fn write_args(args: fmt::Arguments<'_>) {
    write(&render(args, ""));
}

#[doc(hidden)]
pub fn write_line(args: fmt::Arguments<'_>) {
    write(&render(args, "\n"));
}

#[doc(hidden)]
pub fn write_error_line(args: fmt::Arguments<'_>) {
    write_error(&render(args, "\n"));
}

/// `print(text, end="", file=sys.stderr)`.
pub fn write_error(text: &str) {
    if !redirect::write(Stream::Error, text) {
        write_raw_error(text);
    }
}

/// Into the program's own standard error, which is not buffered.
pub(crate) fn write_raw_error(text: &str) {
    // As CPython: a closed stderr loses the text and nothing else.
    stream::write(Stream::Error, text.as_bytes());
}

/// The text, and nothing of it where a `__str__` or `__repr__` raised.
pub(crate) fn render(args: fmt::Arguments<'_>, end: &str) -> String {
    let mut text = String::new();
    if fmt::write(&mut text, args).is_err() {
        trap("a value refused to be shown");
    }
    if exc::is_raised() {
        return String::new();
    }
    text.push_str(end);
    text
}

/// `format!` whose `__str__` and `__repr__` may raise.
///
/// # Errors
/// What they raised.
pub fn try_render(args: fmt::Arguments<'_>) -> Result<String, Exception> {
    let watch = exc::watch();
    let text = render(args, "");
    watch.settle(text)
}

/// The result of a `Repr` whose `__repr__` or `__str__` raises `error`.
pub fn fail(error: Exception) -> fmt::Result {
    exc::hide(error, Ok(()))
}

/// From here on output is kept until it is asked for.
pub(crate) fn capture() {
    flush();
    IS_CAPTURED.set(true);
}

/// What was written since [`capture`].
pub(crate) fn captured() -> String {
    IS_CAPTURED.set(false);
    let bytes = OUT.with_borrow_mut(std::mem::take);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// An exception that is about to end the program: what is captured is not shown then, and CPython's answer is another.
pub(crate) fn check_capture() {
    if IS_CAPTURED.get() {
        captured();
        trap("a doctest raised an exception");
    }
}

fn flush_into_stdout(out: &mut Vec<u8>) {
    if IS_CAPTURED.get() {
        return;
    }
    // A closed pipe ends CPython at exit too; what was written stands.
    stream::write(Stream::Out, out);
    out.clear();
}

/// `sys.stdout.flush()`.
pub fn flush() {
    OUT.with_borrow_mut(flush_into_stdout);
}

pub(crate) fn exit(status: i32) -> ! {
    flush();
    std::process::exit(status)
}

/// Ends the program where it would stop being CPython's: says what, status 70.
#[cold]
pub fn trap(what: &str) -> ! {
    flush();
    write_raw_error("portalis trap: ");
    write_raw_error(what);
    write_raw_error("\n");
    std::process::exit(TRAP)
}

/// Ends the program at an attribute whose name it does not write out: only the run knows what there is.
#[cold]
pub fn trap_attribute(name: &str) {
    trap(&format!("an attribute by the name `{name}`, which the program does not write out"))
}

/// Runs the module body: flushes at the end, reports an uncaught exception (status 1) or a trap (status 70).
///
/// It has a stack of its own, since Python's recursion may be deep.
pub fn run<O: Outcome>(program: impl FnOnce() -> O + Send) -> ExitCode {
    install_traps();
    let body = || {
        let code = program().into_exit_code();
        crate::finaliser::finish();
        flush();
        code
    };
    if cfg!(target_family = "wasm") { body() } else { on_deep_stack(body) }
}

/// Runs `body` in a thread whose stack is as large as the system gives; memory is only taken as it is used.
fn on_deep_stack(body: impl FnOnce() -> ExitCode + Send) -> ExitCode {
    let body = Mutex::new(Some(body));
    let take = || body.lock().ok().and_then(|mut body| body.take());
    for size in STACKS {
        let run = || {
            exc::set_stack(size);
            take().map_or(ExitCode::FAILURE, |body| body())
        };
        let ended = thread::scope(|scope| {
            let thread = thread::Builder::new().name("main".to_owned()).stack_size(size);
            thread.spawn_scoped(scope, run).ok().map(thread::ScopedJoinHandle::join)
        });
        if let Some(ended) = ended {
            // A panic is a trap, which ends the process by itself.
            return ended.unwrap_or(ExitCode::from(TRAP as u8));
        }
    }
    take().map_or(ExitCode::FAILURE, |body| body())
}

/// What a module body returns: nothing, or a `Result` where an exception can leave it.
pub trait Outcome {
    /// The status of the process.
    fn into_exit_code(self) -> ExitCode;
}

impl Outcome for () {
    fn into_exit_code(self) -> ExitCode {
        ExitCode::SUCCESS
    }
}

impl Outcome for Result<(), Exception> {
    fn into_exit_code(self) -> ExitCode {
        match self {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => error.uncaught(),
        }
    }
}
