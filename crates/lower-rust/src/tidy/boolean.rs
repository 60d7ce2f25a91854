//! Truth values: negations go inside, what is known is written as known.
//!
//! ```text
//! !!x                    x
//! !(a == b)              a != b
//! !x.is_none()           x.is_some()
//! !x.is_some_and(|it| it == y)   x.is_none_or(|it| it != y)
//! !(xs.len() > 0)        xs.is_empty()
//! 1 < 2 && x             x
//! s == ""                s.is_empty()
//! f() == true            f()
//! (return e) && x        return e
//! (return e) != 0        return e
//! if return e { x }      return e
//! if c { true } else { false }   c
//! 2 <= x && x <= 36      (2..=36).contains(&x)
//! x + 1 <= y             x < y
//! ```
//!
//! `!(a < b)` becomes `a >= b` where both are known to be integers: for floats, that is another question.

use rustc_hash::FxHashSet;

use super::constant;
use super::resolve::{declared, variable};
use crate::rir::visit::{VisitMut, walk_expr_mut, walk_stmt_mut};
use crate::rir::{BinOp, Block, Expr, Fn, Path, Stmt, UnOp};

/// Simplifies the truth values of `func`; all attributes of the names `attributes` are integers.
pub(super) fn run(func: &mut Fn, attributes: &FxHashSet<String>) {
    Boolean { ints: declared(func, &["i64"]), attributes: Some(attributes) }.block(&mut func.body);
}

/// Drops of `func` what other passes have made out to be true, or not.
pub(super) fn decided(func: &mut Fn) {
    Decided.block(&mut func.body);
}

struct Decided;

impl VisitMut for Decided {
    fn stmt(&mut self, stmt: &mut Stmt) {
        walk_stmt_mut(self, stmt);
        // What is left of an `if`.
        super::inline::unblock_stmt(stmt);
    }

    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        *expr = match std::mem::replace(expr, Expr::unit()) {
            Expr::Unary(UnOp::Not, value) => negated(*value),
            Expr::Binary(op @ (BinOp::And | BinOp::Or), left, right) => match (*left, *right) {
                (Expr::Bool(known), other) if known == (op == BinOp::And) => other,
                (Expr::Bool(known), _) => Expr::Bool(known),
                (other, Expr::Bool(known)) if known == (op == BinOp::And) => other,
                (left, right) => Expr::binary(op, left, right),
            },
            Expr::If(test, then, otherwise) => branch(*test, then, otherwise),
            other => other,
        };
    }
}

/// `if test { then } else { otherwise }`: one of the two where it is known which.
pub(super) fn branch(test: Expr, then: Block, otherwise: Option<Box<Expr>>) -> Expr {
    match (test, otherwise) {
        (Expr::Bool(true), _) => Expr::Block(then),
        (Expr::Bool(false), Some(otherwise)) => *otherwise,
        (Expr::Bool(false), None) => Expr::unit(),
        (test, otherwise) => Expr::If(Box::new(test), then, otherwise),
    }
}

/// `!value`, without the `!` where there is another way to say it.
pub(super) fn negated(value: Expr) -> Expr {
    Boolean { ints: FxHashSet::default(), attributes: None }.negate(value)
}

struct Boolean<'a> {
    ints: FxHashSet<String>,
    attributes: Option<&'a FxHashSet<String>>,
}

