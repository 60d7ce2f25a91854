//! A module: the arenas, and what belongs to the whole file.

use std::collections::BTreeMap;
use std::ops::Index;

use la_arena::Arena;
use portalis_diag::Span;

use crate::{Class, ClassId, Expr, ExprId, Func, FuncId, IntMode, Local, LocalId, Name, Stmt, StmtId};

/// One Python file.
#[derive(Clone, Debug)]
pub struct Module {
    /// The module's `__name__` when imported.
    pub name: Name,
    /// All functions; the module body is one of them.
    pub funcs: Arena<Func>,
    /// All classes.
    pub classes: Arena<Class>,
    /// All variables.
    pub locals: Arena<Local>,
    /// All statements.
    pub stmts: Arena<Stmt>,
    /// All expressions.
    pub exprs: Arena<Expr>,
    /// The module body.
    pub body: FuncId,
    /// The docstring.
    pub doc: Option<String>,
    /// All comments, in order.
    pub comments: Vec<Comment>,
    /// Assignments of which a comment says how wide their integers are.
    pub int_modes: BTreeMap<StmtId, IntMode>,
    /// By what stands behind the `*` of a call: expressions for its first items, with which a builtin is called where
    /// that is a tuple of known length.
    pub star_items: BTreeMap<ExprId, Vec<ExprId>>,
}

/// A comment, for carrying over to the Rust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Without the leading `#`.
    pub text: String,
    /// From `#` to the end of the line.
    pub span: Span,
    /// Whether code stands before it on its line.
    pub is_trailing: bool,
}

macro_rules! index {
    ($($id:ident => $arena:ident: $ty:ident),*) => { $(
        impl Index<$id> for Module {
            type Output = $ty;

            fn index(&self, id: $id) -> &$ty {
                &self.$arena[id]
            }
        }
    )* };
}

index!(FuncId => funcs: Func, ClassId => classes: Class, LocalId => locals: Local, StmtId => stmts: Stmt, ExprId => exprs: Expr);
