//! Expressions.

use portalis_diag::Span;

use crate::{ExprId, FuncId, LocalId, Name};

/// An expression and where it stands.
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it was written; a desugared node carries the span of what it came from.
    pub span: Span,
}

/// What an expression is.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// `None`.
    None,
    /// `True`, `False`.
    Bool(bool),
    /// An integer that fits 64 bits.
    Int(i64),
    /// A larger integer, in decimal digits without sign.
    BigInt(Box<str>),
    /// A float.
    Float(f64),
    /// The imaginary part of `2j`.
    Imaginary(f64),
    /// Text. Lone surrogates are written as in Python's `surrogatepass`, in `Bytes` of WTF-8: see `StrWtf8`.
    Str(Box<str>),
    /// Text that holds lone surrogates, as code points.
    StrSurrogates(Box<[u32]>),
    /// `b"…"`.
    Bytes(Box<[u8]>),
    /// `...`.
    Ellipsis,
    /// Reads a variable of this or an enclosing scope. Unbound: `UnboundLocalError`, or `NameError` where it is not
    /// a local of the running function.
    Local(LocalId),
    /// Reads a name that no scope of the module binds: a builtin, or `NameError`.
    Builtin(Name),
    /// `[a, *b]`; makes a new list at each evaluation.
    List(Vec<Elem>),
    /// `(a, *b)`.
    Tuple(Vec<Elem>),
    /// `{a, *b}`.
    Set(Vec<Elem>),
    /// `{k: v, **d}`: each key before its value.
    Dict(Vec<DictItem>),
    /// `f"…"`, implicit concatenation folded.
    Format(Vec<FormatPart>),
    /// `-x`, `+x`, `~x`, `not x`.
    Unary {
        /// The operator.
        op: UnaryOp,
        /// Its operand.
        operand: ExprId,
    },
    /// `left op right`.
    Binary {
        /// The operator.
        op: BinOp,
        /// Evaluated first.
        left: ExprId,
        /// Evaluated second.
        right: ExprId,
    },
    /// `a and b and c`: the value of the operand that decided.
    BoolOp {
        /// `and` or `or`.
        op: BoolOp,
        /// At least two.
        operands: Vec<ExprId>,
    },
    /// `first op₁ x₁ op₂ x₂ …`: each operand is evaluated at most once, and not at all after a false link.
    Compare {
        /// The leftmost operand.
        first: ExprId,
        /// At least one link.
        rest: Vec<(CmpOp, ExprId)>,
    },
    /// `then if test else otherwise`; `test` first.
    IfElse {
        /// The condition.
        test: ExprId,
        /// Where it is true.
        then: ExprId,
        /// Where it is false.
        otherwise: ExprId,
    },
    /// `callee(args)`.
    Call {
        /// Evaluated first.
        callee: ExprId,
        /// In order of writing.
        args: Vec<Arg>,
    },
    /// `value.name`; private names are mangled already.
    Attribute {
        /// The object.
        value: ExprId,
        /// The attribute.
        name: Name,
    },
    /// `value[index]`; the index may be a `Slice` or a tuple with slices.
    Index {
        /// The container.
        value: ExprId,
        /// The index.
        index: ExprId,
    },
    /// `start:stop:step`, only as an index.
    Slice {
        /// Before the first colon.
        start: Option<ExprId>,
        /// After the first colon.
        stop: Option<ExprId>,
        /// After the second colon.
        step: Option<ExprId>,
    },
    /// A lambda or generator expression. For a generator expression `captures_iter` is its outermost iterable, which is
    /// evaluated here and passed to the function.
    Function {
        /// Its body. Defaults of a lambda's parameters are evaluated here.
        func: FuncId,
        /// The outermost iterable of a generator expression.
        outer_iter: Option<ExprId>,
    },
    /// A list, set or dict comprehension.
    Comprehension(Box<Comprehension>),
    /// `(name := value)`.
    Walrus {
        /// The variable, possibly of an enclosing scope.
        local: LocalId,
        /// The value of the whole.
        value: ExprId,
    },
    /// `await value`.
    Await(ExprId),
    /// `yield value`.
    Yield(Option<ExprId>),
    /// `yield from iterable`.
    YieldFrom(ExprId),
    /// An item of the tuple behind the `*` of a call, listed in [`crate::Module::star_items`]. It stands in no tree.
    StarItem {
        /// What is behind the star.
        star: ExprId,
        /// Which item, from 0.
        at: u32,
    },
    /// An expression the frontend could not make sense of; a diagnostic was reported.
    Error,
}

/// An element of a display.
#[derive(Clone, Copy, Debug)]
pub enum Elem {
    /// `x`.
    One(ExprId),
    /// `*xs`.
    Star(ExprId),
}

/// An item of a dict display.
#[derive(Clone, Copy, Debug)]
pub enum DictItem {
    /// `k: v`.
    Pair(ExprId, ExprId),
    /// `**d`.
    Star(ExprId),
}

/// An argument of a call.
#[derive(Clone, Debug)]
pub enum Arg {
    /// `x`.
    Pos(ExprId),
    /// `*xs`.
    Star(ExprId),
    /// `name=x`.
    Keyword(Name, ExprId),
    /// `**d`.
    DoubleStar(ExprId),
}

