//! `f(**a, **b)`: what stands behind several double stars of a call, as one dict.
//!
//! ```text
//! f(**a, **b)        f(**_merged_keywords("__main__.f()", a, b))
//!
//!                    def _merged_keywords(name, first, second):
//!                        for key in second:
//!                            if key in first:
//!                                raise TypeError(f"{name} got multiple values for keyword argument '{key}'")
//!                        return {**first, **second}
//! ```
//!
//! Only calls of functions and classes of the module by their names: the error names them. Other arguments by name may not
//! stand between the double stars, since all are evaluated in order.
//!
//! Source: Language Reference, 6.3.4 "Calls".

use std::cell::RefCell;

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use crate::rewrite::bound::Bound;
use crate::rewrite::head::is_head;
use crate::rewrite::quote::parsed;

const MERGED: &str = "
def _merged_keywords(name, first, second):
    for key in second:
        if key in first:
            raise TypeError(f\"{name} got multiple values for keyword argument '{key}'\")
    return {**first, **second}
";

/// The module's statements with such calls replaced; `None` where there is none.
pub(crate) fn replaced(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    // No operator: what stands before is a bracket or a comma.
    let is_argument = |at: usize| source[..at].trim_end().ends_with(['(', ',']);
    source.match_indices("**").filter(|&(at, _)| is_argument(at)).nth(1)?;
    let bound = Bound::of(body);
    let names = body.iter().filter_map(|stmt| match stmt {
        Stmt::FunctionDef(def) => Some(def.name.as_str()),
        Stmt::ClassDef(def) => Some(def.name.as_str()),
        _ => None,
    });
    let stars = DoubleStars {
        names: names.filter(|name| bound.times(name) == 1).collect(),
        found: RefCell::default(),
    };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| stars.visit_stmt(stmt));
    let range = stars.found.into_inner()?;
    let at = out.iter().position(|stmt| !is_head(stmt)).unwrap_or(out.len());
    out.splice(at..at, parsed(MERGED, range));
    Some(out)
}

struct DoubleStars<'a> {
    /// Functions and classes of the module.
    names: Vec<&'a str>,
    /// Where the first such call stands.
    found: RefCell<Option<TextRange>>,
}

impl Transformer for DoubleStars<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Call(call) = expr else { return };
        let Expr::Name(callee) = &*call.func else { return };
        if !self.names.contains(&callee.id.as_str()) {
            return;
        }
        let keywords = &call.arguments.keywords;
        let Some(start) = keywords.iter().position(|keyword| keyword.arg.is_none()) else { return };
        let n_stars = keywords.iter().filter(|keyword| keyword.arg.is_none()).count();
        let is_in_row =
            keywords[start..].iter().take_while(|keyword| keyword.arg.is_none()).count() == n_stars;
        if n_stars < 2 || !is_in_row {
            return;
        }
        let name = format!("__main__.{}()", callee.id);
        let range = call.range();
        let mut values = call.arguments.keywords[start..start + n_stars].iter().map(|it| it.value.clone());
        let Some(first) = values.next() else { return };
        let Some(merged) = values.try_fold(first, |first, second| merged(&name, first, second, range)) else {
            return;
        };
        drop(values);
        let mut keywords = call.arguments.keywords.to_vec();
        keywords[start].value = merged;
        keywords.drain(start + 1..start + n_stars);
        call.arguments.keywords = keywords.into();
        self.found.borrow_mut().get_or_insert(range);
    }
}

/// `_merged_keywords(name, first, second)`.
fn merged(name: &str, first: Expr, second: Expr, range: TextRange) -> Option<Expr> {
    let text = format!("_merged_keywords({name:?}, None, None)");
    let Some(Stmt::Expr(only)) = parsed(&text, range).pop() else { return None };
    let mut value = *only.value;
    let Expr::Call(call) = &mut value else { return None };
    let [_, first_place, second_place] = &mut *call.arguments.args else { return None };
    *first_place = first;
    *second_place = second;
    Some(value)
}
