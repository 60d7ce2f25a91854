//! Statements, assignment targets and patterns.

use portalis_diag::Span;

use crate::{BinOp, ClassId, ExprId, FuncId, LocalId, Name, StmtId};

/// A statement and where it stands.
#[derive(Clone, Debug)]
pub struct Stmt {
    /// What it is.
    pub kind: StmtKind,
    /// Where it was written.
    pub span: Span,
}

/// What a statement is. `pass`, `global` and `nonlocal` leave no statement behind.
#[derive(Clone, Debug)]
pub enum StmtKind {
    /// Evaluates and drops.
    Expr(ExprId),
    /// `t₁ = t₂ = value`: the value first, then targets left to right.
    Assign {
        /// At least one.
        targets: Vec<Target>,
        /// Evaluated first.
        value: ExprId,
    },
    /// `target op= value`: the target's place is evaluated once.
    AugAssign {
        /// A `Local`, `Attribute` or `Index`.
        target: Target,
        /// The operator.
        op: BinOp,
        /// Evaluated after the target was read.
        value: ExprId,
    },
    /// `target: annotation = value`; without a value nothing is bound.
    AnnAssign {
        /// What is annotated.
        target: Target,
        /// Not evaluated in functions.
        annotation: ExprId,
        /// The value.
        value: Option<ExprId>,
    },
    /// `return value`.
    Return(Option<ExprId>),
    /// `raise exc from cause`; without `exc` the current exception again.
    Raise {
        /// A class or an instance.
        exc: Option<ExprId>,
        /// The cause.
        cause: Option<ExprId>,
    },
    /// `assert test, message`; the message only on failure.
    Assert {
        /// The condition.
        test: ExprId,
        /// The argument of `AssertionError`.
        message: Option<ExprId>,
    },
    /// `del t₁, t₂`.
    Delete(Vec<Target>),
    /// `if`/`elif`/`else`: an `elif` is an `If` alone in `otherwise`.
    If {
        /// The condition.
        test: ExprId,
        /// Where it is true.
        then: Vec<StmtId>,
        /// Where it is false.
        otherwise: Vec<StmtId>,
    },
    /// `while test: body else: otherwise`.
    While {
        /// Evaluated before each round.
        test: ExprId,
        /// A round.
        body: Vec<StmtId>,
        /// Runs when the test fails, not after `break`.
        otherwise: Vec<StmtId>,
    },
    /// `for target in iter: body else: otherwise`.
    For {
        /// Bound before each round.
        target: Target,
        /// Evaluated once.
        iter: ExprId,
        /// A round.
        body: Vec<StmtId>,
        /// Runs at exhaustion, not after `break`.
        otherwise: Vec<StmtId>,
        /// `async for`.
        is_async: bool,
    },
    /// `break` of the innermost loop.
    Break,
    /// `continue` of the innermost loop.
    Continue,
    /// `try`.
    Try {
        /// Guarded.
        body: Vec<StmtId>,
        /// Tried in order.
        handlers: Vec<Handler>,
        /// Runs where the body ended normally; not guarded by the handlers.
        otherwise: Vec<StmtId>,
        /// Runs on every way out.
        finally: Vec<StmtId>,
        /// `except*`.
        is_star: bool,
    },
    /// `with`: items nest left to right.
    With {
        /// At least one.
        items: Vec<WithItem>,
        /// Guarded.
        body: Vec<StmtId>,
        /// `async with`.
        is_async: bool,
    },
    /// `match`.
    Match {
        /// Evaluated once.
        subject: ExprId,
        /// Tried in order.
        cases: Vec<MatchCase>,
    },
    /// `def`: evaluates decorators, then defaults, makes the function, applies decorators inside out, binds.
    FuncDef {
        /// The function.
        func: FuncId,
        /// What it is bound to.
        local: LocalId,
        /// Outermost first.
        decorators: Vec<ExprId>,
    },
    /// `class`.
    ClassDef {
        /// The class.
        class: ClassId,
        /// What it is bound to.
        local: LocalId,
        /// Outermost first.
        decorators: Vec<ExprId>,
    },
    /// `import a.b as c, d`.
    Import(Vec<ImportItem>),
    /// `from ..module import a as b`.
    ImportFrom {
        /// Number of leading dots.
        level: u32,
        /// Dotted name; empty for `from . import x`.
        module: Name,
        /// The name in the module, and the variable. Star imports have no entries.
        names: Vec<(Name, LocalId)>,
        /// `from m import *`.
        is_star: bool,
    },
    /// PEP 695 `type X = …`.
    TypeAlias {
        /// The name.
        local: LocalId,
        /// Evaluated lazily.
        value: ExprId,
    },
    /// A statement the frontend could not make sense of; a diagnostic was reported.
    Error,
}

