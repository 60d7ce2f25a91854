//! `map(function, *rows)`: the columns of a table, each of which is the arguments of a call.
//!
//! ```text
//! map(max, *rows)     (max(*_column) for _column in _columns_of(*rows))
//!
//!                     def _columns_of(*rows):
//!                         if not rows:
//!                             raise TypeError("map() must have at least two arguments.")
//!                         return zip(*rows)
//! ```
//!
//! Where the text itself says how many there are, the call stays as it is.

use std::cell::Cell;
use std::collections::BTreeSet;

use ruff_python_ast::visitor::{Visitor, walk_parameters, walk_stmt};
use ruff_python_ast::{Expr, ExprCall, Parameters, Stmt};
use ruff_text_size::Ranged;

use super::written_calls;
use crate::rewrite::bound::Bound;
use crate::rewrite::head::is_head;
use crate::rewrite::quote::parsed;

const COLUMNS: &str = "def _columns_of(*rows):
    if not rows:
        raise TypeError('map() must have at least two arguments.')
    return zip(*rows)
";

/// The module's statements with such calls written out; `None` where there is none.
pub(crate) fn written_out(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let may_be = source.split("map(").skip(1).any(|call| call.contains(", *"));
    let bound = Bound::of(body);
    if !may_be || !["map", "zip"].iter().all(|name| bound.is_builtin(name)) {
        return None;
    }
    let mut counted = Counted::default();
    counted.visit_body(body);
    let writer = Writer { bound, counted: counted.0, is_used: Cell::new(false) };
    let mut out = written_calls::replaced(body, |call| writer.written(call))?;
    if writer.is_used.get() {
        let at = out.iter().position(|stmt| !is_head(stmt)).unwrap_or(out.len());
        let range = out.first().map(Ranged::range).unwrap_or_default();
        out.splice(at..at, parsed(COLUMNS, range));
    }
    Some(out)
}

/// The names that are bound to tuples which are written out, or to the arguments of a call.
#[derive(Default)]
struct Counted<'a>(BTreeSet<&'a str>);

impl<'a> Visitor<'a> for Counted<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::Assign(assign) = stmt
            && let ([Expr::Name(name)], Expr::Tuple(_)) = (&*assign.targets, &*assign.value)
        {
            self.0.insert(name.id.as_str());
        }
        walk_stmt(self, stmt);
    }

    fn visit_parameters(&mut self, parameters: &'a Parameters) {
        self.0.extend(parameters.vararg.iter().map(|param| param.name.as_str()));
        walk_parameters(self, parameters);
    }
}

struct Writer<'a> {
    bound: Bound<'a>,
    counted: BTreeSet<&'a str>,
    is_used: Cell<bool>,
}

impl Writer<'_> {
    /// `call` written out, if it is such a one.
    fn written(&self, call: &ExprCall) -> Option<Expr> {
        let [function, Expr::Starred(rows)] = &*call.arguments.args else { return None };
        if !matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "map")
            || !call.arguments.keywords.is_empty()
        {
            return None;
        }
        let is_counted = match &*rows.value {
            Expr::Tuple(_) | Expr::List(_) => true,
            Expr::Name(name) => self.counted.contains(name.id.as_str()),
            _ => false,
        };
        // It is looked up for each column.
        let is_constant = match function {
            Expr::Lambda(_) => true,
            Expr::Name(name) => self.bound.times(name.id.as_str()) <= 1,
            _ => false,
        };
        if is_counted || !is_constant {
            return None;
        }
        let made = parsed("(_f(*_column) for _column in _columns_of(*_rows))\n", call.range());
        let Some(Stmt::Expr(only)) = made.into_iter().next() else { return None };
        let Expr::Generator(mut made) = *only.value else { return None };
        let Expr::Call(each) = &mut *made.elt else { return None };
        *each.func = function.clone();
        let Expr::Call(columns) = &mut made.generators.first_mut()?.iter else { return None };
        columns.arguments.args = Box::new([Expr::Starred(rows.clone())]);
        self.is_used.set(true);
        Some(Expr::Generator(made))
    }
}
