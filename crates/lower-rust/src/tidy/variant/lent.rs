//! A loop does not clone what is only opened.
//!
//! ```text
//! for x in xs.iter().cloned() { match &x { … } }          for x in xs.iter() { match x { … } }
//! ```

use super::super::narrow::CONSUMING;
use super::super::resolve::variable;
use crate::rir::visit::{Visit, VisitMut, walk_expr, walk_expr_mut};
use crate::rir::{Expr, Pat};

/// Lends the variables of loops.
pub(super) struct Lent;

impl VisitMut for Lent {
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        let Expr::For(_, Pat::Bind(name, false), items, body) = expr else { return };
        let Expr::Method(lent, cloned, _, _) = &mut **items else { return };
        if cloned != "cloned" || !matches!(&**lent, Expr::Method(_, iter, _, _) if iter == "iter") {
            return;
        }
        let mut opened = Opened { name, n_opened: 0, is_kept: false };
        opened.block(body);
        if opened.n_opened > 0 && !opened.is_kept {
            **items = std::mem::replace(lent, Expr::unit());
            AsItIs(name).block(body);
        }
    }
}

/// Whether a variable is opened by reference, and used otherwise in ways that are as good for a reference.
struct Opened<'n> {
    name: &'n str,
    n_opened: u32,
    is_kept: bool,
}

impl Visit for Opened<'_> {
    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Match(value, arms) if is_lent(value, self.name) => {
                self.n_opened += 1;
                arms.iter().for_each(|arm| self.arm(arm));
            }
            Expr::IfLet(_, value, then, otherwise) if is_lent(value, self.name) => {
                self.n_opened += 1;
                self.block(then);
                otherwise.iter().for_each(|otherwise| self.expr(otherwise));
            }
            Expr::Method(value, name, _, args)
                if variable(value) == Some(self.name)
                    && name != "clone"
                    && !CONSUMING.contains(&name.as_str()) =>
            {
                args.iter().for_each(|arg| self.expr(arg));
            }
            _ => {
                self.is_kept |= variable(expr) == Some(self.name);
                walk_expr(self, expr);
            }
        }
    }
}

/// Whether it is `&name`.
fn is_lent(value: &Expr, name: &str) -> bool {
    matches!(value, Expr::Ref(value) if variable(value) == Some(name))
}

/// `&x`, where `x` is a reference.
struct AsItIs<'n>(&'n str);

impl VisitMut for AsItIs<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        if is_lent(expr, self.0) {
            *expr = Expr::local(self.0);
        }
        walk_expr_mut(self, expr);
    }
}
