//! `operator.__add__`: what the module has under two names, under the one that is known.
//!
//! ```text
//! reduce(operator.__mul__, numbers)       reduce(operator.mul, numbers)
//! ```

use std::cell::Cell;

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::{Expr, Identifier, Stmt};

use crate::rewrite::bound::Bound;

/// The functions that have the name of a special method, too.
const FUNCTIONS: &[&str] = &[
    "abs",
    "add",
    "and_",
    "concat",
    "contains",
    "delitem",
    "eq",
    "floordiv",
    "ge",
    "getitem",
    "gt",
    "iadd",
    "iand",
    "iconcat",
    "ifloordiv",
    "ilshift",
    "imod",
    "imul",
    "index",
    "inv",
    "invert",
    "ior",
    "ipow",
    "irshift",
    "isub",
    "itruediv",
    "ixor",
    "le",
    "lshift",
    "lt",
    "mod",
    "mul",
    "ne",
    "neg",
    "not_",
    "or_",
    "pos",
    "pow",
    "rshift",
    "setitem",
    "sub",
    "truediv",
    "xor",
];

/// The module's statements with such names replaced; `None` where there is none.
pub(crate) fn replaced(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !source.contains(".__") {
        return None;
    }
    let mut out = body.to_vec();
    let methods = Methods { bound: &Bound::of(body), has_any: Cell::new(false) };
    out.iter_mut().for_each(|stmt| methods.visit_stmt(stmt));
    methods.has_any.get().then_some(out)
}

struct Methods<'a> {
    bound: &'a Bound<'a>,
    has_any: Cell<bool>,
}

impl Transformer for Methods<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Attribute(attribute) = expr else { return };
        let is_module =
            matches!(&*attribute.value, Expr::Name(name) if self.bound.is_module(&name.id, "operator"));
        let Some(name) = attribute.attr.strip_prefix("__").and_then(|name| name.strip_suffix("__")) else {
            return;
        };
        let function = FUNCTIONS.iter().find(|function| function.trim_end_matches('_') == name);
        if let (true, Some(function)) = (is_module, function) {
            self.has_any.set(true);
            attribute.attr = Identifier::new(*function, attribute.attr.range);
        }
    }
}
