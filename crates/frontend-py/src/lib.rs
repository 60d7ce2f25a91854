//! The Python frontend: text → HIR.
//!
//! In: a Python file (3.11 syntax and what 3.12 and 3.13 added to it). Out: a [`Module`] whose names are resolved as
//! CPython's symbol table does. Always a valid module: what cannot be understood becomes an `Error` node.
//! Reports PT0101 (syntax), PT0102 (encoding), PT0103 (nesting), PT0104 (size), PT0105 (scoping), PT0106 (comments for the compiler) and PT0202
//! (expressions that HIR cannot say). Parsing is ruff's; nothing of it leaves this crate.
//!
//! ```text
//! def f(a):                def f(a [captured]) -> f
//!     return lambda: a         return lambda <lambda>()
//! ```

mod decode;
mod depth;
mod diagnostics;
mod lower;
mod rewrite;

pub use decode::decode;

use portalis_diag::Sink;
use portalis_hir::{Module, Pass};

/// The largest source that is read, in bytes.
pub const MAX_SOURCE_BYTES: usize = 64 << 20;

/// Parses and lowers one file.
///
/// Syntax errors and scoping errors become diagnostics; the result always is a valid module (`Error` nodes where
/// needed). Spans are bytes of `source`.
pub fn lower(source: &str, module_name: &str, sink: &mut Sink) -> Module {
    lower::lower(source, module_name, sink)
}

/// The pass of that name: [`lower()`].
#[derive(Clone, Copy, Debug)]
pub struct Lower;

impl Pass for Lower {
    const NAME: &'static str = "lower";
    type In<'a> = (&'a str, &'a str);
    type Out = Module;

    fn run((source, module_name): Self::In<'_>, sink: &mut Sink) -> Module {
        lower(source, module_name, sink)
    }
}