impl Boolean<'_> {
    fn is_int(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Int(..) => true,
            Expr::Method(field, name, _, args) if name == "get" && args.is_empty() => match &**field {
                Expr::Field(_, name) => self.attributes.is_some_and(|ints| ints.contains(name)),
                _ => false,
            },
            Expr::Method(_, name, _, _) => matches!(name.as_str(), "len" | "rem_euclid" | "div_euclid"),
            Expr::Binary(BinOp::Add | BinOp::Sub | BinOp::Mul, left, right) => {
                self.is_int(left) && self.is_int(right)
            }
            Expr::Unary(UnOp::Neg, value) => self.is_int(value),
            other => variable(other).is_some_and(|name| self.ints.contains(name)),
        }
    }

    /// `!value`, without the `!` where there is another way to say it.
    fn negate(&self, value: Expr) -> Expr {
        match value {
            Expr::Bool(value) => Expr::Bool(!value),
            Expr::Unary(UnOp::Not, value) => *value,
            value if value.diverges() => value,
            Expr::Binary(op, left, right) => {
                let comparable = self.is_int(&left) || self.is_int(&right);
                match opposite(op) {
                    Some(op) if comparable || matches!(op, BinOp::Eq | BinOp::Ne) => {
                        self.binary(op, *left, *right)
                    }
                    _ => Expr::Binary(op, left, right).not(),
                }
            }
            Expr::Method(value, name, types, args) if args.is_empty() && name == "is_none" => {
                Expr::Method(value, "is_some".to_owned(), types, args)
            }
            Expr::Method(value, name, types, args) if args.is_empty() && name == "is_some" => {
                Expr::Method(value, "is_none".to_owned(), types, args)
            }
            Expr::Method(value, name, types, mut args) if name == "is_some_and" || name == "is_none_or" => {
                let other = if name == "is_some_and" { "is_none_or" } else { "is_some_and" };
                match args.as_mut_slice() {
                    [Expr::Closure(closure)]
                        if matches!(&*closure.body, Expr::Binary(BinOp::Eq | BinOp::Ne, ..)) =>
                    {
                        let body = std::mem::replace(&mut *closure.body, Expr::unit());
                        *closure.body = self.negate(body);
                        Expr::Method(value, other.to_owned(), types, args)
                    }
                    _ => Expr::Method(value, name, types, args).not(),
                }
            }
            value => value.not(),
        }
    }

    fn binary(&self, op: BinOp, left: Expr, right: Expr) -> Expr {
        match (op, left, right) {
            // Nobody asks for the other operand.
            (_, left, _) if left.diverges() => left,
            (BinOp::And, Expr::Bool(true), other)
            | (BinOp::And, other, Expr::Bool(true))
            | (BinOp::Or, Expr::Bool(false), other)
            | (BinOp::Or, other, Expr::Bool(false)) => other,
            (BinOp::And, Expr::Bool(false), _) => Expr::Bool(false),
            (BinOp::Or, Expr::Bool(true), _) => Expr::Bool(true),
            (BinOp::And, other, Expr::Bool(false)) if super::is_pure(&other) => Expr::Bool(false),
            (BinOp::Or, other, Expr::Bool(true)) if super::is_pure(&other) => Expr::Bool(true),
            // `x == true`: both are truth values.
            (BinOp::Eq, value, Expr::Bool(true))
            | (BinOp::Eq, Expr::Bool(true), value)
            | (BinOp::Ne, value, Expr::Bool(false))
            | (BinOp::Ne, Expr::Bool(false), value) => value,
            (BinOp::Eq, value, Expr::Bool(false))
            | (BinOp::Eq, Expr::Bool(false), value)
            | (BinOp::Ne, value, Expr::Bool(true))
            | (BinOp::Ne, Expr::Bool(true), value) => self.negate(value),
            (op, left, right) if known(op, &left, &right).is_some() => {
                Expr::Bool(known(op, &left, &right).unwrap_or_default())
            }
            (BinOp::And | BinOp::Or, left, right) => self.within(op, left, right),
            // `s == ""`.
            (BinOp::Eq, value, Expr::Str(text)) | (BinOp::Eq, Expr::Str(text), value) if text.is_empty() => {
                value.method("is_empty", Vec::new())
            }
            (BinOp::Ne, value, Expr::Str(text)) | (BinOp::Ne, Expr::Str(text), value) if text.is_empty() => {
                value.method("is_empty", Vec::new()).not()
            }
            // `x + 1 <= y`, `y <= x - 1`, `x - 1 >= y`, `y >= x + 1`.
            (BinOp::Le, left, right) if is_one_from(&left, BinOp::Add) => {
                self.binary(BinOp::Lt, one_less(left), right)
            }
            (BinOp::Le, left, right) if is_one_from(&right, BinOp::Sub) => {
                self.binary(BinOp::Lt, left, one_less(right))
            }
            (BinOp::Ge, left, right) if is_one_from(&left, BinOp::Sub) => {
                self.binary(BinOp::Gt, one_less(left), right)
            }
            (BinOp::Ge, left, right) if is_one_from(&right, BinOp::Add) => {
                self.binary(BinOp::Gt, left, one_less(right))
            }
            // `xs.len() > 0`.
            (BinOp::Gt | BinOp::Ne, Expr::Method(value, name, _, args), Expr::Int(0, _))
                if name == "len" && args.is_empty() =>
            {
                value.method("is_empty", args).not()
            }
            (BinOp::Eq | BinOp::Le, Expr::Method(value, name, _, args), Expr::Int(0, _))
                if name == "len" && args.is_empty() =>
            {
                value.method("is_empty", args)
            }
            // `x * -1`.
            (BinOp::Mul, value, Expr::Float(-1.0) | Expr::Int(-1, _))
            | (BinOp::Mul, Expr::Float(-1.0) | Expr::Int(-1, _), value) => {
                Expr::Unary(UnOp::Neg, Box::new(value))
            }
            (op, left, right) => Expr::binary(op, left, right),
        }
    }

    /// `if test { true } else { false }` is `test`.
    fn choose(&self, test: Expr, then: Block, otherwise: Box<Expr>) -> Expr {
        match (answer(&then), answer_of(&otherwise)) {
            (Some((true, false)), Some((false, false))) => test,
            (Some((false, false)), Some((true, false))) => self.negate(test),
            (Some((true, true)), Some((false, true))) => Expr::Return(Some(Box::new(test))),
            (Some((false, true)), Some((true, true))) => Expr::Return(Some(Box::new(self.negate(test)))),
            _ => Expr::If(Box::new(test), then, Some(otherwise)),
        }
    }

    /// `2 <= x && x <= 36` is `(2..=36).contains(&x)`; `x < 2 || x > 36` is its opposite.
    fn within(&self, op: BinOp, left: Expr, right: Expr) -> Expr {
        // `a && b && c`: the last two may be one.
        let (first, middle) = match left {
            Expr::Binary(inner, first, middle) if inner == op => (Some(*first), *middle),
            left => (None, left),
        };
        let whole = match range_of(op, &middle, &right) {
            Some(whole) => whole,
            None => Expr::binary(op, middle, right),
        };
        match first {
            Some(first) => Expr::binary(op, first, whole),
            None => whole,
        }
    }
}

