//! `partial(builtin, …, name=value)`: builtins take keywords by name only, so that the call is written out.
//!
//! ```text
//! partial(int, base=2)
//! (lambda _base: lambda *_more, **_named: int(*_more, base=_base, **_named))(2)
//! ```

use ruff_python_ast::{Expr, ExprCall, Stmt};
use ruff_text_size::Ranged;

use crate::rewrite::bound::{Bound, imported};
use crate::rewrite::calls::written_calls;
use crate::rewrite::library::shows_partial;
use crate::rewrite::quote::parsed;

/// The module's statements with such calls written out; `None` where there is none.
pub(crate) fn written_out(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !source.contains("partial") || !source.contains("functools") || shows_partial(source) {
        return None;
    }
    let writer = Writer { partial: imported(body, "functools", "partial"), bound: Bound::of(body) };
    written_calls::replaced(body, |call| writer.written(call))
}

struct Writer<'a> {
    partial: Option<&'a str>,
    bound: Bound<'a>,
}

impl Writer<'_> {
    /// `call` written out, if it is a partial one of a builtin with keywords.
    fn written(&self, call: &ExprCall) -> Option<Expr> {
        let (function, args) = call.arguments.args.split_first()?;
        let Expr::Name(function) = function else { return None };
        let keywords = &call.arguments.keywords;
        if !self.bound.is_function(&call.func, self.partial, "functools", "partial")
            || !self.bound.is_builtin(function.id.as_str())
            || keywords.is_empty()
            || args.iter().any(Expr::is_starred_expr)
        {
            return None;
        }
        let mut names: Vec<String> = (0..args.len()).map(|i| format!("_given_{i}")).collect();
        let mut passed = names.join(", ");
        passed.push_str(if names.is_empty() { "*_more" } else { ", *_more" });
        for keyword in keywords {
            let name = keyword.arg.as_ref()?;
            passed.push_str(&format!(", {name}=_{name}"));
            names.push(format!("_{name}"));
        }
        let text = format!(
            "(lambda {}: lambda *_more, **_named: {}({passed}, **_named))()\n",
            names.join(", "),
            function.id
        );
        let made = parsed(&text, call.range());
        let Some(Stmt::Expr(only)) = made.into_iter().next() else { return None };
        let Expr::Call(mut made) = *only.value else { return None };
        let values = args.iter().cloned().chain(keywords.iter().map(|keyword| keyword.value.clone()));
        made.arguments.args = values.collect();
        Some(Expr::Call(made))
    }
}
