//! Statements inside of expressions come before the expression, where nothing is evaluated in between.
//!
//! ```text
//! if { let t = f(); t > 0 } { … }        { let t = f(); if t > 0 { … } }
//! while { let t = f(); t > 0 } { … }     loop { let t = f(); if t <= 0 { break; } … }
//! { let t = f(); t }.abs()               { let t = f(); t.abs() }
//! let x = { let t = f(); t + 1 };        let t = f(); let x = t + 1;
//! ```

use crate::rir::visit::{VisitMut, walk_block_mut, walk_expr_mut};
use crate::rir::{BinOp, Block, Closure, Expr, Fn, Stmt, UnOp};

/// Moves the statements of `func`.
pub(super) fn run(func: &mut Fn) {
    Hoist.block(&mut func.body);
}

struct Hoist;

impl VisitMut for Hoist {
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        let taken = std::mem::replace(expr, Expr::unit());
        *expr = match taken {
            Expr::If(test, then, otherwise) => {
                let (stmts, test) = split(*test);
                before(stmts, Expr::If(Box::new(test), then, otherwise))
            }
            Expr::While(label, test, body) => while_loop(label, *test, body),
            Expr::Unary(op, value) if op != UnOp::Deref => {
                let (stmts, value) = split(*value);
                before(stmts, Expr::Unary(op, Box::new(value)))
            }
            Expr::Method(receiver, name, types, args) => {
                let (stmts, receiver) = split(*receiver);
                before(stmts, Expr::Method(Box::new(receiver), name, types, args))
            }
            Expr::Binary(op, left, right) => {
                let (mut stmts, left) = split(*left);
                // `{ …; true } && test`
                if op == BinOp::And && matches!(left, Expr::Bool(true)) {
                    let (more, right) = split(*right);
                    stmts.extend(more);
                    before(stmts, right)
                } else {
                    before(stmts, Expr::Binary(op, Box::new(left), right))
                }
            }
            Expr::Match(value, arms) => {
                let (stmts, value) = split(*value);
                before(stmts, Expr::Match(Box::new(value), arms))
            }
            Expr::IfLet(pat, value, then, otherwise) => {
                let (stmts, value) = split(*value);
                before(stmts, Expr::IfLet(pat, Box::new(value), then, otherwise))
            }
            Expr::For(label, pat, iter, body) => {
                let (stmts, iter) = split(*iter);
                before(stmts, Expr::For(label, pat, Box::new(iter), body))
            }
            Expr::Try(value) => {
                let (stmts, value) = split(*value);
                before(stmts, Expr::Try(Box::new(value)))
            }
            Expr::Return(Some(value)) => {
                let (stmts, value) = split(*value);
                before(stmts, Expr::Return(Some(Box::new(value))))
            }
            Expr::Assign(place, value) if matches!(*place, Expr::Path(_)) => {
                let (stmts, value) = split(*value);
                before(stmts, Expr::Assign(place, Box::new(value)))
            }
            other => other,
        };
    }

    fn block(&mut self, block: &mut Block) {
        walk_block_mut(self, block);
        let mut out = Vec::new();
        for stmt in std::mem::take(&mut block.stmts) {
            match stmt {
                Stmt::Let { pat, ty, init: Some(init) } => {
                    let (stmts, init) = split(init);
                    out.extend(stmts);
                    out.push(Stmt::Let { pat, ty, init: Some(init) });
                }
                Stmt::Expr(Expr::Block(inner)) => {
                    out.extend(inner.stmts);
                    out.extend(inner.tail.map(|tail| Stmt::Expr(*tail)));
                }
                stmt => out.push(stmt),
            }
        }
        block.stmts = out;
    }

    fn closure(&mut self, closure: &mut Closure) {
        crate::rir::visit::walk_closure_mut(self, closure);
    }
}

/// The statements of a block, and its value.
fn split(expr: Expr) -> (Vec<Stmt>, Expr) {
    match expr {
        Expr::Block(Block { mut stmts, tail: Some(tail) }) => {
            let (inner, tail) = split(*tail);
            stmts.extend(inner);
            (stmts, tail)
        }
        other => (Vec::new(), other),
    }
}

fn before(stmts: Vec<Stmt>, value: Expr) -> Expr {
    if stmts.is_empty() { value } else { Expr::Block(Block { stmts, tail: Some(Box::new(value)) }) }
}

fn while_loop(label: Option<String>, test: Expr, body: Block) -> Expr {
    let (mut stmts, test) = split(test);
    if stmts.is_empty() {
        return Expr::While(label, Box::new(test), body);
    }
    let negated = match test {
        Expr::Unary(UnOp::Not, value) => *value,
        Expr::Method(value, name, types, args) if name == "is_none" => {
            Expr::Method(value, "is_some".to_owned(), types, args)
        }
        Expr::Method(value, name, types, args) if name == "is_some" => {
            Expr::Method(value, "is_none".to_owned(), types, args)
        }
        other => other.not(),
    };
    let leave = Block { stmts: vec![Stmt::Expr(Expr::Break(None, None))], tail: None };
    stmts.push(Stmt::Expr(Expr::If(Box::new(negated), leave, None)));
    stmts.extend(body.stmts);
    stmts.extend(body.tail.map(|tail| Stmt::Expr(*tail)));
    Expr::Loop(label, Block { stmts, tail: None })
}
