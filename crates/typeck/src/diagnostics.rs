//! What type inference refuses or warns about, one constructor per message.

use portalis_diag::{Code, Diagnostic, Span};

/// PT0201.
pub(crate) fn unsupported_stmt(span: Span, what: &str) -> Diagnostic {
    Diagnostic::error(Code::PT0201, span, format!("{what} is not supported"))
}

/// PT0201.
pub(crate) fn not_async(span: Span, what: &str, type_name: &str) -> Diagnostic {
    Diagnostic::error(
        Code::PT0201,
        span,
        format!("`{what}` over a value of type `{type_name}` is not supported"),
    )
    .help("`async for` takes asynchronous generators and objects with `__aiter__`")
}

/// PT0201.
pub(crate) fn not_a_context_manager(span: Span, type_name: &str) -> Diagnostic {
    Diagnostic::error(Code::PT0201, span, format!("a value of type `{type_name}` is no context manager here"))
        .help("`with` takes files and objects of the program's own classes")
}

/// PT0201.
pub(crate) fn not_an_exception_class(span: Span) -> Diagnostic {
    Diagnostic::error(Code::PT0201, span, "`except` needs an exception class that is known before the run")
}

/// PT0202.
pub(crate) fn unsupported_expr(span: Span, what: &str) -> Diagnostic {
    Diagnostic::error(Code::PT0202, span, format!("{what} is not supported"))
}

/// PT0203.
pub(crate) fn unsupported_decorator(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error(Code::PT0203, span, format!("decorator `{name}` is not supported"))
}

/// PT0204.
pub(crate) fn unsupported_class(span: Span, what: &str) -> Diagnostic {
    Diagnostic::error(Code::PT0204, span, format!("{what} is not supported"))
}

/// PT0204.
pub(crate) fn no_mro(span: Span, class: &str) -> Diagnostic {
    Diagnostic::error(Code::PT0204, span, format!("the bases of `{class}` have no consistent order"))
        .help("Python raises `TypeError` here: name a derived class before its base")
}

/// PT0204.
pub(crate) fn unsupported_base(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error(Code::PT0204, span, format!("a class derived from `{name}` is not supported"))
        .help("hold the value in an attribute instead of deriving from its class")
}

/// PT0205.
pub(crate) fn pattern(span: Span, what: &str) -> Diagnostic {
    Diagnostic::error(Code::PT0205, span, format!("{what} is not supported"))
}

/// PT0205.
pub(crate) fn no_match_args(span: Span) -> Diagnostic {
    Diagnostic::error(Code::PT0205, span, "a positional pattern needs a dataclass or `__match_args__`")
        .help("name the attributes: `Point(x=0, y=y)`")
}

/// PT0301.
pub(crate) fn unknown_module(span: Span, module: &str) -> Diagnostic {
    Diagnostic::error(Code::PT0301, span, format!("module `{module}` is not supported"))
}

/// PT0302.
pub(crate) fn unknown_module_attribute(span: Span, module: &str, name: &str) -> Diagnostic {
    Diagnostic::error(Code::PT0302, span, format!("`{module}.{name}` is not supported"))
}

/// PT0303.
pub(crate) fn unsupported_builtin(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error(Code::PT0303, span, format!("`{name}` is not supported here"))
}

/// PT0304.
pub(crate) fn unsupported_method(span: Span, type_name: &str, name: &str) -> Diagnostic {
    Diagnostic::error(Code::PT0304, span, format!("`{type_name}.{name}` is not supported"))
}

/// PT0304.
pub(crate) fn unsupported_attribute(span: Span, owner: &str, name: &str) -> Diagnostic {
    Diagnostic::error(Code::PT0304, span, format!("attribute `{name}` of `{owner}` is not supported"))
}

/// PT0305.
pub(crate) fn unsupported_op(span: Span, what: &str) -> Diagnostic {
    Diagnostic::error(Code::PT0305, span, format!("{what} is not supported"))
}

/// PT0305.
pub(crate) fn argument_type(span: Span, function: &str, param: &str, found: &str) -> Diagnostic {
    Diagnostic::error(Code::PT0305, span, format!("argument `{param}` of `{function}` may be `{found}`"))
        .help("convert the argument, or test its type before the call")
}

/// PT0305.
pub(crate) fn not_an_iterator(span: Span, type_name: &str) -> Diagnostic {
    Diagnostic::error(Code::PT0305, span, format!("`next` of a value of type `{type_name}`"))
        .help("call `iter` on it first")
}

/// PT0305.
pub(crate) fn store_attribute(span: Span, type_name: &str, name: &str) -> Diagnostic {
    Diagnostic::error(Code::PT0305, span, format!("attribute `{name}` of a `{type_name}` cannot be set"))
}

/// PT0305: a method that a class gets, or has replaced, after its definition.
pub(crate) fn store_method(span: Span, class: &str, name: &str) -> Diagnostic {
    let message = format!("setting method `{name}` of class `{class}` after its definition is not supported");
    Diagnostic::error(Code::PT0305, span, message)
        .help("define it in the class, or set it right after the class, before anything runs")
}

/// PT0305: an attribute of a function that no variable can hold.
pub(crate) fn store_function_attribute(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error(Code::PT0305, span, format!("attribute `{name}` of this function cannot be set"))
        .help("set it under the name of a `def` outside of loops, or use a class with `__call__`")
}

/// PT0307.
pub(crate) fn undefined_name(span: Span, name: &str) -> Diagnostic {
    Diagnostic::warning(Code::PT0307, span, format!("name `{name}` is never defined"))
        .help("the program raises `NameError` when it gets here")
}

/// PT0402.
pub(crate) fn star_into_builtin(span: Span) -> Diagnostic {
    Diagnostic::error(Code::PT0402, span, "`*` and `**` arguments of unknown length into a builtin")
        .help("pass the arguments one by one")
}

/// PT0306: the program is too large for the solver's limits.
pub(crate) fn too_complex(span: Span) -> Diagnostic {
    Diagnostic::error(Code::PT0306, span, "the types of this program could not be solved within the limits")
        .help("annotate nothing: split the largest functions, or call them with fewer kinds of arguments")
}

/// PT0403.
pub(crate) fn not_exported(span: Span, name: &str, param: &str) -> Diagnostic {
    Diagnostic::warning(
        Code::PT0403,
        span,
        format!("`{name}` is not exported: nothing says what `{param}` takes"),
    )
    .help("annotate it with `int`, `float`, `bool`, `str`, a class of this file or a container of these")
}
