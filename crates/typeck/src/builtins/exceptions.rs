//! The builtin exception classes and their bases (Library Reference, "Exception hierarchy").

/// `(class, base)`.
const CLASSES: &[(&str, &str)] = &[
    ("BaseException", ""),
    ("Exception", "BaseException"),
    ("SystemExit", "BaseException"),
    ("KeyboardInterrupt", "BaseException"),
    ("GeneratorExit", "BaseException"),
    ("ArithmeticError", "Exception"),
    ("FloatingPointError", "ArithmeticError"),
    ("OverflowError", "ArithmeticError"),
    ("ZeroDivisionError", "ArithmeticError"),
    ("AssertionError", "Exception"),
    ("AttributeError", "Exception"),
    ("BufferError", "Exception"),
    ("EOFError", "Exception"),
    ("ImportError", "Exception"),
    ("ModuleNotFoundError", "ImportError"),
    ("LookupError", "Exception"),
    ("IndexError", "LookupError"),
    ("KeyError", "LookupError"),
    ("MemoryError", "Exception"),
    ("NameError", "Exception"),
    ("UnboundLocalError", "NameError"),
    ("OSError", "Exception"),
    ("BlockingIOError", "OSError"),
    ("ChildProcessError", "OSError"),
    ("ConnectionError", "OSError"),
    ("BrokenPipeError", "ConnectionError"),
    ("ConnectionAbortedError", "ConnectionError"),
    ("ConnectionRefusedError", "ConnectionError"),
    ("ConnectionResetError", "ConnectionError"),
    ("FileExistsError", "OSError"),
    ("FileNotFoundError", "OSError"),
    ("InterruptedError", "OSError"),
    ("IsADirectoryError", "OSError"),
    ("NotADirectoryError", "OSError"),
    ("PermissionError", "OSError"),
    ("ProcessLookupError", "OSError"),
    ("TimeoutError", "OSError"),
    ("ReferenceError", "Exception"),
    ("RuntimeError", "Exception"),
    ("NotImplementedError", "RuntimeError"),
    ("RecursionError", "RuntimeError"),
    ("StopIteration", "Exception"),
    ("StopAsyncIteration", "Exception"),
    ("SyntaxError", "Exception"),
    ("IndentationError", "SyntaxError"),
    ("TabError", "IndentationError"),
    ("SystemError", "Exception"),
    ("TypeError", "Exception"),
    ("ValueError", "Exception"),
    ("UnicodeError", "ValueError"),
    ("UnicodeDecodeError", "UnicodeError"),
    ("UnicodeEncodeError", "UnicodeError"),
    ("binascii.Error", "ValueError"),
    ("re.error", "Exception"),
    ("struct.error", "Exception"),
    ("statistics.StatisticsError", "ValueError"),
    ("dataclasses.FrozenInstanceError", "AttributeError"),
    ("decimal.DivisionByZero", "ZeroDivisionError"),
    ("decimal.InvalidOperation", "ArithmeticError"),
    ("asyncio.CancelledError", "BaseException"),
    ("asyncio.InvalidStateError", "Exception"),
    ("asyncio.QueueEmpty", "Exception"),
    ("asyncio.QueueFull", "Exception"),
    ("queue.Empty", "Exception"),
    ("queue.Full", "Exception"),
    ("Warning", "Exception"),
    ("BytesWarning", "Warning"),
    ("DeprecationWarning", "Warning"),
    ("EncodingWarning", "Warning"),
    ("FutureWarning", "Warning"),
    ("ImportWarning", "Warning"),
    ("PendingDeprecationWarning", "Warning"),
    ("ResourceWarning", "Warning"),
    ("RuntimeWarning", "Warning"),
    ("SyntaxWarning", "Warning"),
    ("UnicodeWarning", "Warning"),
    ("UserWarning", "Warning"),
];

/// All builtin exception classes.
pub fn exception_classes() -> impl Iterator<Item = &'static str> {
    CLASSES.iter().map(|(class, _)| *class)
}

/// The name under which `name` stands in the hierarchy; `IOError` and `EnvironmentError` are `OSError`.
fn canonical(name: &str) -> &str {
    if matches!(name, "IOError" | "EnvironmentError") { "OSError" } else { name }
}

/// Whether `name` is a builtin exception class.
#[must_use]
pub fn is_builtin_exception(name: &str) -> bool {
    CLASSES.iter().any(|(class, _)| *class == canonical(name))
}

/// The base of a builtin exception class; `None` for `BaseException` and what is no exception.
#[must_use]
pub fn builtin_base(name: &str) -> Option<&'static str> {
    let (_, base) = CLASSES.iter().find(|(class, _)| *class == canonical(name))?;
    (!base.is_empty()).then_some(*base)
}

/// `issubclass(class, base)` among builtin exceptions.
#[must_use]
pub fn is_exception_subclass(class: &str, base: &str) -> bool {
    let mut here = Some(canonical(class));
    while let Some(name) = here {
        if name == canonical(base) {
            return true;
        }
        here = builtin_base(name);
    }
    false
}
