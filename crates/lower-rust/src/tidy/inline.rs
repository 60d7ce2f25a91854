//! What lowering gave a name for one use is written where it is used; what the program names keeps its name.
//!
//! ```text
//! let value_ = node; self.tail.prev.set(Some(value_));       self.tail.prev.set(Some(node));
//! let left_ = a.clone(); let right_ = 2; if left_ == right_ { … }    if a.clone() == 2 { … }
//! ```
//!
//! The order of evaluation stays: what only looks moves past what only looks, a literal moves anywhere, all else only to where
//! nothing has been done yet. Nothing moves into a loop or a closure, where it would be evaluated again, or later.

use rustc_hash::FxHashSet;

use super::mentions::{Counts, Mentions};
use super::resolve::{is_temporary, plain, variable};
use super::{constant, is_pure, makes_a_value};
use crate::rir::visit::{Visit, VisitMut, walk_block_mut, walk_expr, walk_expr_mut, walk_stmt_mut};
use crate::rir::{BinOp, Block, Expr, Fn, Pat, Path, Stmt, Ty};

/// The most parts of a value that a reader takes in without a name for it.
const MOST: u32 = 12;

/// Writes the values of `func` where they are used.
pub(super) fn run(func: &mut Fn, variables: &FxHashSet<String>) {
    inline(func, variables, false);
}

/// The same of literals alone, before anything has looked at them.
pub(super) fn literals(func: &mut Fn, variables: &FxHashSet<String>) {
    inline(func, variables, true);
}

/// Takes away the braces around values of `func` that have nothing else in them, once all is dropped that is not used.
pub(super) fn braces(func: &mut Fn) {
    Braces.block(&mut func.body);
}

struct Braces;

impl VisitMut for Braces {
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        super::parts(expr).into_iter().for_each(unblock);
    }
}

fn inline(func: &mut Fn, variables: &FxHashSet<String>, literals_only: bool) {
    let mut counts = Counts::default();
    counts.block(&func.body);
    Inline { counts, variables, literals_only }.block(&mut func.body);
}

struct Inline<'v> {
    /// How often each variable is named.
    counts: Counts,
    /// The names of the program's own variables.
    variables: &'v FxHashSet<String>,
    literals_only: bool,
}

impl VisitMut for Inline<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        super::parts(expr).into_iter().for_each(unblock);
        // A number that is converted is written as what it becomes.
        if let Expr::Cast(value, ty) = expr
            && let Expr::Int(number, _) = **value
            && number.unsigned_abs() < 1 << f64::MANTISSA_DIGITS
            && *ty == Ty::local("f64")
        {
            *expr = Expr::Float(number as f64);
        }
    }

    fn stmt(&mut self, stmt: &mut Stmt) {
        walk_stmt_mut(self, stmt);
        if let Stmt::Let { init: Some(value), .. } | Stmt::Expr(value) = stmt {
            unblock(value);
        }
        unblock_stmt(stmt);
    }

    fn block(&mut self, block: &mut Block) {
        walk_block_mut(self, block);
        // From the last one: what stands between a value and its use may itself move into it.
        for at in (0..block.stmts.len()).rev() {
            if !self.inline(block, at) {
                self.inline_all(block, at);
            }
        }
        open_last(block);
    }
}

