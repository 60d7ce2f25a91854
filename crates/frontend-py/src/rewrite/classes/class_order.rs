//! `C.mro()`: a list of the classes in `C.__mro__`.

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::{Expr, Identifier, Stmt};
use ruff_text_size::Ranged;

use crate::rewrite::bound::Bound;
use crate::rewrite::quote::parsed;

/// Replaces such calls, unless the program has a method of that name.
pub(crate) fn replace(source: &str, body: &mut [Stmt]) {
    if !source.contains(".mro()") {
        return;
    }
    let bound = Bound::of(body);
    if source.contains("def mro(") || !bound.is_builtin("list") {
        return;
    }
    body.iter_mut().for_each(|stmt| Calls.visit_stmt(stmt));
}

struct Calls;

impl Transformer for Calls {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Call(call) = &*expr else { return };
        let Expr::Attribute(method) = &*call.func else { return };
        if method.attr.as_str() != "mro" || !call.arguments.is_empty() {
            return;
        }
        let mut order = method.clone();
        order.attr = Identifier::new("__mro__", method.attr.range());
        let Some(Stmt::Expr(listed)) = parsed("list(it)\n", call.range()).pop() else { return };
        let Expr::Call(mut listed) = *listed.value else { return };
        listed.arguments.args = [Expr::Attribute(order)].into();
        *expr = Expr::Call(listed);
    }
}
