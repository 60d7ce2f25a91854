//! `setattr(pen, "down", False)` where a value is due, as in a lambda: the call of a function that stores the attribute.
//! As a statement it is the assignment itself (`stmt.rs`).
//!
//! ```text
//! lambda: setattr(pen, "down", False)     lambda: _setattr_to_down(pen, False)
//!
//!                                         def _setattr_to_down(value, new):
//!                                             value.down = new
//! ```

use std::cell::RefCell;
use std::collections::BTreeMap;

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr, walk_stmt};
use ruff_python_ast::{AtomicNodeIndex, Expr, ExprCall, ExprContext, ExprName, Stmt};
use ruff_text_size::{Ranged, TextRange};

use crate::rewrite::bound::Bound;
use crate::rewrite::head::is_head;
use crate::rewrite::quote::parsed;

/// The module's statements with such functions defined; `None` where there is none.
pub(crate) fn written_out(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !source.contains("setattr(") || !Bound::of(body).is_builtin("setattr") {
        return None;
    }
    let stores = Stores::default();
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| stores.visit_stmt(stmt));
    let used = stores.used.into_inner();
    if used.is_empty() {
        return None;
    }
    let n_first = out.iter().take_while(|stmt| is_head(stmt)).count();
    let defined: Vec<Stmt> = used
        .iter()
        .flat_map(|(name, range)| {
            parsed(&format!("def _setattr_to_{name}(value, new):\n    value.{name} = new\n"), *range)
        })
        .collect();
    out.splice(n_first..n_first, defined);
    Some(out)
}

#[derive(Default)]
struct Stores {
    /// The attributes, with the place of their first use.
    used: RefCell<BTreeMap<String, TextRange>>,
}

/// The attribute of such a call.
fn stored(call: &ExprCall) -> Option<String> {
    let is_it = matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "setattr");
    let [object, Expr::StringLiteral(name), value] = &*call.arguments.args else { return None };
    let name = name.value.to_str();
    let is_identifier = name.chars().all(|c| c == '_' || c.is_ascii_alphanumeric())
        && name.starts_with(|c: char| c == '_' || c.is_ascii_alphabetic());
    let is_plain =
        call.arguments.keywords.is_empty() && !object.is_starred_expr() && !value.is_starred_expr();
    (is_it && is_identifier && is_plain && !name.starts_with("__")).then(|| name.to_owned())
}

impl Transformer for Stores {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        if let Stmt::Expr(only) = stmt
            && let Expr::Call(call) = &mut *only.value
            && stored(call).is_some()
        {
            call.arguments.args.iter_mut().for_each(|arg| self.visit_expr(arg));
            return;
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Call(call) = expr else { return };
        let Some(name) = stored(call) else { return };
        let range = call.func.range();
        self.used.borrow_mut().entry(name.clone()).or_insert(range);
        *call.func = Expr::Name(ExprName {
            node_index: AtomicNodeIndex::default(),
            range,
            id: format!("_setattr_to_{name}").into(),
            ctx: ExprContext::Load,
        });
        let mut args = call.arguments.args.to_vec();
        args.remove(1);
        call.arguments.args = args.into();
    }
}