impl Inline<'_> {
    /// Whether lowering made the name, and the program has no such.
    fn is_of_lowering(&self, name: &str) -> bool {
        is_temporary(name) && !self.variables.contains(plain(name))
    }

    /// The same of a pair of names of lowering for literals: `let (a_, b_) = (1, 2);`.
    fn inline_all(&self, block: &mut Block, at: usize) {
        let Stmt::Let { pat: Pat::Tuple(pats), ty: None, init: Some(Expr::Tuple(items)) } = &block.stmts[at]
        else {
            return;
        };
        let of_literals = items.iter().all(is_literal);
        if pats.len() != items.len() || !of_literals {
            return;
        }
        let lets = pats.iter().cloned().zip(items.iter().cloned());
        let lets: Vec<Stmt> = lets.map(|(pat, item)| Stmt::Let { pat, ty: None, init: Some(item) }).collect();
        let mut inlined = block.clone();
        let n_left = block.stmts.len() - 1;
        inlined.stmts.splice(at..=at, lets);
        for at in (at..at + pats.len()).rev() {
            self.inline(&mut inlined, at);
        }
        if inlined.stmts.len() == n_left {
            *block = inlined;
        }
    }

    /// Moves the value of the statement at `at`, if it is the name of lowering for one, into what follows.
    fn inline(&self, block: &mut Block, at: usize) -> bool {
        let Stmt::Let { pat: Pat::Bind(name, false), ty, init: Some(init) } = &block.stmts[at] else {
            return false;
        };
        if !self.is_of_lowering(name) || (ty.is_some() && !is_typed(init)) {
            return false;
        }
        let count = self.counts.0.get(name).copied().unwrap_or_default();
        if count == 0 && is_quiet(init) {
            block.stmts.remove(at);
            return true;
        }
        if count != 1 || !is_short(init) || (self.literals_only && !is_literal(init)) {
            return false;
        }
        let mut put = Put::new(name.clone(), init.clone());
        let is_put = match block.stmts.get_mut(at + 1) {
            Some(Stmt::Let { init: Some(next), .. } | Stmt::Expr(next)) => put.enters(next),
            Some(Stmt::LetElse(_, next, _)) => put.enters(next),
            Some(Stmt::Let { .. }) => false,
            None => block.tail.as_deref_mut().is_some_and(|tail| put.enters(tail)),
        };
        if is_put {
            block.stmts.remove(at);
        }
        is_put
    }
}

/// A block that ends another one is part of it.
fn open_last(block: &mut Block) {
    if block.tail.is_none()
        && let Some(Stmt::Expr(Expr::Block(last))) = block.stmts.last_mut()
    {
        let last = std::mem::take(last);
        block.stmts.pop();
        block.stmts.extend(last.stmts);
        block.stmts.extend(last.tail.map(|tail| Stmt::Expr(*tail)));
    }
}

/// The one expression of a block that is a statement.
pub(super) fn unblock_stmt(stmt: &mut Stmt) {
    if let Stmt::Expr(Expr::Block(Block { stmts, tail: None })) = stmt
        && let [Stmt::Expr(only)] = stmts.as_mut_slice()
    {
        *stmt = Stmt::Expr(std::mem::replace(only, Expr::unit()));
    }
}

/// The value of a block that has nothing else, as its names are gone.
fn unblock(expr: &mut Expr) {
    if let Expr::Block(Block { stmts, tail: Some(tail) }) = expr
        && stmts.is_empty()
    {
        *expr = std::mem::replace(&mut **tail, Expr::unit());
    }
}

/// Whether it has a type of its own, whatever is made of it.
fn is_typed(value: &Expr) -> bool {
    match value {
        Expr::Path(_) => variable(value).is_some(),
        Expr::Field(..) | Expr::TupleField(..) => true,
        Expr::Method(receiver, name, types, args) => {
            types.is_empty()
                && args.is_empty()
                && matches!(name.as_str(), "clone" | "get")
                && is_typed(receiver)
        }
        _ => false,
    }
}

/// Whether a value reads well inside of another.
fn is_short(value: &Expr) -> bool {
    struct Size {
        parts: u32,
        is_plain: bool,
    }
    impl Visit for Size {
        fn expr(&mut self, expr: &Expr) {
            self.parts += 1;
            // What says that it runs until it is dropped.
            let guard = |name: &str| {
                matches!(name, "enter" | "handle" | "handle_pending" | "start" | "try_enter" | "watch")
            };
            let is_guard = matches!(expr, Expr::Path(Path::RtIn(module, name))
                if (*module == "exc" || module.ends_with("trace")) && guard(name));
            self.is_plain &= !is_guard;
            self.is_plain &= !matches!(
                expr,
                Expr::Block(_)
                    | Expr::Labelled(..)
                    | Expr::AsyncMove(_)
                    | Expr::Loop(..)
                    | Expr::If(..)
                    | Expr::IfLet(..)
                    | Expr::Match(..)
                    | Expr::Closure(_)
                    | Expr::While(..)
                    | Expr::WhileLet(..)
                    | Expr::For(..)
                    | Expr::Assign(..)
                    | Expr::AssignOp(..)
                    | Expr::Ref(_)
                    | Expr::RefMut(_)
                    | Expr::Await(_)
                    | Expr::Attempt(..)
                    | Expr::Return(_)
                    | Expr::Break(..)
                    | Expr::Continue(_)
                    | Expr::Unreachable(_)
            );
            walk_expr(self, expr);
        }
    }
    let mut size = Size { parts: 0, is_plain: true };
    size.expr(value);
    size.is_plain && size.parts <= MOST && !value.diverges()
}

