//! Members of an enumeration that get their values side by side, or one value together: one after another.
//!
//! ```text
//! class Suit(Enum):                          class Suit(Enum):
//!     SPADES, HEARTS = range(2)                  SPADES = 0
//!                                                HEARTS = 1
//!     CLUBS = CROSSES = auto()                   CLUBS = auto()
//!                                                CROSSES = CLUBS
//! ```

use ruff_python_ast::visitor::transformer::{Transformer, walk_stmt};
use ruff_python_ast::{Expr, ExprContext, Number, Stmt, StmtAssign};
use ruff_text_size::{Ranged, TextRange};

use crate::rewrite::bound::Bound;
use crate::rewrite::quote::parsed;
use crate::rewrite::records::enumeration::is_enumeration;

/// Replaces such assignments.
pub(crate) fn replace(_: &str, body: &mut [Stmt]) {
    let members = Members { has_range: Bound::of(body).is_builtin("range") };
    body.iter_mut().for_each(|stmt| members.visit_stmt(stmt));
}

struct Members {
    /// Whether `range` is the builtin one.
    has_range: bool,
}

impl Transformer for Members {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        let Stmt::ClassDef(def) = stmt else { return };
        if !is_enumeration(def) {
            return;
        }
        let body = std::mem::take(&mut def.body);
        def.body = body.into_iter().flat_map(|stmt| self.one_by_one(&stmt).unwrap_or(vec![stmt])).collect();
    }

    // No class stands in an expression.
    fn visit_expr(&self, _: &mut Expr) {}
}

impl Members {
    fn one_by_one(&self, stmt: &Stmt) -> Option<Vec<Stmt>> {
        let Stmt::Assign(StmtAssign { targets, value, .. }) = stmt else { return None };
        if let [first, others @ ..] = targets.as_slice()
            && !others.is_empty()
        {
            return aliases(first, others, value, stmt.range());
        }
        let [Expr::Tuple(names)] = targets.as_slice() else { return None };
        let names: Option<Vec<&str>> =
            names.elts.iter().map(|name| Some(name.as_name_expr()?.id.as_str())).collect();
        let (names, values) = (names?, self.values(value)?);
        if names.len() != values.len() {
            return None;
        }
        names.iter().zip(values).map(|(name, value)| assignment(name, value, stmt.range())).collect()
    }

    /// The values, where their number is written.
    fn values(&self, value: &Expr) -> Option<Vec<Expr>> {
        let text = match value {
            Expr::Tuple(tuple) => return plain(&tuple.elts),
            Expr::List(list) => return plain(&list.elts),
            Expr::StringLiteral(text) => {
                let chars = text.value.to_str().chars();
                chars.map(|c| format!("{:?}", c.to_string())).collect::<Vec<_>>()
            }
            Expr::Call(call) if self.has_range && call.arguments.keywords.is_empty() => {
                let is_range = call.func.as_name_expr().is_some_and(|name| name.id.as_str() == "range");
                let bounds: Option<Vec<i64>> = call.arguments.args.iter().map(integer).collect();
                let (start, stop) = match (is_range, bounds?.as_slice()) {
                    (true, &[stop]) => (0, stop),
                    (true, &[start, stop]) => (start, stop),
                    _ => return None,
                };
                (start..stop).map(|n| n.to_string()).collect()
            }
            _ => return None,
        };
        let read = |text: String| match parsed(&format!("{text}\n"), value.range()).pop()? {
            Stmt::Expr(only) => Some(*only.value),
            _ => None,
        };
        text.into_iter().map(read).collect()
    }
}

/// `RED = CRIMSON = auto()`: the first name's member, and the others for it.
fn aliases(first: &Expr, others: &[Expr], value: &Expr, range: TextRange) -> Option<Vec<Stmt>> {
    let first = first.as_name_expr()?;
    let member = assignment(&first.id, value.clone(), range);
    let load = || {
        let mut load = first.clone();
        load.ctx = ExprContext::Load;
        Expr::Name(load)
    };
    let alias = |name: &Expr| assignment(&name.as_name_expr()?.id, load(), range);
    [member].into_iter().chain(others.iter().map(alias)).collect()
}

fn plain(items: &[Expr]) -> Option<Vec<Expr>> {
    (!items.iter().any(Expr::is_starred_expr)).then(|| items.to_vec())
}

fn integer(expr: &Expr) -> Option<i64> {
    match &expr.as_number_literal_expr()?.value {
        Number::Int(value) => value.as_i64(),
        _ => None,
    }
}

fn assignment(name: &str, value: Expr, range: TextRange) -> Option<Stmt> {
    let mut stmt = parsed(&format!("{name} = _\n"), range).pop()?;
    if let Stmt::Assign(assign) = &mut stmt {
        *assign.value = value;
    }
    Some(stmt)
}
