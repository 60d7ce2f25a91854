//! `itemgetter(key)` with a key that only the run knows: a function that holds the key.
//!
//! ```text
//! itemgetter(column)
//! (lambda _key: lambda _object: _object[_key])(column)
//! ```

use ruff_python_ast::{Expr, ExprCall, Stmt};
use ruff_text_size::Ranged;

use crate::rewrite::bound::{Bound, imported};
use crate::rewrite::calls::written_calls;
use crate::rewrite::quote::parsed;

/// The module's statements with such calls written out; `None` where there is none.
pub(crate) fn written_out(_: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let writer = Writer { name: imported(body, "operator", "itemgetter"), bound: Bound::of(body) };
    written_calls::replaced(body, |call| writer.written(call))
}

struct Writer<'a> {
    name: Option<&'a str>,
    bound: Bound<'a>,
}

impl Writer<'_> {
    fn written(&self, call: &ExprCall) -> Option<Expr> {
        let keys = &call.arguments.args;
        if !self.bound.is_function(&call.func, self.name, "operator", "itemgetter")
            || !call.arguments.keywords.is_empty()
            || keys.iter().any(Expr::is_starred_expr)
            || keys.iter().all(is_literal)
        {
            return None;
        }
        let names: Vec<String> = (0..keys.len()).map(|i| format!("_key_{i}")).collect();
        let items: Vec<String> = names.iter().map(|name| format!("_object[{name}]")).collect();
        let text = format!("(lambda {}: lambda _object: ({}))()\n", names.join(", "), items.join(", "));
        let Some(Stmt::Expr(only)) = parsed(&text, call.range()).into_iter().next() else { return None };
        let Expr::Call(mut made) = *only.value else { return None };
        made.arguments.args = keys.clone();
        Some(Expr::Call(made))
    }
}

/// Whether a key is one that inference reads.
fn is_literal(key: &Expr) -> bool {
    match key {
        Expr::UnaryOp(unary) => unary.op.is_u_sub() && unary.operand.is_number_literal_expr(),
        key => key.is_number_literal_expr() || key.is_string_literal_expr(),
    }
}