/// Whether evaluating it only looks at variables and attributes.
pub(super) fn is_quiet(value: &Expr) -> bool {
    match value {
        Expr::Field(of, _) | Expr::TupleField(of, _) | Expr::Ref(of) => is_quiet(of),
        Expr::Method(of, name, _, args) => name == "clone" && args.is_empty() && is_quiet(of),
        Expr::Tuple(items) | Expr::Array(items) => items.iter().all(is_quiet),
        Expr::Call(callee, args) => makes_a_value(callee) && args.iter().all(is_quiet),
        other => is_pure(other),
    }
}

/// Whether it is the same wherever it is evaluated.
fn is_literal(value: &Expr) -> bool {
    is_quiet(value) && Counts::of(value).0.is_empty()
}

/// Whether Rust takes its own default type for it.
fn is_untyped(value: &Expr) -> bool {
    match value {
        Expr::Int(_, suffix) => suffix.is_none(),
        Expr::Unary(_, value) => is_untyped(value),
        Expr::Binary(_, left, right) => is_untyped(left) && is_untyped(right),
        _ => false,
    }
}

/// Puts a value in the place of the one use of its name.
struct Put {
    name: String,
    value: Option<Expr>,
    /// The variables that it names.
    named: FxHashSet<String>,
    is_quiet: bool,
    /// Something has been done on the way to the use.
    is_loud: bool,
    /// A variable has been looked at on the way.
    is_read: bool,
    /// A variable of the value was taken hold of on the way.
    is_held: bool,
    /// The use was found where the value may not go.
    is_stuck: bool,
}

impl Put {
    fn new(name: String, value: Expr) -> Self {
        let is_quiet = is_quiet(&value);
        let named = Counts::of(&value).0.into_keys().collect();
        Put {
            name,
            value: Some(value),
            named,
            is_quiet,
            is_loud: false,
            is_read: false,
            is_held: false,
            is_stuck: false,
        }
    }

    /// Whether the value went into `expr`.
    fn enters(&mut self, expr: &mut Expr) -> bool {
        self.walk(expr, true);
        self.value.is_none()
    }

    fn is_done(&self) -> bool {
        self.value.is_none() || self.is_stuck
    }

    /// Whether the value is a number to which only its name gives a type where `expr` uses it.
    fn needs_its_type(&self, expr: &Expr) -> bool {
        if !self.value.as_ref().is_some_and(is_untyped) {
            return false;
        }
        let is_it = |expr: &Expr| variable(expr.clone_of().unwrap_or(expr)) == Some(&*self.name);
        match expr {
            Expr::Binary(_, left, right) => {
                is_it(left) && right.is_literal() || is_it(right) && left.is_literal()
            }
            Expr::Method(receiver, ..) => is_it(receiver),
            Expr::Ref(value) => is_it(value),
            Expr::Format { args, .. } => args.iter().any(is_it),
            // Of a literal that fits it makes an `i32` first, of the same value.
            Expr::Call(callee, args) => {
                let is_wide =
                    self.value.as_ref().and_then(constant).is_none_or(|n| i32::try_from(n).is_err());
                is_wide
                    && matches!(&**callee, Expr::Path(Path::Assoc(_, name)) if name == "from")
                    && args.iter().any(is_it)
            }
            _ => false,
        }
    }

