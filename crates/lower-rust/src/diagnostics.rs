//! What lowering refuses, one constructor per message.

use portalis_diag::{Code, Diagnostic, Span};

/// PT0401.
pub(crate) fn infinite_type(span: Span) -> Diagnostic {
    Diagnostic::error(Code::PT0401, span, "a container that contains itself has no finite type")
        .help("hold the inner container in an attribute of a class")
}

/// PT0401.
pub(crate) fn no_representation(span: Span, what: &str) -> Diagnostic {
    Diagnostic::error(Code::PT0401, span, format!("{what} cannot be represented"))
}

/// PT0402.
pub(crate) fn call_shape(span: Span, what: &str) -> Diagnostic {
    Diagnostic::error(Code::PT0402, span, format!("{what} is not supported in a call here"))
}

/// PT0402.
pub(crate) fn star_into_builtin(span: Span) -> Diagnostic {
    Diagnostic::error(Code::PT0402, span, "`*` and `**` arguments of unknown length into a builtin")
        .help("pass the arguments one by one")
}

/// PT0203.
pub(crate) fn repeated_default(span: Span) -> Diagnostic {
    Diagnostic::error(Code::PT0203, span, "a default that is evaluated anew each time its function is made")
        .help("define the function once, or pass the value as an argument")
}

/// PT0204.
pub(crate) fn capturing_method(span: Span, name: &str) -> Diagnostic {
    let message = format!("a method that uses `{name}` of the function around its class is not supported");
    Diagnostic::error(Code::PT0204, span, message).help("pass it to `__init__` and keep it as an attribute")
}

/// PT0204.
pub(crate) fn finalised(span: Span, what: &str) -> Diagnostic {
    Diagnostic::error(Code::PT0204, span, format!("{what} with `__del__` is not supported"))
        .help("give the class a method `close`, and call it where the object is done")
}

/// PT0305.
pub(crate) fn operation(span: Span, what: &str) -> Diagnostic {
    Diagnostic::error(Code::PT0305, span, format!("{what} is not supported for these types"))
}

/// PT0303.
pub(crate) fn builtin(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error(Code::PT0303, span, format!("`{name}` is not supported for these arguments"))
}

/// PT0305.
pub(crate) fn answer(span: Span, method: &str, due: &str, found: &str) -> Diagnostic {
    Diagnostic::error(
        Code::PT0305,
        span,
        format!("`{method}` may return `{found}`, and has to return `{due}`"),
    )
    .help("Python raises `TypeError` where it is called")
}
