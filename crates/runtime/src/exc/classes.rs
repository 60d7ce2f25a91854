//! The builtin exception classes, as types with a base.

use super::Class;

macro_rules! classes {
    ($($name:ident: $base:ident $python:literal),* $(,)?) => { $(
        #[doc = concat!("Python's `", $python, "`.")]
        #[derive(Debug, Clone, Copy, Default)]
        pub struct $name;
        impl Class for $name {
            type Base = $base;
            const NAME: &'static str = $python;
            const BUILTIN: bool = true;
        }
    )* };
}

classes! {
    BaseException: BaseException "BaseException",
    SystemExit: BaseException "SystemExit",
    KeyboardInterrupt: BaseException "KeyboardInterrupt",
    GeneratorExit: BaseException "GeneratorExit",
    PyException: BaseException "Exception",
    ArithmeticError: PyException "ArithmeticError",
    FloatingPointError: ArithmeticError "FloatingPointError",
    OverflowError: ArithmeticError "OverflowError",
    ZeroDivisionError: ArithmeticError "ZeroDivisionError",
    AssertionError: PyException "AssertionError",
    AttributeError: PyException "AttributeError",
    BufferError: PyException "BufferError",
    EOFError: PyException "EOFError",
    ImportError: PyException "ImportError",
    ModuleNotFoundError: ImportError "ModuleNotFoundError",
    LookupError: PyException "LookupError",
    IndexError: LookupError "IndexError",
    KeyError: LookupError "KeyError",
    MemoryError: PyException "MemoryError",
    NameError: PyException "NameError",
    UnboundLocalError: NameError "UnboundLocalError",
    OSError: PyException "OSError",
    BlockingIOError: OSError "BlockingIOError",
    ChildProcessError: OSError "ChildProcessError",
    ConnectionError: OSError "ConnectionError",
    BrokenPipeError: ConnectionError "BrokenPipeError",
    ConnectionAbortedError: ConnectionError "ConnectionAbortedError",
    ConnectionRefusedError: ConnectionError "ConnectionRefusedError",
    ConnectionResetError: ConnectionError "ConnectionResetError",
    FileExistsError: OSError "FileExistsError",
    FileNotFoundError: OSError "FileNotFoundError",
    InterruptedError: OSError "InterruptedError",
    IsADirectoryError: OSError "IsADirectoryError",
    NotADirectoryError: OSError "NotADirectoryError",
    PermissionError: OSError "PermissionError",
    ProcessLookupError: OSError "ProcessLookupError",
    TimeoutError: OSError "TimeoutError",
    UnsupportedOperation: OSError "io.UnsupportedOperation",
    ReferenceError: PyException "ReferenceError",
    RuntimeError: PyException "RuntimeError",
    NotImplementedError: RuntimeError "NotImplementedError",
    RecursionError: RuntimeError "RecursionError",
    StopIteration: PyException "StopIteration",
    StopAsyncIteration: PyException "StopAsyncIteration",
    SyntaxError: PyException "SyntaxError",
    IndentationError: SyntaxError "IndentationError",
    TabError: IndentationError "TabError",
    SystemError: PyException "SystemError",
    TypeError: PyException "TypeError",
    ValueError: PyException "ValueError",
    UnicodeError: ValueError "UnicodeError",
    UnicodeDecodeError: UnicodeError "UnicodeDecodeError",
    UnicodeEncodeError: UnicodeError "UnicodeEncodeError",
    UnicodeTranslateError: UnicodeError "UnicodeTranslateError",
    Warning: PyException "Warning",
    BytesWarning: Warning "BytesWarning",
    DeprecationWarning: Warning "DeprecationWarning",
    EncodingWarning: Warning "EncodingWarning",
    FutureWarning: Warning "FutureWarning",
    ImportWarning: Warning "ImportWarning",
    PendingDeprecationWarning: Warning "PendingDeprecationWarning",
    ResourceWarning: Warning "ResourceWarning",
    RuntimeWarning: Warning "RuntimeWarning",
    SyntaxWarning: Warning "SyntaxWarning",
    UnicodeWarning: Warning "UnicodeWarning",
    UserWarning: Warning "UserWarning",
    CancelledError: BaseException "asyncio.exceptions.CancelledError",
    InvalidStateError: PyException "asyncio.exceptions.InvalidStateError",
    AsyncQueueEmpty: PyException "asyncio.queues.QueueEmpty",
    AsyncQueueFull: PyException "asyncio.queues.QueueFull",
    QueueEmpty: PyException "_queue.Empty",
    QueueFull: PyException "queue.Full",
    BinasciiError: ValueError "binascii.Error",
    ReError: PyException "re.error",
    DecimalDivisionByZero: ZeroDivisionError "decimal.DivisionByZero",
    DecimalInvalidOperation: ArithmeticError "decimal.InvalidOperation",
    StatisticsError: ValueError "statistics.StatisticsError",
    StructError: PyException "struct.error",
    FrozenInstanceError: AttributeError "dataclasses.FrozenInstanceError",
}
