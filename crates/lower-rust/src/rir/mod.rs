//! RIR: the Rust-shaped IR. It says every move, borrow, clone, width and `?`; `codegen` only prints it.
//!
//! Names are Rust identifiers already, except that keywords are escaped by `codegen`. Paths into the runtime and into
//! `std` are [`Path`]s, from which the `use` lines of a file are made.

use portalis_diag::Span;

mod expr;
mod item;
mod pretty;
mod ty;
mod validate;
pub mod visit;

pub use expr::{Arm, BinOp, Block, Closure, Expr, FormatArg, Pat, Stmt, UnOp};
pub use item::{Enum, Export, Fn, Impl, Item, Param, Receiver, Struct, Variant};
pub use ty::{Path, Ty};

/// Methods that passes over RIR know by name, as those of the runtime and of `std`: no method of the program has one of
/// these names.
pub(crate) const KNOWN_METHODS: &[&str] = &[
    "at",
    "clone",
    "concat",
    "div_euclid",
    "expect",
    "get",
    "get_or_end",
    "is_empty",
    "is_err",
    "is_none",
    "is_ok",
    "is_some",
    "len",
    "lower",
    "rem_euclid",
    "slice",
    "slice_by",
    "split_whitespace",
    "splitlines",
    "strip",
    "uncaught",
    "upper",
];

/// The Python function behind a Rust one.
#[derive(Clone, Debug)]
pub struct Origin {
    /// The struct in whose `impl` it is.
    pub object: Option<String>,
    /// Its name in Rust.
    pub name: String,
    /// The whole definition in Python; empty for the module body.
    pub span: Span,
}

/// The Rust of one Python module.
#[derive(Clone, Debug, Default)]
pub struct Crate {
    /// The module's docstring.
    pub doc: Option<String>,
    /// Its items, in order of printing.
    pub items: Vec<Item>,
    /// Whether it has a `main`.
    pub is_program: bool,
    /// Where functions come from.
    pub origins: Vec<Origin>,
}
