//! What the expressions around an entry look like.

use crate::rir::visit::{Visit, walk_expr};
use crate::rir::{Expr, Path, Stmt};
use crate::tidy::mentions::Mentions;
use crate::tidy::resolve::variable;
use crate::tidy::{is_named, is_pure};

/// What an expression evaluates first.
pub(super) fn first(expr: &mut Expr) -> &mut Expr {
    if starts_with_part(expr) {
        return match expr {
            Expr::Binary(_, part, _) | Expr::Method(part, ..) | Expr::Ref(part) => first(part),
            Expr::Call(_, args) => first(&mut args[0]),
            expr => expr,
        };
    }
    expr
}

/// Whether a part of an expression, its operand, its receiver or its first argument, is evaluated first.
fn starts_with_part(expr: &Expr) -> bool {
    match expr {
        Expr::Binary(..) | Expr::Ref(_) => true,
        Expr::Method(_, name, _, _) => !matches!(name.as_str(), "at" | "get_or" | "set_default"),
        Expr::Call(callee, args) => matches!(&**callee, Expr::Path(Path::RtIn(..))) && !args.is_empty(),
        _ => false,
    }
}

/// The `k` of `k.clone()`.
pub(super) fn named(key: &Expr) -> &Expr {
    key.clone_of().unwrap_or(key)
}

/// Whether a key is the same one however often it is evaluated.
pub(super) fn is_key(key: &Expr) -> bool {
    match key {
        Expr::Field(object, _) | Expr::TupleField(object, _) => is_key(object),
        Expr::Tuple(items) => items.iter().all(|item| is_key(named(item))),
        Expr::Path(_) => variable(key).is_some() || is_named(key, "self"),
        key => is_pure(key),
    }
}

/// What is made anew, with nothing evaluated on the way.
pub(super) fn is_new(value: &Expr) -> bool {
    let is_empty = |call: &Expr| {
        matches!(call, Expr::Call(made, args)
            if args.is_empty() && matches!(&**made, Expr::GenericAssoc(Path::Rt(_), _, name) if name == "new"))
    };
    match value {
        Expr::Int(..) | Expr::Float(_) | Expr::Bool(_) => true,
        value => is_empty(value),
    }
}

/// Whether evaluating a value can stand in a closure: no statements, and nothing is lent to be changed.
pub(super) fn is_calm(value: &Expr) -> bool {
    struct Calm(bool);
    impl Visit for Calm {
        fn expr(&mut self, expr: &Expr) {
            self.0 &= !matches!(expr, Expr::RefMut(_) | Expr::Watched(_) | Expr::AsyncMove(_));
            walk_expr(self, expr);
        }
    }
    let mut calm = Calm(true);
    calm.expr(value);
    calm.0
}

/// Whether evaluating a value runs no function and no method of the program, which could put another dict into an
/// attribute.
pub(super) fn is_quiet(value: &Expr) -> bool {
    match value {
        Expr::Int(..) | Expr::Float(_) | Expr::Str(_) | Expr::Bool(_) | Expr::Path(_) => true,
        Expr::Unary(_, value) | Expr::Ref(value) | Expr::Cast(value, _) | Expr::Field(value, _) => {
            is_quiet(value)
        }
        Expr::Binary(_, left, right) => is_quiet(left) && is_quiet(right),
        Expr::Call(callee, args) => {
            matches!(&**callee, Expr::Path(Path::RtIn(..)) | Expr::Path(Path::Assoc(..)))
                && args.iter().all(is_quiet)
        }
        Expr::Method(receiver, name, _, args) if args.is_empty() => match name.as_str() {
            "get" => matches!(**receiver, Expr::Field(..)) && is_quiet(receiver),
            "clone" => is_quiet(receiver),
            _ => false,
        },
        _ => false,
    }
}

/// `hits += 1`: a change of a variable that asks for nothing.
pub(super) fn is_beside(stmt: &Stmt) -> bool {
    matches!(stmt, Stmt::Expr(Expr::AssignOp(_, place, value))
        if variable(place).is_some() && matches!(**value, Expr::Int(..)))
}

/// Whether the variable that `stmt` changes is in `expr`.
pub(super) fn touches(stmt: &Stmt, expr: &Expr) -> bool {
    match stmt {
        Stmt::Expr(Expr::AssignOp(_, place, _)) => {
            variable(place).is_none_or(|name| Mentions::in_expr(name, expr))
        }
        _ => true,
    }
}
