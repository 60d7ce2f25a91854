//! What is done with a variable of several kinds where its kind is known.

use super::super::narrow::CONSUMING;
use super::super::resolve::variable;
use super::enums::only;
use crate::rir::visit::{Visit, VisitMut, walk_expr, walk_expr_mut};
use crate::rir::{Arm, Expr, Pat, Path};

/// The arm of `match x { … }` that is taken where `x` is a `variant`, and whether `x` is left behind.
fn arm_of<'e>(expr: &'e Expr, name: &str, variant: Option<&Path>) -> Option<(&'e str, &'e Expr, bool)> {
    let Expr::Match(value, arms) = expr else { return None };
    let whole = value.clone_of();
    if variable(whole.unwrap_or(value)) != Some(name) {
        return None;
    }
    let is_plain =
        |arm: &Arm| arm.guard.is_none() && matches!(arm.pat, Pat::Call(..) | Pat::Path(_) | Pat::Wild);
    let taken = arms.iter().find(|arm| only(&arm.pat) == variant)?;
    match &taken.pat {
        Pat::Call(_, parts) if arms.iter().all(is_plain) => match parts.as_slice() {
            [Pat::Bind(held, false)] => Some((held, &taken.body, whole.is_none())),
            _ => None,
        },
        _ => None,
    }
}

/// How a variable is used where it is a `variant`.
pub(super) struct Uses<'n> {
    name: &'n str,
    variant: Option<&'n Path>,
    pub(super) n_opened: u32,
    /// How many of those take it as it is.
    pub(super) n_bare: u32,
    /// How often it is read as a whole.
    pub(super) n_whole: u32,
    /// Whether it may be another value afterwards, or is used in a way that is not known.
    pub(super) is_changed: bool,
}

impl<'n> Uses<'n> {
    pub(super) fn of(name: &'n str, variant: Option<&'n Path>) -> Self {
        Uses { name, variant, n_opened: 0, n_bare: 0, n_whole: 0, is_changed: false }
    }

    fn is_it(&self, expr: &Expr) -> bool {
        variable(expr) == Some(self.name)
    }
}

impl Visit for Uses<'_> {
    fn expr(&mut self, expr: &Expr) {
        if self.variant.is_some()
            && let Some((_, body, is_bare)) = arm_of(expr, self.name, self.variant)
        {
            self.n_opened += 1;
            self.n_bare += u32::from(is_bare);
            return self.expr(body);
        }
        match expr {
            // Read as a whole.
            Expr::Ref(value) | Expr::Matches(value, _) if self.is_it(value) => self.n_whole += 1,
            Expr::Method(value, name, _, args)
                if self.is_it(value) && !CONSUMING.contains(&name.as_str()) =>
            {
                self.n_whole += 1;
                args.iter().for_each(|arg| self.expr(arg));
            }
            _ => {
                self.is_changed |= self.is_it(expr);
                walk_expr(self, expr);
            }
        }
    }
}

/// Takes what a pattern bound where the variable was opened.
pub(super) struct Open<'a> {
    pub(super) name: &'a str,
    pub(super) variant: &'a Path,
    pub(super) inner: &'a str,
    pub(super) is_moved: bool,
    pub(super) is_copied: bool,
    pub(super) n_opened: u32,
}

impl Open<'_> {
    fn is_it(&self, expr: &Expr) -> bool {
        variable(expr) == Some(self.inner)
    }

    /// Puts what the pattern bound where the variable was opened.
    fn take(&mut self, expr: &mut Expr) {
        if let Some((held, body, _)) = arm_of(expr, self.name, Some(self.variant)) {
            let held = held.to_owned();
            let mut body = body.clone();
            rename(&mut body, &held, self.inner);
            self.n_opened += 1;
            *expr = body;
        }
    }

    /// The value on its own.
    fn whole(&self) -> Expr {
        let inner = Expr::local(self.inner);
        match (self.is_moved, self.is_copied) {
            (true, _) => inner,
            (false, true) => inner.deref(),
            (false, false) => inner.cloned(),
        }
    }
}

impl VisitMut for Open<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        self.take(expr);
        if expr.clone_of().and_then(variable) == Some(self.name) && !self.is_moved {
            // The whole again.
            self.n_opened += 1;
            *expr = Expr::call(self.variant.clone(), vec![self.whole()]);
            return;
        }
        if let Expr::Method(value, ..)
        | Expr::Field(value, _)
        | Expr::TupleField(value, _)
        | Expr::Ref(value) = expr
        {
            self.take(value);
        }
        match expr {
            Expr::Method(value, name, _, args)
                if self.is_it(value) && !CONSUMING.contains(&name.as_str()) =>
            {
                args.iter_mut().for_each(|arg| self.expr(arg));
            }
            Expr::Field(value, _) | Expr::TupleField(value, _) if self.is_it(value) => {}
            Expr::Ref(value) if self.is_it(value) && !self.is_moved => *expr = Expr::local(self.inner),
            Expr::Ref(value) if self.is_it(value) => {}
            _ if self.is_it(expr) => *expr = self.whole(),
            _ => walk_expr_mut(self, expr),
        }
    }
}

fn rename(expr: &mut Expr, from: &str, to: &str) {
    struct Rename<'a>(&'a str, &'a str);
    impl VisitMut for Rename<'_> {
        fn expr(&mut self, expr: &mut Expr) {
            if let Expr::Path(Path::Local(name)) = expr
                && name == self.0
            {
                self.1.clone_into(name);
            }
            walk_expr_mut(self, expr);
        }
    }
    Rename(from, to).expr(expr);
}
