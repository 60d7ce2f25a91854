//! Where variables are named: whether one is, and how often each.

use rustc_hash::FxHashMap;

use super::resolve::variable;
use crate::rir::visit::{Visit, walk_expr};
use crate::rir::{Expr, Path, Stmt};

/// Looks for a name.
pub(super) struct Mentions<'a> {
    name: &'a str,
    found: bool,
}

impl<'a> Mentions<'a> {
    pub(super) fn in_stmt(name: &'a str, stmt: &Stmt) -> bool {
        let mut mentions = Mentions { name, found: false };
        mentions.stmt(stmt);
        mentions.found
    }

    pub(super) fn in_expr(name: &'a str, expr: &Expr) -> bool {
        let mut mentions = Mentions { name, found: false };
        mentions.expr(expr);
        mentions.found
    }
}

impl Visit for Mentions<'_> {
    fn expr(&mut self, expr: &Expr) {
        self.found |= matches!(expr, Expr::Path(Path::Local(name)) if name == self.name);
        walk_expr(self, expr);
    }
}

/// How often each variable is named.
#[derive(Default)]
pub(super) struct Counts(pub(super) FxHashMap<String, u32>);

impl Counts {
    pub(super) fn of(expr: &Expr) -> Self {
        let mut counts = Counts::default();
        counts.expr(expr);
        counts
    }
}

impl Visit for Counts {
    fn expr(&mut self, expr: &Expr) {
        if let Some(name) = variable(expr) {
            *self.0.entry(name.to_owned()).or_default() += 1;
        }
        walk_expr(self, expr);
    }
}
