//! Calls that are written otherwise wherever they stand, each by itself.

use std::cell::Cell;

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::{Expr, ExprCall, Stmt};

/// The statements with what `written` says in the place of each call, inner ones first; `None` where it says nothing.
pub(crate) fn replaced(body: &[Stmt], written: impl Fn(&ExprCall) -> Option<Expr>) -> Option<Vec<Stmt>> {
    let writer = Writer { written, is_changed: Cell::new(false) };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| writer.visit_stmt(stmt));
    writer.is_changed.get().then_some(out)
}

struct Writer<F> {
    written: F,
    is_changed: Cell<bool>,
}

impl<F: Fn(&ExprCall) -> Option<Expr>> Transformer for Writer<F> {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        if let Expr::Call(call) = &*expr
            && let Some(written) = (self.written)(call)
        {
            *expr = written;
            self.is_changed.set(true);
        }
    }
}
