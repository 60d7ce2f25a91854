//! `pow(a, exp=b)`: the builtin that takes by name what stands at a place, called by place.
//!
//! ```text
//! pow(base=2, exp=3, mod=5)      pow(2, 3, 5)
//! partial(pow, exp=3)            (lambda _exp: lambda _base: pow(_base, _exp))(3)
//! ```
//!
//! Source: Library Reference, `pow`.

use ruff_python_ast::{Expr, ExprCall, Stmt};
use ruff_text_size::Ranged;

use crate::rewrite::bound::{Bound, imported};
use crate::rewrite::calls::written_calls;
use crate::rewrite::quote::parsed;

/// The parameters of `pow`.
const PARAMETERS: [&str; 3] = ["base", "exp", "mod"];

/// The module's statements with such calls written out; `None` where there is none.
pub(crate) fn written_out(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !source.contains("pow") || !source.contains("exp") && !source.contains("mod") {
        return None;
    }
    let bound = Bound::of(body);
    if !bound.is_builtin("pow") {
        return None;
    }
    let partial = imported(body, "functools", "partial");
    written_calls::replaced(body, |call| by_place(call).or_else(|| of_partial(call, &bound, partial)))
}

fn is_pow(expr: &Expr) -> bool {
    matches!(expr, Expr::Name(name) if name.id.as_str() == "pow")
}

/// A call of `pow` whose keywords stand in the order of the parameters, after the arguments that have a place.
fn by_place(call: &ExprCall) -> Option<Expr> {
    let keywords = &call.arguments.keywords;
    let given = &call.arguments.args;
    if !is_pow(&call.func) || keywords.is_empty() || given.iter().any(Expr::is_starred_expr) {
        return None;
    }
    let names: Vec<&str> = keywords.iter().map(|keyword| keyword.arg.as_deref()).collect::<Option<_>>()?;
    if PARAMETERS.get(given.len()..given.len() + names.len())? != names {
        return None;
    }
    let mut made = call.clone();
    let values = keywords.iter().map(|keyword| keyword.value.clone());
    made.arguments.args = given.iter().cloned().chain(values).collect();
    made.arguments.keywords.clear();
    Some(Expr::Call(made))
}

/// `partial(pow, exp=3)`.
fn of_partial(call: &ExprCall, bound: &Bound<'_>, partial: Option<&str>) -> Option<Expr> {
    let ([function], [keyword]) = (&*call.arguments.args, &*call.arguments.keywords) else { return None };
    let is_partial = bound.is_function(&call.func, partial, "functools", "partial");
    if !is_partial || !is_pow(function) || keyword.arg.as_deref() != Some("exp") {
        return None;
    }
    let made = parsed("(lambda _exp: lambda _base: pow(_base, _exp))()\n", call.range());
    let Some(Stmt::Expr(only)) = made.into_iter().next() else { return None };
    let Expr::Call(mut made) = *only.value else { return None };
    made.arguments.args = [keyword.value.clone()].into();
    Some(Expr::Call(made))
}
