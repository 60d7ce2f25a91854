//! What a recursive function answers without a call comes before its look at the stack: the leaves of a recursion, which are
//! most of its calls, go without.
//!
//! ```text
//! exc::enter();                          if n < 2 {
//! if n < 2 {                                 return n;
//!     return n;                          }
//! }                                      exc::enter();
//! fib(n - 1) + fib(n - 2)                fib(n - 1) + fib(n - 2)
//! ```
//!
//! A call that gets no deeper needs no room, so nothing may be passed that could run code of the program: of comparisons
//! only those of numbers and text.

use super::resolve::variable;
use crate::rir::{BinOp, Block, Expr, Fn, Path, Stmt, Ty};

/// Moves the look of `func`.
pub(super) fn run(func: &mut Fn) {
    if !func.body.stmts.first().is_some_and(is_enter) {
        return;
    }
    let plain: Vec<&str> =
        func.params.iter().filter(|param| is_plain(&param.ty)).map(|param| param.name.as_str()).collect();
    let enter = func.body.stmts.remove(0);
    put(&mut func.body, enter, &plain);
}

/// `exc::enter();`
fn is_enter(stmt: &Stmt) -> bool {
    matches!(stmt, Stmt::Expr(Expr::Call(callee, args)) if args.is_empty()
        && matches!(&**callee, Expr::Path(Path::RtIn("exc", name)) if name == "enter"))
}

/// Whether comparing two of them is all that happens.
fn is_plain(ty: &Ty) -> bool {
    match ty {
        Ty::Ref(ty) => is_plain(ty),
        ty => {
            ["i64", "f64", "bool", "usize"].iter().any(|name| *ty == Ty::local(*name))
                || ["Int", "Num", "Str"].iter().any(|name| *ty == Ty::rt(name))
        }
    }
}

/// Puts `enter` after the answers that `block` begins with.
fn put(block: &mut Block, enter: Stmt, plain: &[&str]) {
    let answers = block.stmts.iter().take_while(|stmt| answers(stmt, plain)).count();
    let value = match block.stmts.get_mut(answers) {
        Some(Stmt::Expr(Expr::Return(value))) => value.as_deref_mut(),
        // What follows it comes after the last `else` alone: the other branches have returned.
        Some(Stmt::Expr(branches)) if returns_but_last(branches) => Some(branches),
        Some(_) => None,
        None => block.tail.as_deref_mut(),
    };
    if let Some(rest) = value.and_then(|value| otherwise(value, plain)) {
        return put(rest, enter, plain);
    }
    block.stmts.insert(answers, enter);
}

/// The last `else` of branches that only answer.
fn otherwise<'a>(expr: &'a mut Expr, plain: &[&str]) -> Option<&'a mut Block> {
    let Expr::If(test, then, Some(rest)) = expr else { return None };
    if !is_test(test, plain) || !is_answer(then, plain) {
        return None;
    }
    if otherwise(rest, plain).is_some() {
        return otherwise(rest, plain);
    }
    match &mut **rest {
        // One that is a value stays on its line.
        Expr::Block(block) if !block.stmts.is_empty() => Some(block),
        _ => None,
    }
}

/// Whether all branches of an `if` return but for the last `else`.
fn returns_but_last(branches: &Expr) -> bool {
    match branches {
        Expr::If(_, then, Some(rest)) => returned(then).is_some() && returns_but_last(rest),
        Expr::Block(_) => true,
        _ => false,
    }
}

/// The value of a block that is `return value;`, if it has one.
fn returned(block: &Block) -> Option<Option<&Expr>> {
    match (block.stmts.as_slice(), &block.tail) {
        ([Stmt::Expr(Expr::Return(value))], None) => Some(value.as_deref()),
        _ => None,
    }
}

/// Whether a statement does nothing but end the call, where something is so.
fn answers(stmt: &Stmt, plain: &[&str]) -> bool {
    let returns =
        |block: &Block| returned(block).is_some_and(|value| value.is_none_or(|value| is_value(value, plain)));
    match stmt {
        Stmt::Expr(Expr::If(test, then, None)) => is_test(test, plain) && returns(then),
        Stmt::LetElse(_, value, otherwise) => is_place(value) && returns(otherwise),
        _ => false,
    }
}

/// Whether a block is, or returns, a value that no call makes.
fn is_answer(block: &Block, plain: &[&str]) -> bool {
    match returned(block) {
        Some(value) => value.is_none_or(|value| is_value(value, plain)),
        None => block.stmts.is_empty() && block.tail.as_deref().is_some_and(|value| is_value(value, plain)),
    }
}

fn is_value(value: &Expr, plain: &[&str]) -> bool {
    super::is_pure(value) || is_number(value, plain)
}

/// A variable, or a reference to one.
fn is_place(value: &Expr) -> bool {
    match value {
        Expr::Ref(value) => is_place(value),
        value => variable(value).is_some(),
    }
}

/// Whether it is a comparison that runs no code of the program.
fn is_test(test: &Expr, plain: &[&str]) -> bool {
    match test {
        Expr::Binary(BinOp::And | BinOp::Or, left, right) => is_test(left, plain) && is_test(right, plain),
        Expr::Binary(BinOp::Eq | BinOp::Ne | BinOp::Lt | BinOp::Le | BinOp::Gt | BinOp::Ge, left, right) => {
            is_number(left, plain) && is_number(right, plain)
        }
        Expr::Unary(_, value) => is_test(value, plain),
        Expr::Method(value, name, _, args) => {
            args.is_empty()
                && matches!(name.as_str(), "is_none" | "is_some" | "is_empty")
                && variable(value).is_some()
        }
        value => is_number(value, plain),
    }
}

/// Whether it is made of literals and of parameters that are numbers or text.
fn is_number(value: &Expr, plain: &[&str]) -> bool {
    match value {
        Expr::Int(..) | Expr::Float(_) | Expr::Bool(_) | Expr::Char(_) | Expr::Str(_) => true,
        Expr::Ref(value) | Expr::Unary(_, value) | Expr::Cast(value, _) => is_number(value, plain),
        Expr::Binary(_, left, right) => is_number(left, plain) && is_number(right, plain),
        Expr::Method(value, name, _, args) if args.is_empty() => match name.as_str() {
            "len" => variable(value).is_some(),
            "clone" => is_number(value, plain),
            _ => false,
        },
        value => variable(value).is_some_and(|name| plain.contains(&name)),
    }
}