/// Whether it is `x + 1`, or `x - 1`, of 64-bit integers.
fn is_one_from(side: &Expr, op: BinOp) -> bool {
    matches!(side, Expr::Binary(inner, _, one) if *inner == op && matches!(**one, Expr::Int(1, _)))
}

/// The `x` of that.
fn one_less(side: Expr) -> Expr {
    match side {
        Expr::Binary(_, x, _) => *x,
        side => side,
    }
}

/// The truth value that a block is, and whether it returns it.
fn answer(block: &Block) -> Option<(bool, bool)> {
    match (block.stmts.as_slice(), &block.tail) {
        ([], Some(tail)) => answer_of(tail),
        ([Stmt::Expr(only)], None) => answer_of(only).filter(|(_, returns)| *returns),
        _ => None,
    }
}

fn answer_of(expr: &Expr) -> Option<(bool, bool)> {
    match expr {
        Expr::Bool(value) => Some((*value, false)),
        Expr::Return(Some(value)) => match **value {
            Expr::Bool(value) => Some((value, true)),
            _ => None,
        },
        Expr::Block(block) => answer(block),
        _ => None,
    }
}

/// `variable op bound`, with the variable on the left.
fn bound(expr: &Expr) -> Option<(&str, BinOp, &Expr)> {
    let Expr::Binary(op, left, right) = expr else { return None };
    let is_constant = |expr: &Expr| constant(expr).is_some() || matches!(expr, Expr::Float(_));
    if let (Some(name), true) = (variable(left), is_constant(right)) {
        return Some((name, *op, right));
    }
    let name = variable(right).filter(|_| is_constant(left))?;
    let mirrored = match op {
        BinOp::Lt => BinOp::Gt,
        BinOp::Gt => BinOp::Lt,
        BinOp::Le => BinOp::Ge,
        BinOp::Ge => BinOp::Le,
        _ => return None,
    };
    Some((name, mirrored, left))
}

