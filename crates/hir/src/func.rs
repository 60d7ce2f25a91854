//! Functions and their variables.

use portalis_diag::Span;

use crate::{ClassId, ExprId, FuncId, LocalId, Name, StmtId};

/// Anything with a body and variables of its own.
#[derive(Clone, Debug)]
pub struct Func {
    /// `def` name; `<module>`, `<lambda>`, `<genexpr>` otherwise.
    pub name: Name,
    /// Python's `__qualname__`: `C.method`, `outer.<locals>.inner`.
    pub qualname: Name,
    /// What it is.
    pub kind: FuncKind,
    /// The scope it is written in; `None` for the module body.
    pub parent: Option<Scope>,
    /// Parameters, in order of declaration: positional-only, ordinary, `*args`, keyword-only, `**kwargs`.
    pub params: Vec<Param>,
    /// The return annotation.
    pub returns: Option<ExprId>,
    /// Statements. A lambda is one `Return`, after the choice of its late defaults; a generator expression is loops around one `Yield`.
    pub body: Vec<StmtId>,
    /// The docstring, dedented as `inspect.cleandoc` does; it is no statement of `body`.
    pub doc: Option<String>,
    /// Its own variables, in order of first binding, parameters first; then the attributes of functions defined in it.
    pub locals: Vec<LocalId>,
    /// The variables, of the function that its `def` stands in, which hold its attributes: `f.calls`.
    pub attributes: Vec<(Name, LocalId)>,
    /// Whether it contains `yield`.
    pub is_generator: bool,
    /// Whether it is `async`.
    pub is_async: bool,
    /// The whole definition.
    pub span: Span,
    /// The name in the definition (the keyword `lambda` for a lambda).
    pub name_span: Span,
}

impl Func {
    /// Whether a call of it only makes what runs the body: a generator or a coroutine.
    #[must_use]
    pub fn runs_later(&self) -> bool {
        self.is_generator || self.is_async
    }

    /// The variable that holds the attribute `name`.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<LocalId> {
        self.attributes.iter().find(|(attribute, _)| &**attribute == name).map(|(_, local)| *local)
    }
}

/// What kind of function it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FuncKind {
    /// The module body.
    Module,
    /// `def`.
    Def,
    /// `lambda`.
    Lambda,
    /// A generator expression.
    GeneratorExpr,
}

/// A scope that can own names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// A function, or the module.
    Func(FuncId),
    /// A class body.
    Class(ClassId),
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct Param {
    /// The variable it fills.
    pub local: LocalId,
    /// How arguments reach it.
    pub kind: ParamKind,
    /// Its default, evaluated once, when the `def` runs.
    pub default: Option<ExprId>,
    /// Its annotation.
    pub annotation: Option<ExprId>,
    /// Name, annotation and default.
    pub span: Span,
}

/// How arguments reach a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParamKind {
    /// Before `/`.
    PositionalOnly,
    /// Positional or keyword.
    Ordinary,
    /// `*args`: a tuple of the rest.
    VarArgs,
    /// After `*`.
    KeywordOnly,
    /// `**kwargs`: a dict of the rest.
    KwArgs,
}

/// A variable of a function, of the module or of a class body.
#[derive(Clone, Debug)]
pub struct Local {
    /// As written; private names (`__x` in a class) are mangled already.
    pub name: Name,
    /// Who owns it.
    pub owner: Scope,
    /// Whether a scope other than the owner reads or writes it.
    pub captured: bool,
    /// Whether a scope other than the owner writes it (`global`, `nonlocal`).
    pub written_elsewhere: bool,
    /// The first binding.
    pub span: Span,
}
