//! A value that is taken apart only to be put together again stays whole.
//!
//! ```text
//! match shape { Shape::Rect(it) => area(Shape::Rect(it.clone())), Shape::Circle(it) => area(Shape::Circle(it.clone())) }
//! area(shape)
//! ```

use super::mentions::Mentions;
use super::resolve::variable;
use crate::rir::visit::{VisitMut, walk_expr_mut};
use crate::rir::{Arm, Expr, Fn, Pat, Path};

/// What stands for the whole value while arms are compared; no identifier has it.
const WHOLE: &str = "@whole";

/// Leaves the values of `func` whole.
pub(super) fn run(func: &mut Fn) {
    Rewrap.block(&mut func.body);
}

struct Rewrap;

impl VisitMut for Rewrap {
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        let Expr::Match(value, arms) = expr else { return };
        if let Some(whole) = is_named(value).then(|| rewrapped(value, arms)).flatten() {
            *expr = whole;
        }
    }
}

/// Whether it is a variable, or a clone of one.
fn is_named(value: &Expr) -> bool {
    variable(value.clone_of().unwrap_or(value)).is_some()
}

/// What every arm does with the whole value, where all do the same.
fn rewrapped(value: &Expr, arms: &[Arm]) -> Option<Expr> {
    if arms.len() < 2 || arms.iter().any(|arm| arm.guard.is_some()) {
        return None;
    }
    let mut bodies = arms.iter().map(|arm| {
        let Pat::Call(variant @ Path::Assoc(..), inner) = &arm.pat else { return None };
        let [Pat::Bind(name, false)] = inner.as_slice() else { return None };
        let mut body = arm.body.clone();
        let mut whole = Whole { variant, name, n_whole: 0 };
        whole.expr(&mut body);
        (whole.n_whole == 1 && !Mentions::in_expr(name, &body)).then_some(body)
    });
    let mut first = bodies.next()??;
    let text = format!("{first:?}");
    if !bodies.all(|body| body.is_some_and(|body| format!("{body:?}") == text)) {
        return None;
    }
    Put(value).expr(&mut first);
    Some(first)
}

/// Finds `Variant(name)` and `Variant(name.clone())`.
struct Whole<'a> {
    variant: &'a Path,
    name: &'a str,
    n_whole: u32,
}

impl VisitMut for Whole<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        if let Expr::Call(callee, args) = &*expr
            && matches!(&**callee, Expr::Path(path) if path == self.variant)
            && let [part] = args.as_slice()
            && matches!(part.clone_of().unwrap_or(part), Expr::Path(Path::Local(name)) if name == self.name)
        {
            self.n_whole += 1;
            *expr = Expr::local(WHOLE);
            return;
        }
        walk_expr_mut(self, expr);
    }
}

struct Put<'a>(&'a Expr);

impl VisitMut for Put<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        if matches!(expr, Expr::Path(Path::Local(name)) if name == WHOLE) {
            *expr = self.0.clone();
            return;
        }
        walk_expr_mut(self, expr);
    }
}
