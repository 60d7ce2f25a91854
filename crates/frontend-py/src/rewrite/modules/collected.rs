//! `gc.collect()` where nobody looks at the number it gives: CPython counts dicts, cells and methods that are not made
//! here, so there is none to give, and `None` is what other implementations of Python answer.
//!
//! ```text
//! gc.collect()                                    gc._collect()
//! n = gc.collect()                                n = gc._collect()
//! assert n is None or n >= 10                     the same
//! print(gc.collect())                             as it is: refused
//! ```

use std::cell::Cell;

use ruff_python_ast::visitor::transformer::{Transformer, walk_stmt as transform_stmt};
use ruff_python_ast::visitor::{Visitor, walk_expr};
use ruff_python_ast::{BoolOp, CmpOp, Expr, Identifier, Stmt};

use crate::rewrite::bound::{Bound, imported};

/// The module's statements with such calls replaced; `None` where there is none.
pub(crate) fn replaced(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !source.contains("gc") || !source.contains("collect(") {
        return None;
    }
    let calls = Calls {
        bound: &Bound::of(body),
        local: imported(body, "gc", "collect"),
        body,
        n_found: Cell::new(0),
    };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| calls.visit_stmt(stmt));
    (calls.n_found.get() > 0).then_some(out)
}

struct Calls<'a> {
    bound: &'a Bound<'a>,
    /// What `collect` is imported as.
    local: Option<&'a str>,
    body: &'a [Stmt],
    n_found: Cell<usize>,
}

impl Calls<'_> {
    /// Has `call` give nothing.
    fn replace(&self, call: &mut Expr) {
        let Expr::Call(call) = call else { return };
        if !self.bound.is_function(&call.func, self.local, "gc", "collect") {
            return;
        }
        if let Expr::Attribute(attribute) = &mut *call.func {
            attribute.attr = Identifier::new("_collect", attribute.attr.range);
            self.n_found.set(self.n_found.get() + 1);
        }
    }

    /// Whether a variable is only asked whether it is `None`, and for more where it is not.
    fn is_only_tested(&self, name: &str) -> bool {
        let mut uses = Uses { name, n_all: 0, n_tests: 0 };
        uses.visit_body(self.body);
        uses.n_all == uses.n_tests
    }
}

impl Transformer for Calls<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        transform_stmt(self, stmt);
        match stmt {
            Stmt::Expr(only) => self.replace(&mut only.value),
            Stmt::Assign(assign) => {
                if let [Expr::Name(name)] = assign.targets.as_slice()
                    && self.is_only_tested(name.id.as_str())
                {
                    self.replace(&mut assign.value);
                }
            }
            _ => {}
        }
    }
}

struct Uses<'n> {
    name: &'n str,
    n_all: usize,
    n_tests: usize,
}

impl Uses<'_> {
    fn is_it(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::Name(name) if name.ctx.is_load() && name.id.as_str() == self.name)
    }

    /// Whether it is asked by `op` whether it is `None`.
    fn is_test(&self, expr: &Expr, op: CmpOp) -> bool {
        let Expr::Compare(compare) = expr else { return false };
        self.is_it(&compare.left)
            && *compare.ops == [op]
            && matches!(&*compare.comparators, [Expr::NoneLiteral(_)])
    }

    fn count(&self, expr: &Expr) -> usize {
        let mut inside = Uses { name: self.name, n_all: 0, n_tests: 0 };
        inside.visit_expr(expr);
        inside.n_all
    }
}

impl<'a> Visitor<'a> for Uses<'_> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        let is_guarded = match expr {
            Expr::BoolOp(all) => all.values.first().is_some_and(|first| match all.op {
                BoolOp::Or => self.is_test(first, CmpOp::Is),
                BoolOp::And => self.is_test(first, CmpOp::IsNot),
            }),
            expr => self.is_test(expr, CmpOp::Is) || self.is_test(expr, CmpOp::IsNot),
        };
        if let (true, Expr::BoolOp(all)) = (is_guarded, expr) {
            let n = all.values.iter().map(|value| self.count(value)).sum::<usize>();
            self.n_all += n;
            self.n_tests += n;
            return;
        }
        self.n_tests += usize::from(is_guarded);
        self.n_all += usize::from(self.is_it(expr));
        walk_expr(self, expr);
    }
}
