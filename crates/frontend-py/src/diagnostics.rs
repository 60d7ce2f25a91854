//! What this crate reports: one constructor per message.

use portalis_diag::{Code, Diagnostic, Span};

/// PT0101: the parser's words.
pub(crate) fn syntax(span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::error(Code::PT0101, span, message)
}

/// PT0101: a NUL byte.
pub(crate) fn null_bytes(span: Span) -> Diagnostic {
    syntax(span, "source code cannot contain null bytes")
}

/// PT0102: bytes that the file's encoding does not know.
pub(crate) fn undecodable(span: Span, encoding: &str) -> Diagnostic {
    Diagnostic::error(Code::PT0102, span, format!("source is not valid {encoding}"))
        .help("save the file as UTF-8")
}

/// PT0102: a coding cookie that names something else than UTF-8, Latin-1 or ASCII.
pub(crate) fn unknown_encoding(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error(Code::PT0102, span, format!("source encoding `{name}` is not supported"))
        .help("save the file as UTF-8 and drop the coding comment")
}

/// PT0103: more open brackets than CPython allows.
pub(crate) fn too_many_brackets(span: Span) -> Diagnostic {
    Diagnostic::error(Code::PT0103, span, "too many nested parentheses")
}

/// PT0103: more indentation than CPython allows.
pub(crate) fn too_many_indents(span: Span) -> Diagnostic {
    Diagnostic::error(Code::PT0103, span, "too many levels of indentation")
}

/// PT0103: an expression or a chain of `elif`s deeper than the compiler goes.
pub(crate) fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::error(Code::PT0103, span, "source is nested too deeply")
        .help("split the expression or the chain in several")
}

/// PT0104: a file larger than the limit.
pub(crate) fn too_large(bytes: usize) -> Diagnostic {
    let message = format!("source has {bytes} bytes, more than {}", crate::MAX_SOURCE_BYTES);
    Diagnostic::error(Code::PT0104, Span::default(), message)
}

/// PT0104: an integer literal of absurd length.
pub(crate) fn integer_too_large(span: Span) -> Diagnostic {
    Diagnostic::error(Code::PT0104, span, "integer literal is too large")
}

/// PT0105: CPython's words.
pub(crate) fn scoping(span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::error(Code::PT0105, span, message)
}

/// PT0201: `a, *[b, *c] = xs`.
pub(crate) fn nested_star(span: Span) -> Diagnostic {
    Diagnostic::error(Code::PT0201, span, "a starred target that is taken apart is not supported")
        .help("give it a name, and take that apart in a statement of its own")
}

/// PT0106: a comment for the compiler that it does not understand.
pub(crate) fn unknown_directive(span: Span, text: &str) -> Diagnostic {
    let words = portalis_hir::IntMode::WORDS.join(", int=");
    Diagnostic::error(Code::PT0106, span, format!("`# portalis: {text}` means nothing"))
        .help(format!("after `# portalis:` stands one of: int={words}"))
}

/// PT0106: a comment about an assignment where there is none.
pub(crate) fn directive_without_assignment(span: Span) -> Diagnostic {
    Diagnostic::error(Code::PT0106, span, "`# portalis:` stands on a line that assigns nothing")
        .help("write it at the end of the line that assigns the variable")
}

/// PT0202: a template string.
pub(crate) fn template_string(span: Span) -> Diagnostic {
    Diagnostic::error(Code::PT0202, span, "template strings are not supported").help("use an f-string")
}

/// PT0202: a lone surrogate inside an f-string.
pub(crate) fn surrogate_in_fstring(span: Span) -> Diagnostic {
    Diagnostic::error(Code::PT0202, span, "lone surrogate in an f-string is not supported")
        .help("put it in a plain string and format that")
}

/// PT0203: `nonlocal __class__`.
pub(crate) fn class_cell(span: Span) -> Diagnostic {
    Diagnostic::error(Code::PT0203, span, "rebinding `__class__` of a method is not supported")
}

/// PT0203: a function that sees the variable of a comprehension in a class body.
pub(crate) fn function_in_class_comprehension(span: Span) -> Diagnostic {
    let message = "a function of a comprehension in a class body is not supported";
    Diagnostic::error(Code::PT0203, span, message).help("make the functions in a function of the module")
}

/// PT0204: a class that is made anew each time its function runs.
pub(crate) fn attribute_of_each_class(span: Span, class: &str) -> Diagnostic {
    let message = format!("an attribute of `{class}`, which may be made several times, is not supported");
    Diagnostic::error(Code::PT0204, span, message)
        .help("define the class at module level, or give the attribute to the objects in `__init__`")
}

/// PT0204: `class C(*bases)`.
pub(crate) fn starred_base(span: Span) -> Diagnostic {
    Diagnostic::error(Code::PT0204, span, "unpacked base classes are not supported")
        .help("write the base classes out")
}
