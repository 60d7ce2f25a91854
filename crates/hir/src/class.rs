//! Classes.

use portalis_diag::Span;

use crate::{Arg, ExprId, LocalId, Name, Scope, StmtId};

/// A class definition. Its bases and keywords are evaluated where the `ClassDef` statement stands, then its body runs
/// once; the locals that the body bound are the class attributes.
#[derive(Clone, Debug)]
pub struct Class {
    /// As written.
    pub name: Name,
    /// Python's `__qualname__`.
    pub qualname: Name,
    /// What its body sets `__module__` to.
    pub module: Option<Name>,
    /// The scope it is written in.
    pub parent: Scope,
    /// Positional bases.
    pub bases: Vec<ExprId>,
    /// `metaclass=…` and other keywords.
    pub keywords: Vec<Arg>,
    /// Statements of the body.
    pub body: Vec<StmtId>,
    /// The docstring.
    pub doc: Option<String>,
    /// Names bound in the body, in order of first binding.
    pub locals: Vec<LocalId>,
    /// The whole definition.
    pub span: Span,
    /// The name.
    pub name_span: Span,
}
