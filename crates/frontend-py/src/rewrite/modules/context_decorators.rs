//! A function of `contextlib.contextmanager` as a decorator: what it decorates runs inside of it, anew at each call.
//!
//! ```text
//! @tag("b")                       def hello(who):
//! def hello(who):                     with tag("b"):
//!     return who                          return who
//! ```
//!
//! So where its arguments are constants, which nobody can tell from those that were evaluated once, and where it is the
//! decorator that sees the function first.
//!
//! Source: Library Reference, `contextlib.ContextDecorator`.

use std::cell::Cell;

use ruff_python_ast::visitor::transformer::{Transformer, walk_stmt};
use ruff_python_ast::visitor::{Visitor, walk_expr as visit_expr};
use ruff_python_ast::{Expr, Stmt, StmtFunctionDef};
use ruff_text_size::Ranged;
use rustc_hash::FxHashSet;

use crate::rewrite::bound::{Bound, imported};
use crate::rewrite::quote::parsed;

/// The module's statements with such functions written out; `None` where there is none.
pub(crate) fn written_out(_source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let bound = Bound::of(body);
    let local = imported(body, "contextlib", "contextmanager");
    let managers = body.iter().filter_map(|stmt| match stmt {
        Stmt::FunctionDef(def) => match def.decorator_list.as_slice() {
            [only] if bound.is_function(&only.expression, local, "contextlib", "contextmanager") => {
                Some(def.name.as_str())
            }
            _ => None,
        },
        _ => None,
    });
    let managers: FxHashSet<&str> = managers.filter(|name| bound.times(name) == 1).collect();
    if managers.is_empty() {
        return None;
    }
    let functions = Functions { managers, is_changed: Cell::new(false) };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| functions.visit_stmt(stmt));
    functions.is_changed.get().then_some(out)
}

struct Functions<'a> {
    managers: FxHashSet<&'a str>,
    is_changed: Cell<bool>,
}

impl Functions<'_> {
    /// Whether a decorator is the call of such a function with constants.
    fn is_manager(&self, decorator: &Expr) -> bool {
        let Expr::Call(call) = decorator else { return false };
        let is_constant = |arg: &Expr| arg.is_literal_expr();
        matches!(&*call.func, Expr::Name(name) if self.managers.contains(name.id.as_str()))
            && call.arguments.args.iter().all(is_constant)
            && call
                .arguments
                .keywords
                .iter()
                .all(|keyword| keyword.arg.is_some() && is_constant(&keyword.value))
    }
}

impl Transformer for Functions<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        let Stmt::FunctionDef(def) = stmt else { return };
        if def.is_async || yields(def) {
            return;
        }
        while def.decorator_list.last().is_some_and(|last| self.is_manager(&last.expression)) {
            let Some(last) = def.decorator_list.pop() else { return };
            let Some(Stmt::With(mut with)) = parsed("with 0:\n    0\n", def.name.range()).into_iter().next()
            else {
                return;
            };
            with.items[0].context_expr = last.expression;
            let has_doc =
                matches!(def.body.first(), Some(Stmt::Expr(doc)) if doc.value.is_string_literal_expr());
            with.body = def.body.split_off(usize::from(has_doc));
            if with.body.is_empty() {
                with.body = parsed("pass\n", def.name.range()).into();
            }
            def.body.push(Stmt::With(with));
            self.is_changed.set(true);
        }
    }
}

/// Whether a function is a generator: it runs after the call.
fn yields(def: &StmtFunctionDef) -> bool {
    struct Yields(bool);
    impl Visitor<'_> for Yields {
        fn visit_expr(&mut self, expr: &Expr) {
            self.0 |= matches!(expr, Expr::Yield(_) | Expr::YieldFrom(_));
            visit_expr(self, expr);
        }
    }
    let mut found = Yields(false);
    found.visit_body(&def.body);
    found.0
}