impl Arg {
    /// The argument's expression.
    #[must_use]
    pub fn value(&self) -> ExprId {
        match self {
            Arg::Pos(value) | Arg::Star(value) | Arg::Keyword(_, value) | Arg::DoubleStar(value) => *value,
        }
    }
}

/// The value of the keyword argument `name`.
#[must_use]
pub fn keyword_argument(args: &[Arg], name: &str) -> Option<ExprId> {
    args.iter().find_map(|arg| match arg {
        Arg::Keyword(keyword, value) if &**keyword == name => Some(*value),
        Arg::Pos(_) | Arg::Star(_) | Arg::Keyword(..) | Arg::DoubleStar(_) => None,
    })
}

/// A piece of an f-string.
#[derive(Clone, Debug)]
pub enum FormatPart {
    /// Text.
    Literal(Box<str>),
    /// `{value!conversion:spec}`.
    Value {
        /// Evaluated here.
        value: ExprId,
        /// `!r`, `!s`, `!a`.
        conversion: Option<Conversion>,
        /// The format spec, itself with pieces; empty for none.
        spec: Vec<FormatPart>,
    },
}

/// `!r`, `!s`, `!a`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Conversion {
    /// `repr`.
    Repr,
    /// `str`.
    Str,
    /// `ascii`.
    Ascii,
}

/// A list, set or dict comprehension: clauses outside in, then the element.
#[derive(Clone, Debug)]
pub struct Comprehension {
    /// What it makes.
    pub kind: ComprehensionKind,
    /// The element, or the key.
    pub element: ExprId,
    /// The value of a dict comprehension.
    pub value: Option<ExprId>,
    /// `for … in … if …`, outermost first.
    pub clauses: Vec<ComprehensionClause>,
}

/// What a comprehension makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ComprehensionKind {
    /// `[…]`.
    List,
    /// `{…}`.
    Set,
    /// `{k: v …}`.
    Dict,
    /// The items that `any`, `all` or `sum` consumes one by one: `any(… for …)`. As a value, a list.
    Items,
}

/// One `for target in iter if …`.
#[derive(Clone, Debug)]
pub struct ComprehensionClause {
    /// What each item is bound to.
    pub target: crate::Target,
    /// Evaluated once a time the clause is entered.
    pub iter: ExprId,
    /// All must be true.
    pub conditions: Vec<ExprId>,
    /// `async for`.
    pub is_async: bool,
}

/// Binary operators (Language Reference, 6.5–6.9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "Python's own names")]
pub enum BinOp {
    Add,
    Sub,
    Mul,
    Div,
    FloorDiv,
    Mod,
    Pow,
    MatMul,
    Shl,
    Shr,
    BitAnd,
    BitOr,
    BitXor,
}

/// Unary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "Python's own names")]
pub enum UnaryOp {
    Neg,
    Pos,
    Invert,
    Not,
}

/// `and`, `or`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "Python's own names")]
pub enum BoolOp {
    And,
    Or,
}

/// Comparisons (Language Reference, 6.10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "Python's own names")]
pub enum CmpOp {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    Is,
    IsNot,
    In,
    NotIn,
}

impl BinOp {
    /// As Python writes it.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            BinOp::Add => "+",
            BinOp::Sub => "-",
            BinOp::Mul => "*",
            BinOp::Div => "/",
            BinOp::FloorDiv => "//",
            BinOp::Mod => "%",
            BinOp::Pow => "**",
            BinOp::MatMul => "@",
            BinOp::Shl => "<<",
            BinOp::Shr => ">>",
            BinOp::BitAnd => "&",
            BinOp::BitOr => "|",
            BinOp::BitXor => "^",
        }
    }

    /// The stem of its special methods: `add` of `__add__`, `__radd__`, `__iadd__`.
    #[must_use]
    pub fn method(self) -> &'static str {
        match self {
            BinOp::Add => "add",
            BinOp::Sub => "sub",
            BinOp::Mul => "mul",
            BinOp::Div => "truediv",
            BinOp::FloorDiv => "floordiv",
            BinOp::Mod => "mod",
            BinOp::Pow => "pow",
            BinOp::MatMul => "matmul",
            BinOp::Shl => "lshift",
            BinOp::Shr => "rshift",
            BinOp::BitAnd => "and",
            BinOp::BitOr => "or",
            BinOp::BitXor => "xor",
        }
    }
}

impl UnaryOp {
    /// As Python writes it.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            UnaryOp::Neg => "-",
            UnaryOp::Pos => "+",
            UnaryOp::Invert => "~",
            UnaryOp::Not => "not",
        }
    }
}

impl CmpOp {
    /// As Python writes it.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            CmpOp::Eq => "==",
            CmpOp::Ne => "!=",
            CmpOp::Lt => "<",
            CmpOp::Le => "<=",
            CmpOp::Gt => ">",
            CmpOp::Ge => ">=",
            CmpOp::Is => "is",
            CmpOp::IsNot => "is not",
            CmpOp::In => "in",
            CmpOp::NotIn => "not in",
        }
    }
}