fn range_of(op: BinOp, one: &Expr, other: &Expr) -> Option<Expr> {
    let ((name, one_op, one_bound), (same, other_op, other_bound)) = (bound(one)?, bound(other)?);
    if name != same {
        return None;
    }
    let (low_op, low, high_op, high) = match (op, one_op) {
        (BinOp::And, BinOp::Ge) | (BinOp::Or, BinOp::Lt) => (one_op, one_bound, other_op, other_bound),
        _ => (other_op, other_bound, one_op, one_bound),
    };
    let is_inclusive = match (op, low_op, high_op) {
        (BinOp::And, BinOp::Ge, BinOp::Le) | (BinOp::Or, BinOp::Lt, BinOp::Gt) => true,
        (BinOp::And, BinOp::Ge, BinOp::Lt) | (BinOp::Or, BinOp::Lt, BinOp::Ge) => false,
        _ => return None,
    };
    let is_ordered = match (low, high) {
        (Expr::Float(low), Expr::Float(high)) => low <= high,
        (low, high) => constant(low)? <= constant(high)?,
    };
    if !is_ordered {
        return None;
    }
    let (low, high) = (Box::new(low.clone()), Box::new(high.clone()));
    let range =
        if is_inclusive { Expr::RangeInclusive(low, high) } else { Expr::Range(Some(low), Some(high)) };
    let within = range.method("contains", vec![Expr::local(name).by_ref()]);
    Some(if op == BinOp::And { within } else { within.not() })
}

impl VisitMut for Boolean<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        let taken = std::mem::replace(expr, Expr::unit());
        *expr = match taken {
            Expr::Unary(UnOp::Not, value) => self.negate(*value),
            Expr::Binary(op, left, right) => self.binary(op, *left, *right),
            // `if true`, and what is never taken.
            Expr::If(test, then, otherwise) => match (*test, otherwise) {
                (test, _) if test.diverges() => test,
                (Expr::Bool(true), _) => then.into_expr(),
                (Expr::Bool(false), otherwise) => otherwise.map_or_else(Expr::unit, |otherwise| *otherwise),
                (test, Some(otherwise)) => self.choose(test, then, otherwise),
                (test, None) => Expr::If(Box::new(test), then, None),
            },
            other => other,
        };
    }
}

/// The comparison that is true where `op` is not, of things with a total order.
fn opposite(op: BinOp) -> Option<BinOp> {
    Some(match op {
        BinOp::Eq => BinOp::Ne,
        BinOp::Ne => BinOp::Eq,
        BinOp::Lt => BinOp::Ge,
        BinOp::Ge => BinOp::Lt,
        BinOp::Gt => BinOp::Le,
        BinOp::Le => BinOp::Gt,
        _ => return None,
    })
}

/// The answer to a comparison of constants.
fn known(op: BinOp, left: &Expr, right: &Expr) -> Option<bool> {
    match (constant(left), constant(right)) {
        (Some(left), Some(right)) => compare(op, left, right),
        _ => match (text(left)?, text(right)?, op) {
            (left, right, BinOp::Eq) => Some(left == right),
            (left, right, BinOp::Ne) => Some(left != right),
            _ => None,
        },
    }
}

/// A string literal, as `"…"` or `Str::from("…")`.
fn text(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Str(text) => Some(text),
        Expr::Call(callee, args) => match (&**callee, args.as_slice()) {
            (Expr::Path(Path::Assoc(of, name)), [Expr::Str(text)])
                if **of == Path::Rt("Str") && name == "from" =>
            {
                Some(text)
            }
            _ => None,
        },
        _ => None,
    }
}

fn compare(op: BinOp, left: i64, right: i64) -> Option<bool> {
    Some(match op {
        BinOp::Eq => left == right,
        BinOp::Ne => left != right,
        BinOp::Lt => left < right,
        BinOp::Ge => left >= right,
        BinOp::Gt => left > right,
        BinOp::Le => left <= right,
        _ => return None,
    })
}
