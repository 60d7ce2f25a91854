//! HIR: Python programs after parsing and name resolution, free of syntax.
//!
//! This crate is the specification of the IR: what a node means, when it is evaluated and what it may refer to.
//! It knows neither Python's grammar nor Rust.
//!
//! # Shape
//! A [`Module`] owns arenas of functions, classes, locals, statements and expressions. Everything refers to everything
//! else by typed ids, so facts about a node (types, ownership) live beside the tree in tables keyed by id.
//! The module body is itself a function, [`Module::body`].
//!
//! # Evaluation order
//! Children are evaluated in field order unless a node says otherwise (Language Reference, 6.16): operands left to right,
//! the value of an assignment before its targets, targets left to right, and in `a[i] = v`, `v`, then `a`, then `i`.
//!
//! # Names
//! Every name that some scope of the module binds is a [`Local`], owned by that scope. A use in an inner function refers
//! to the same [`LocalId`]: the local is then `captured`. Module-level names are locals of the module body.
//! What nobody binds is a [`ExprKind::Builtin`] name. Comprehension targets are fresh locals of the enclosing function;
//! a generator expression is a [`Func`] of its own, whose only parameter is its outermost iterable, evaluated at once.

pub mod captures;
pub mod cfg;
pub mod class;
pub mod dataflow;
pub mod docstring;
pub mod expr;
pub mod finaliser;
pub mod func;
pub mod ids;
pub mod int_mode;
pub mod module;
pub mod nonempty;
pub mod once;
pub mod pass;
pub mod pretty;
pub mod split;
pub mod stdlib;
pub mod stmt;
pub mod validate;
pub mod visit;
pub mod webs;

pub use class::Class;
pub use docstring::{clean_doc, expand_tabs};
pub use expr::{
    Arg, BinOp, BoolOp, CmpOp, Comprehension, ComprehensionClause, ComprehensionKind, Conversion, DictItem,
    Elem, Expr, ExprKind, FormatPart, UnaryOp,
};
pub use func::{Func, FuncKind, Local, Param, ParamKind, Scope};
pub use ids::{ClassId, ExprId, FuncId, LocalId, Name, StmtId};
pub use int_mode::IntMode;
pub use module::{Comment, Module};
pub use pass::{Artifact, Pass};
pub use stmt::{Handler, ImportItem, MatchCase, Pattern, Stmt, StmtKind, Target, WithItem};
