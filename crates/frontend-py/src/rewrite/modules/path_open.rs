//! `path.open("w")` of `pathlib`: the builtin, whose mode says which kind of file it gives.
//!
//! ```text
//! with path.open("rb") as f: …        with open(path, "rb") as f: …
//! ```
//!
//! Where a class of the program has a method of that name, all such calls stay as they are.

use std::cell::Cell;

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::{Expr, ExprCall, Stmt};
use ruff_text_size::Ranged;

use crate::rewrite::bound::Bound;
use crate::rewrite::quote::parsed;

/// The module's statements with such calls replaced; `None` where there is none.
pub(crate) fn replaced(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !source.contains(".open(") || !source.contains("pathlib") || source.contains("def open(") {
        return None;
    }
    let bound = Bound::of(body);
    if !bound.is_builtin("open") {
        return None;
    }
    let opener = Opener { bound, is_changed: Cell::new(false) };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| opener.visit_stmt(stmt));
    opener.is_changed.get().then_some(out)
}

struct Opener<'a> {
    bound: Bound<'a>,
    is_changed: Cell<bool>,
}

impl Opener<'_> {
    fn replace(&self, call: &mut ExprCall) {
        let range = call.range();
        let Expr::Attribute(method) = &*call.func else { return };
        // A function of a module is another.
        let is_of_module = matches!(&*method.value, Expr::Name(name) if self.bound.is_imported(&name.id));
        if method.attr.as_str() != "open" || is_of_module {
            return;
        }
        let Some(Stmt::Expr(open)) = parsed("open", range).pop() else { return };
        let mut args = vec![(*method.value).clone()];
        args.extend(call.arguments.args.iter().cloned());
        *call.func = *open.value;
        call.arguments.args = args.into();
        self.is_changed.set(true);
    }
}

impl Transformer for Opener<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        if let Expr::Call(call) = expr {
            self.replace(call);
        }
    }
}