    /// Walks in order of evaluation; `is_always` where the expression is evaluated whenever the whole is.
    fn walk(&mut self, expr: &mut Expr, is_always: bool) {
        if self.is_done() {
            return;
        }
        let is_it = |expr: &Expr| variable(expr) == Some(&*self.name);
        if is_it(expr) || expr.clone_of().is_some_and(is_it) {
            let is_literal = self.is_quiet && self.named.is_empty();
            let is_first = is_always && !self.is_read;
            let may = is_literal || (!self.is_loud && !self.is_held && (self.is_quiet || is_first));
            match self.value.take_if(|_| may) {
                Some(value) => *expr = value,
                None => self.is_stuck = true,
            }
            return;
        }
        if self.needs_its_type(expr) {
            self.is_stuck = true;
            return;
        }
        match expr {
            Expr::If(test, then, otherwise) | Expr::IfLet(_, test, then, otherwise) => {
                self.walk(test, is_always);
                let was_loud = self.is_loud;
                self.block(then, false);
                if let Some(otherwise) = otherwise {
                    let is_loud = std::mem::replace(&mut self.is_loud, was_loud);
                    self.walk(otherwise, false);
                    self.is_loud |= is_loud;
                }
            }
            Expr::Match(value, arms) => {
                self.walk(value, is_always);
                let (was_loud, mut is_loud) = (self.is_loud, false);
                for arm in arms {
                    self.is_loud = was_loud;
                    arm.guard.iter_mut().for_each(|guard| self.walk(guard, false));
                    self.walk(&mut arm.body, false);
                    is_loud |= self.is_loud;
                }
                self.is_loud |= is_loud;
            }
            Expr::Block(block) => self.block(block, is_always),
            Expr::Binary(BinOp::And | BinOp::Or, left, right) => {
                self.walk(left, is_always);
                self.walk(right, false);
            }
            Expr::For(_, _, iter, body) => {
                self.walk(iter, is_always);
                self.leave_out(|name| {
                    body.stmts.iter().any(|stmt| Mentions::in_stmt(name, stmt))
                        || body.tail.as_deref().is_some_and(|tail| Mentions::in_expr(name, tail))
                });
            }
            Expr::Labelled(..)
            | Expr::Closure(_)
            | Expr::AsyncMove(_)
            | Expr::Loop(..)
            | Expr::While(..)
            | Expr::WhileLet(..) => self.leave_out(|name| Mentions::in_expr(name, expr)),
            // Rust has an operator for it, which reads the place last.
            Expr::Assign(place, value) if self.value.as_ref().is_some_and(|it| super::same(place, it)) => {
                self.leave_out(|name| Mentions::in_expr(name, value));
            }
            Expr::Field(of, _) | Expr::TupleField(of, _) | Expr::Ref(of)
                if variable(of).is_some_and(|of| *of != self.name) =>
            {
                self.is_read = true;
            }
            expr if expr.clone_of().and_then(variable).is_some() => self.is_read = true,
            Expr::RefMut(_) | Expr::Index(..) => {
                let of = Counts::of(expr);
                super::parts(expr).into_iter().for_each(|part| self.walk(part, is_always));
                self.is_held |= of.0.keys().any(|name| self.named.contains(name));
            }
            other => {
                self.is_read |= variable(other).is_some() || super::is_named(other, "self");
                // A variable that stands for itself may be moved.
                self.is_held |= variable(other).is_some_and(|name| self.named.contains(name));
                let is_quiet = match other {
                    Expr::Method(_, name, _, args) => name == "clone" && args.is_empty(),
                    Expr::Call(callee, _) => makes_a_value(callee),
                    Expr::Format { name, .. } => *name == "format",
                    Expr::Try(_)
                    | Expr::Attempt(..)
                    | Expr::Watched(_)
                    | Expr::Await(_)
                    | Expr::Assign(..)
                    | Expr::AssignOp(..)
                    | Expr::Binary(..)
                    | Expr::Unary(..)
                    | Expr::Cast(..) => false,
                    _ => true,
                };
                match other {
                    Expr::Attempt(_, value) => self.walk(value, is_always),
                    Expr::Break(_, value) | Expr::Return(value) => {
                        value.iter_mut().for_each(|value| self.walk(value, is_always));
                    }
                    Expr::Filled(item, count) => {
                        self.walk(item, is_always);
                        self.walk(count, is_always);
                    }
                    other => super::parts(other).into_iter().for_each(|part| self.walk(part, is_always)),
                }
                self.is_loud |= !is_quiet;
            }
        }
    }

    fn block(&mut self, block: &mut Block, is_always: bool) {
        for stmt in &mut block.stmts {
            match stmt {
                Stmt::Let { init, .. } => init.iter_mut().for_each(|init| self.walk(init, is_always)),
                Stmt::LetElse(_, value, otherwise) => {
                    self.walk(value, is_always);
                    self.block(otherwise, false);
                }
                Stmt::Expr(expr) => self.walk(expr, is_always),
            }
        }
        block.tail.iter_mut().for_each(|tail| self.walk(tail, is_always));
    }

    /// Passes over what a value may not go into.
    fn leave_out(&mut self, is_mentioned: impl std::ops::Fn(&str) -> bool) {
        if !self.is_done() {
            self.is_stuck = is_mentioned(&self.name);
            self.is_loud = true;
        }
    }
}
