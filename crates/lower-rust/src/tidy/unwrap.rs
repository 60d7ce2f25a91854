//! A variable that only ever holds a value needs no `Option`.
//!
//! ```text
//! let x = Some(f()); g(x.expect("…"));           let x = f(); g(x);
//! ```

use rustc_hash::FxHashMap;

use super::resolve::{captured, variable};
use crate::rir::visit::{Visit, VisitMut, walk_expr, walk_expr_mut, walk_stmt, walk_stmt_mut};
use crate::rir::{Expr, Fn, Pat, Path, Stmt};

/// Takes the `Option`s of `func` off.
pub(super) fn run(func: &mut Fn) {
    let mut uses = Uses::default();
    uses.block(&func.body);
    let held = captured(&func.body);
    uses.made.retain(|name, count| *count == 1 && !uses.other.contains_key(name) && !held.contains(name));
    if !uses.made.is_empty() {
        Unwrap(uses.made).block(&mut func.body);
    }
}

/// How variables are used.
#[derive(Default)]
struct Uses {
    /// `let x = Some(…)`.
    made: FxHashMap<String, u32>,
    /// Any use but `x.expect(…)`.
    other: FxHashMap<String, u32>,
}

/// The variable of `x.expect(…)`, or of `x.clone().expect(…)`.
fn expected(expr: &Expr) -> Option<&Expr> {
    let Expr::Method(value, name, _, _) = expr else { return None };
    let value = match &**value {
        Expr::Method(inner, clone, _, _) if clone == "clone" => inner,
        _ => value,
    };
    (name == "expect" && variable(value).is_some()).then_some(value)
}

impl Visit for Uses {
    fn expr(&mut self, expr: &Expr) {
        if expected(expr).is_some() {
            return;
        }
        if let Some(name) = variable(expr) {
            *self.other.entry(name.to_owned()).or_default() += 1;
        }
        walk_expr(self, expr);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        if let Stmt::Let { pat: Pat::Bind(name, _), init: Some(init), .. } = stmt
            && some(init).is_some()
        {
            *self.made.entry(name.clone()).or_default() += 1;
        }
        walk_stmt(self, stmt);
    }
}

/// What `Some(…)` holds.
fn some(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::Call(callee, args) if matches!(&**callee, Expr::Path(Path::Local(name)) if name == "Some") => {
            args.first()
        }
        _ => None,
    }
}

struct Unwrap(FxHashMap<String, u32>);

impl VisitMut for Unwrap {
    fn expr(&mut self, expr: &mut Expr) {
        if let Some(value) = expected(expr)
            && variable(value).is_some_and(|name| self.0.contains_key(name))
            && let Expr::Method(value, ..) = expr
        {
            *expr = std::mem::replace(value, Expr::unit());
            return;
        }
        walk_expr_mut(self, expr);
    }

    fn stmt(&mut self, stmt: &mut Stmt) {
        walk_stmt_mut(self, stmt);
        if let Stmt::Let { pat: Pat::Bind(name, _), ty, init: Some(init) } = stmt
            && self.0.contains_key(name)
            && let Some(value) = some(init)
        {
            *init = value.clone();
            *ty = None;
        }
    }
}
