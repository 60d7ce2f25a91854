//! `re.sub(pattern, replacement, text)` where only the run knows whether the replacement is a text or a function: a call for
//! each.
//!
//! ```text
//! re.sub(pattern, new, text)     re.sub(pattern, new, text) if callable(new) else re.sub(pattern, new, text)
//! ```

use std::collections::BTreeSet;

use ruff_python_ast::{Expr, ExprCall, Stmt};
use ruff_text_size::Ranged;

use crate::rewrite::bound::Bound;
use crate::rewrite::calls::written_calls;
use crate::rewrite::quote::parsed;

/// The module's statements with such calls written out; `None` where there is none.
pub(crate) fn written_out(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !source.contains(".sub(") {
        return None;
    }
    let bound = Bound::of(body);
    if !bound.is_module("re", "re") || !bound.is_builtin("callable") {
        return None;
    }
    let functions = body.iter().filter_map(|stmt| match stmt {
        Stmt::FunctionDef(def) => Some(def.name.as_str()),
        _ => None,
    });
    let functions = functions.filter(|name| bound.times(name) == 1).collect();
    written_calls::replaced(body, |call| written(call, &functions))
}

/// `call` written out, if it is such a one.
fn written(call: &ExprCall, functions: &BTreeSet<&str>) -> Option<Expr> {
    let Expr::Attribute(method) = &*call.func else { return None };
    if method.attr.as_str() != "sub" || call.arguments.args.iter().any(Expr::is_starred_expr) {
        return None;
    }
    let is_of_module = matches!(&*method.value, Expr::Name(name) if name.id.as_str() == "re");
    let new = call.arguments.args.get(usize::from(is_of_module))?;
    let is_known = matches!(new, Expr::Name(name) if functions.contains(name.id.as_str()));
    if is_known || !is_path(new) || call.arguments.args.len() < 2 {
        return None;
    }
    let made = parsed("_call if callable(_new) else _call\n", call.range());
    let Some(Stmt::Expr(only)) = made.into_iter().next() else { return None };
    let Expr::If(mut either) = *only.value else { return None };
    let Expr::Call(asked) = &mut *either.test else { return None };
    asked.arguments.args = Box::new([new.clone()]);
    *either.body = Expr::Call(call.clone());
    *either.orelse = Expr::Call(call.clone());
    Some(Expr::If(either))
}

/// `a.b.c`, which nothing changes when it is evaluated once more.
fn is_path(expr: &Expr) -> bool {
    match expr {
        Expr::Name(_) => true,
        Expr::Attribute(attribute) => is_path(&attribute.value),
        _ => false,
    }
}
