//! `warnings.warn(…)`: with the line where it stands, which the warning shows; `catch_warnings(record=True)`.
//!
//! ```text
//! warnings.warn("old")                        warnings.warn("old", _at=3, _text="warnings.warn(\"old\")")
//! with catch_warnings(record=True) as seen:   with warnings._recording() as seen:
//! ```

use ruff_python_ast::{Expr, ExprCall, Stmt};
use ruff_text_size::Ranged;

use crate::rewrite::bound::{Bound, imported};
use crate::rewrite::calls::written_calls;
use crate::rewrite::quote::parsed;

/// What stands for the module in what is written here.
const MODULE: &str = "_warnings";

/// The module's statements with such calls written out; `None` where there is none.
pub(crate) fn written_out(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let writer = Writer {
        source,
        bound: Bound::of(body),
        warn: imported(body, "warnings", "warn"),
        catch: imported(body, "warnings", "catch_warnings"),
    };
    let mut out = written_calls::replaced(body, |call| writer.written(call))?;
    let is_import = |stmt: &Stmt| matches!(stmt, Stmt::Import(_) | Stmt::ImportFrom(_));
    let is_future = |stmt: &Stmt| matches!(stmt, Stmt::ImportFrom(import) if import.module.as_deref() == Some("__future__"));
    let at = body.iter().position(|stmt| is_import(stmt) && !is_future(stmt)).unwrap_or_default();
    let range = body[at].range();
    out.splice(at..at, parsed(&format!("import warnings as {MODULE}\n"), range));
    Some(out)
}

struct Writer<'a> {
    source: &'a str,
    bound: Bound<'a>,
    warn: Option<&'a str>,
    catch: Option<&'a str>,
}

impl Writer<'_> {
    fn written(&self, call: &ExprCall) -> Option<Expr> {
        let is = |local, name| self.bound.is_function(&call.func, local, "warnings", name);
        let has_star = call.arguments.args.iter().any(Expr::is_starred_expr)
            || call.arguments.keywords.iter().any(|keyword| keyword.arg.is_none());
        if is(self.warn, "warn") && !has_star {
            return self.placed(call);
        }
        let records = || {
            call.arguments.keywords.iter().any(|keyword| {
                keyword.arg.as_deref() == Some("record")
                    && matches!(&keyword.value, Expr::BooleanLiteral(value) if value.value)
            })
        };
        let is_plain = call.arguments.args.is_empty() && call.arguments.keywords.len() == 1;
        if is(self.catch, "catch_warnings") && is_plain && records() {
            let Stmt::Expr(made) = parsed(&format!("{MODULE}._recording()"), call.range()).pop()? else {
                return None;
            };
            return Some(*made.value);
        }
        None
    }

    /// The call with its place.
    fn placed(&self, call: &ExprCall) -> Option<Expr> {
        let start = call.range().start().to_usize();
        let before = self.source.get(..start)?;
        let number = before.matches('\n').count() + 1;
        let line = self.source.lines().nth(number - 1)?.trim();
        let text = format!("{MODULE}.warn(_at={number}, _text={line:?})");
        let Stmt::Expr(mut made) = parsed(&text, call.range()).pop()? else { return None };
        if let Expr::Call(placed) = &mut *made.value {
            placed.arguments.args = call.arguments.args.clone();
            let mut keywords = call.arguments.keywords.to_vec();
            keywords.extend(placed.arguments.keywords.iter().cloned());
            placed.arguments.keywords = keywords.into();
        }
        Some(*made.value)
    }
}
