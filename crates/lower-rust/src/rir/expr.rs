//! Expressions, statements and patterns.

use super::{Path, Ty};

/// A Rust expression.
#[derive(Clone, Debug)]
pub enum Expr {
    /// An integer; a suffix where nothing else types it.
    Int(i64, Option<&'static str>),
    /// A float.
    Float(f64),
    /// `"…"`.
    Str(String),
    /// `'…'`.
    Char(char),
    /// `b"…"`.
    Bytes(Vec<u8>),
    /// `true`, `false`.
    Bool(bool),
    /// A path.
    Path(Path),
    /// `path::<types>`.
    Generic(Path, Vec<Ty>),
    /// `Path::<types>::name`.
    GenericAssoc(Path, Vec<Ty>, String),
    /// `callee(args)`.
    Call(Box<Expr>, Vec<Expr>),
    /// `receiver.name::<types>(args)`.
    Method(Box<Expr>, String, Vec<Ty>, Vec<Expr>),
    /// `value.name`.
    Field(Box<Expr>, String),
    /// `value.0`.
    TupleField(Box<Expr>, u32),
    /// `list[index]`, of a `Vec` or a slice, the index a `usize`.
    Index(Box<Expr>, Box<Expr>),
    /// `op value`.
    Unary(UnOp, Box<Expr>),
    /// `left op right`.
    Binary(BinOp, Box<Expr>, Box<Expr>),
    /// `place = value`.
    Assign(Box<Expr>, Box<Expr>),
    /// `place op= value`.
    AssignOp(BinOp, Box<Expr>, Box<Expr>),
    /// `&value`.
    Ref(Box<Expr>),
    /// `&mut value`.
    RefMut(Box<Expr>),
    /// `value?`.
    Try(Box<Expr>),
    /// `attempt!('label, value)`: the value of a `Result`, its error breaking out of the block.
    Attempt(String, Box<Expr>),
    /// `watched!(value)`: a value, or the exception that a hidden call on the way to it raised, as a `Result`.
    Watched(Box<Expr>),
    /// `value as ty`.
    Cast(Box<Expr>, Ty),
    /// `(a, b)`.
    Tuple(Vec<Expr>),
    /// `[a, b]`.
    Array(Vec<Expr>),
    /// `vec![a, b]`.
    Vec(Vec<Expr>),
    /// `vec![item; count]`.
    Filled(Box<Expr>, Box<Expr>),
    /// `Name { a: x }`.
    Struct(Path, Vec<(String, Expr)>),
    /// `a..b`.
    Range(Option<Box<Expr>>, Option<Box<Expr>>),
    /// `a..=b`.
    RangeInclusive(Box<Expr>, Box<Expr>),
    /// `{ … }`.
    Block(Block),
    /// `'label: { … }`.
    Labelled(String, Block),
    /// `if test { … } else { … }`.
    If(Box<Expr>, Block, Option<Box<Expr>>),
    /// `if let pat = value { … } else { … }`.
    IfLet(Pat, Box<Expr>, Block, Option<Box<Expr>>),
    /// `match value { … }`.
    Match(Box<Expr>, Vec<Arm>),
    /// `|params| body`.
    Closure(Closure),
    /// `async move { … }`.
    AsyncMove(Block),
    /// `value.await`.
    Await(Box<Expr>),
    /// `loop { … }`, `while`, `for` with a label where something names it.
    Loop(Option<String>, Block),
    /// `while test { … }`.
    While(Option<String>, Box<Expr>, Block),
    /// `while let pat = value { … }`.
    WhileLet(Option<String>, Pat, Box<Expr>, Block),
    /// `for pat in iter { … }`.
    For(Option<String>, Pat, Box<Expr>, Block),
    /// `break 'label value`.
    Break(Option<String>, Option<Box<Expr>>),
    /// `continue 'label`.
    Continue(Option<String>),
    /// `return value`.
    Return(Option<Box<Expr>>),
    /// `name!("format", args)`: `println`, `print`, `format`, `write`. The text is a format string already.
    Format {
        /// The macro.
        name: &'static str,
        /// Before the text: the writer of `write!`.
        first: Option<Box<Expr>>,
        /// The format string with `{}` for each argument.
        text: String,
        /// The arguments.
        args: Vec<FormatArg>,
    },
    /// `matches!(value, pat)`.
    Matches(Box<Expr>, Pat),
    /// `unreachable!("why")`.
    Unreachable(&'static str),
}

/// An argument of a format macro.
pub type FormatArg = Expr;

/// `pat if guard => body`.
#[derive(Clone, Debug)]
pub struct Arm {
    /// The pattern.
    pub pat: Pat,
    /// The guard.
    pub guard: Option<Expr>,
    /// The body.
    pub body: Expr,
}

/// `move |params| body`.
#[derive(Clone, Debug)]
pub struct Closure {
    /// Parameters, with types where needed.
    pub params: Vec<(Pat, Option<Ty>)>,
    /// The result's type, where needed.
    pub ret: Option<Ty>,
    /// The body.
    pub body: Box<Expr>,
    /// Whether captures are moved in.
    pub is_move: bool,
}

/// Statements and a value.
#[derive(Clone, Debug, Default)]
pub struct Block {
    /// In order.
    pub stmts: Vec<Stmt>,
    /// The value of the block.
    pub tail: Option<Box<Expr>>,
}

/// A statement.
#[derive(Clone, Debug)]
pub enum Stmt {
    /// `let pat: ty = init;`.
    Let {
        /// What is bound.
        pat: Pat,
        /// Its type, where written.
        ty: Option<Ty>,
        /// Its value.
        init: Option<Expr>,
    },
    /// `let pat = value else { … };`.
    LetElse(Pat, Box<Expr>, Block),
    /// `expr;`.
    Expr(Expr),
}

/// A pattern.
#[derive(Clone, Debug)]
pub enum Pat {
    /// `_`.
    Wild,
    /// `name`, `mut name`.
    Bind(String, bool),
    /// `&pat`.
    Ref(Box<Pat>),
    /// `(a, b)`.
    Tuple(Vec<Pat>),
    /// `Path(a, b)`.
    Call(Path, Vec<Pat>),
    /// `PATH`.
    Path(Path),
    /// A literal.
    Lit(Box<Expr>),
    /// `first..=last`, of literals.
    Range(Box<Expr>, Box<Expr>),
    /// `a | b`.
    Or(Vec<Pat>),
}

/// Binary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "Rust's own names")]
pub enum BinOp {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    And,
    Or,
    BitAnd,
    BitOr,
    BitXor,
    Shl,
    Shr,
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

impl BinOp {
    /// Whether it compares.
    #[must_use]
    pub fn is_comparison(self) -> bool {
        matches!(self, BinOp::Eq | BinOp::Ne | BinOp::Lt | BinOp::Le | BinOp::Gt | BinOp::Ge)
    }
}

/// Unary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "Rust's own names")]
pub enum UnOp {
    Neg,
    Not,
    Deref,
}

impl Expr {
    /// A local variable, or an item of the crate.
    #[must_use]
    pub fn local(name: impl Into<String>) -> Self {
        Expr::Path(Path::local(name))
    }

    /// `()`.
    #[must_use]
    pub fn unit() -> Self {
        Expr::Tuple(Vec::new())
    }

    /// `path(args)`.
    #[must_use]
    pub fn call(path: Path, args: Vec<Expr>) -> Self {
        Expr::Call(Box::new(Expr::Path(path)), args)
    }

    /// `self.name(args)`.
    #[must_use]
    pub fn method(self, name: impl Into<String>, args: Vec<Expr>) -> Self {
        Expr::Method(Box::new(self), name.into(), Vec::new(), args)
    }

    /// `&self`. The receiver of a method is a reference as it is.
    #[must_use]
    pub fn by_ref(self) -> Self {
        match self {
            Expr::Path(Path::Local(name)) if name == "self" => Expr::local(name),
            place => Expr::Ref(Box::new(place)),
        }
    }

    /// `self?`.
    #[must_use]
    pub fn tried(self) -> Self {
        Expr::Try(Box::new(self))
    }

    /// `self.clone()`.
    #[must_use]
    pub fn cloned(self) -> Self {
        self.method("clone", Vec::new())
    }

    /// The `x` of `x.clone()`.
    #[must_use]
    pub fn clone_of(&self) -> Option<&Expr> {
        match self {
            Expr::Method(value, name, _, args) if name == "clone" && args.is_empty() => Some(value),
            _ => None,
        }
    }

    /// The text of `Str::from("text")`.
    #[must_use]
    pub fn literal_text(&self) -> Option<&str> {
        let Expr::Call(callee, args) = self else { return None };
        match (&**callee, args.as_slice()) {
            (Expr::Path(Path::Assoc(of, from)), [Expr::Str(text)]) => {
                (**of == Path::Rt("Str") && from == "from").then_some(text)
            }
            _ => None,
        }
    }

    /// `left op right`.
    #[must_use]
    pub fn binary(op: BinOp, left: Expr, right: Expr) -> Self {
        Expr::Binary(op, Box::new(left), Box::new(right))
    }

    /// `!self`.
    #[must_use]
    #[expect(clippy::should_implement_trait, reason = "it builds the operator")]
    pub fn not(self) -> Self {
        match self {
            Expr::Bool(value) => Expr::Bool(!value),
            other => Expr::Unary(UnOp::Not, Box::new(other)),
        }
    }

    /// `*self`.
    #[must_use]
    pub fn deref(self) -> Self {
        Expr::Unary(UnOp::Deref, Box::new(self))
    }

    /// Whether it is made of number literals alone: Rust then takes its own default types.
    #[must_use]
    pub fn is_literal(&self) -> bool {
        match self {
            Expr::Int(..) | Expr::Float(_) => true,
            Expr::Unary(_, value) => value.is_literal(),
            Expr::Binary(_, left, right) => left.is_literal() && right.is_literal(),
            _ => false,
        }
    }

    /// Whether control never comes out of it.
    #[must_use]
    pub fn diverges(&self) -> bool {
        match self {
            Expr::Break(..) | Expr::Continue(_) | Expr::Return(_) | Expr::Unreachable(_) => true,
            Expr::Block(block) => block.diverges(),
            Expr::If(_, then, Some(otherwise)) | Expr::IfLet(_, _, then, Some(otherwise)) => {
                then.diverges() && otherwise.diverges()
            }
            Expr::Match(_, arms) => !arms.is_empty() && arms.iter().all(|arm| arm.body.diverges()),
            Expr::Method(receiver, name, _, _) => name == "uncaught" || receiver.diverges(),
            Expr::Binary(_, first, _) | Expr::Unary(_, first) => first.diverges(),
            _ => false,
        }
    }
}

impl Block {
    /// A block that is one value.
    #[must_use]
    pub fn of(value: Expr) -> Self {
        Block { stmts: Vec::new(), tail: Some(Box::new(value)) }
    }

    /// Whether control never reaches its end.
    #[must_use]
    pub fn diverges(&self) -> bool {
        self.tail.as_ref().is_some_and(|tail| tail.diverges())
            || self.stmts.iter().any(|stmt| match stmt {
                Stmt::Expr(expr) => expr.diverges(),
                Stmt::Let { init, .. } => init.as_ref().is_some_and(Expr::diverges),
                Stmt::LetElse(..) => false,
            })
    }

    /// The block as an expression: its value alone where it has no statements.
    #[must_use]
    pub fn into_expr(self) -> Expr {
        match self {
            Block { stmts, tail: Some(tail) } if stmts.is_empty() => *tail,
            block => Expr::Block(block),
        }
    }
}
