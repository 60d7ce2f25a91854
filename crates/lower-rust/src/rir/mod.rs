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
pub use item::{Enum, Export, Fn, Impl, Item, Param, Struct, Variant};
pub use ty::{Path, Ty};

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