/// What can be assigned to.
#[derive(Clone, Debug)]
pub enum Target {
    /// A variable.
    Local(LocalId, Span),
    /// `value.name = …`.
    Attribute {
        /// The object.
        value: ExprId,
        /// The attribute, mangled already.
        name: Name,
        /// The whole target.
        span: Span,
    },
    /// `value[index] = …`.
    Index {
        /// The container.
        value: ExprId,
        /// The index, possibly a slice.
        index: ExprId,
        /// The whole target.
        span: Span,
    },
    /// `a, *b, c = …`.
    Tuple {
        /// Left to right.
        items: Vec<Target>,
        /// Which of them has the star.
        star: Option<usize>,
        /// The whole target.
        span: Span,
    },
    /// A target the frontend could not make sense of.
    Error(Span),
}

impl Target {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Target::Local(_, span) | Target::Error(span) => *span,
            Target::Attribute { span, .. } | Target::Index { span, .. } | Target::Tuple { span, .. } => *span,
        }
    }
}

/// `except types as local: body`.
#[derive(Clone, Debug)]
pub struct Handler {
    /// A class or a tuple of classes; `None` catches everything.
    pub types: Option<ExprId>,
    /// Bound to the exception, unbound at the end of the body.
    pub local: Option<LocalId>,
    /// What to do.
    pub body: Vec<StmtId>,
    /// The whole clause.
    pub span: Span,
}

/// `manager as target`.
#[derive(Clone, Debug)]
pub struct WithItem {
    /// The context manager.
    pub manager: ExprId,
    /// Bound to what `__enter__` returned.
    pub target: Option<Target>,
}

/// `case pattern if guard: body`.
#[derive(Clone, Debug)]
pub struct MatchCase {
    /// What to match.
    pub pattern: Pattern,
    /// An extra condition.
    pub guard: Option<ExprId>,
    /// What to do.
    pub body: Vec<StmtId>,
    /// The whole case.
    pub span: Span,
}

/// Patterns (Language Reference, 8.6.4).
#[derive(Clone, Debug)]
pub enum Pattern {
    /// `_`.
    Wildcard,
    /// `name`, or `pattern as name`.
    Bind(Option<Box<Pattern>>, LocalId, Span),
    /// A literal or dotted name, compared with `==`.
    Value(ExprId),
    /// `None`, `True`, `False`, compared with `is`.
    Singleton(ExprId),
    /// `a | b`.
    Or(Vec<Pattern>),
    /// `[a, *rest]`.
    Sequence {
        /// Left to right; the starred one stands for its rest.
        items: Vec<Pattern>,
        /// Which of them is the star.
        star: Option<usize>,
        /// Where.
        span: Span,
    },
    /// `{k: p, **rest}`.
    Mapping {
        /// Key expressions and patterns of the values.
        items: Vec<(ExprId, Pattern)>,
        /// `**rest`.
        rest: Option<LocalId>,
        /// Where.
        span: Span,
    },
    /// `C(p, name=q)`.
    Class {
        /// The class.
        class: ExprId,
        /// By `__match_args__`.
        positional: Vec<Pattern>,
        /// By attribute.
        keyword: Vec<(Name, Pattern)>,
        /// What stands for reading the attribute of each of these, in order: nothing evaluates it, and its type is the
        /// attribute's.
        reads: Vec<ExprId>,
        /// Where.
        span: Span,
    },
}

/// `import path as local`.
#[derive(Clone, Debug)]
pub struct ImportItem {
    /// The dotted path.
    pub path: Name,
    /// What is bound: the last part with `as`, else the first part.
    pub local: LocalId,
    /// Whether `as` was given: then the local is the module `path`, else its top-level package.
    pub has_alias: bool,
    /// Where.
    pub span: Span,
}
