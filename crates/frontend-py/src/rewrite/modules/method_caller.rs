//! `methodcaller("name", …)`: a function that calls the method of that name, whose arguments are evaluated once, here.
//!
//! ```text
//! methodcaller("split", sep, maxsplit=1)
//! (lambda _given_0, _maxsplit: lambda _object: _object.split(_given_0, maxsplit=_maxsplit))(sep, 1)
//! ```

use ruff_python_ast::{AtomicNodeIndex, Expr, ExprCall, Stmt, StmtPass};
use ruff_text_size::Ranged;

use crate::rewrite::bound::{Bound, imported};
use crate::rewrite::calls::written_calls;
use crate::rewrite::quote::parsed;

/// The module's statements with such calls written out; `None` where there is none.
pub(crate) fn written_out(_: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let writer = Writer { name: imported(body, "operator", "methodcaller"), bound: Bound::of(body) };
    let mut out = written_calls::replaced(body, |call| writer.written(call))?;
    out.iter_mut().for_each(forget);
    Some(out)
}

/// Imports what stands beside `methodcaller`, which nothing names any more.
fn forget(stmt: &mut Stmt) {
    if let Stmt::ImportFrom(import) = stmt
        && import.module.as_deref() == Some("operator")
    {
        import.names.retain(|alias| alias.name.as_str() != "methodcaller");
        if import.names.is_empty() {
            *stmt = Stmt::Pass(StmtPass { range: stmt.range(), node_index: AtomicNodeIndex::default() });
        }
    }
}

struct Writer<'a> {
    name: Option<&'a str>,
    bound: Bound<'a>,
}

impl Writer<'_> {
    fn written(&self, call: &ExprCall) -> Option<Expr> {
        let (method, args) = call.arguments.args.split_first()?;
        let Expr::StringLiteral(method) = method else { return None };
        let method = method.value.to_str();
        let is_name = method
            .chars()
            .enumerate()
            .all(|(i, c)| c == '_' || c.is_alphanumeric() && (i > 0 || !c.is_numeric()));
        let is_its = self.bound.is_function(&call.func, self.name, "operator", "methodcaller");
        if !is_its || method.is_empty() || !is_name || args.iter().any(Expr::is_starred_expr) {
            return None;
        }
        let mut names: Vec<String> = (0..args.len()).map(|i| format!("_given_{i}")).collect();
        let mut passed = names.clone();
        for keyword in &call.arguments.keywords {
            let name = keyword.arg.as_ref()?;
            passed.push(format!("{name}=_{name}"));
            names.push(format!("_{name}"));
        }
        let caller = format!("lambda _object: _object.{method}({})", passed.join(", "));
        let text = if names.is_empty() {
            format!("({caller})\n")
        } else {
            format!("(lambda {}: {caller})()\n", names.join(", "))
        };
        let Some(Stmt::Expr(only)) = parsed(&text, call.range()).into_iter().next() else { return None };
        let mut made = *only.value;
        if let Expr::Call(made) = &mut made {
            let keywords = call.arguments.keywords.iter().map(|keyword| keyword.value.clone());
            made.arguments.args = args.iter().cloned().chain(keywords).collect();
        }
        Some(made)
    }
}
