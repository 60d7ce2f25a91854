//! The older form of `throw`, with the class and the value apart.
//!
//! ```text
//! g.throw(ValueError, "message")          g.throw(ValueError("message"))
//! g.throw(ValueError, None, None)         g.throw(ValueError)
//! g.throw(ValueError, ValueError(1))      g.throw(ValueError(1))
//! ```
//!
//! A value that may be a tuple, or an exception already, is left: what it becomes is known when the program runs.

use std::cell::Cell;

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::{Expr, ExprCall, Stmt};
use ruff_text_size::Ranged;

use crate::rewrite::bound::Bound;
use crate::rewrite::quote::called;

/// The program with such calls in the form of one argument; `None` where it has none.
pub(crate) fn replaced(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    // A method of that name takes what it likes.
    if !source.contains(".throw(") || source.contains("def throw") {
        return None;
    }
    let mut changed = body.to_vec();
    let calls = Calls { body, bound: Bound::of(body), is_changed: Cell::new(false) };
    changed.iter_mut().for_each(|stmt| calls.visit_stmt(stmt));
    calls.is_changed.get().then_some(changed)
}

struct Calls<'a> {
    body: &'a [Stmt],
    bound: Bound<'a>,
    is_changed: Cell<bool>,
}

impl Transformer for Calls<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        if let Expr::Call(call) = expr
            && let Some(thrown) = self.thrown(call)
        {
            call.arguments.args = Box::new([thrown]);
            self.is_changed.set(true);
        }
    }
}

impl Calls<'_> {
    /// The one argument of a call with two or three.
    fn thrown(&self, call: &ExprCall) -> Option<Expr> {
        let Expr::Attribute(function) = &*call.func else { return None };
        if function.attr.as_str() != "throw" || !call.arguments.keywords.is_empty() {
            return None;
        }
        let (class, value) = match &*call.arguments.args {
            [class, value] | [class, value, Expr::NoneLiteral(_)] => (class, value),
            _ => return None,
        };
        let name = match class {
            Expr::Name(name) => name,
            // What is an exception already takes no value.
            Expr::Call(_) if value.is_none_literal_expr() => return Some(class.clone()),
            _ => return None,
        };
        let is_class = self.bound.times(name.id.as_str()) == 1
            && self.body.iter().any(|stmt| matches!(stmt, Stmt::ClassDef(class) if class.name.id == name.id));
        if !is_class && !self.bound.is_builtin(name.id.as_str()) {
            return None;
        }
        match value {
            Expr::NoneLiteral(_) => Some(class.clone()),
            Expr::StringLiteral(_) | Expr::FString(_) | Expr::NumberLiteral(_) => {
                Some(called(class.clone(), value.clone(), call.range()))
            }
            Expr::Call(made) => match &*made.func {
                Expr::Name(made) if made.id == name.id => Some(value.clone()),
                _ => None,
            },
            _ => None,
        }
    }
}
