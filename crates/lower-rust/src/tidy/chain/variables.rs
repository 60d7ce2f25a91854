//! The variables of a closure: references where it gets one, without the numbers that told them apart, `_` where unused.

use rustc_hash::FxHashMap;

use super::super::resolve::variable;
use crate::rir::visit::{VisitMut, walk_expr_mut, walk_pat_mut};
use crate::rir::{Expr, Pat, Path};

/// Makes of variables what they are where a closure gets a reference to its item.
pub(super) struct Borrowed {
    pub names: Vec<String>,
    /// Whether they are known to be copied.
    pub is_copied: bool,
    /// Whether none is used up.
    pub is_possible: bool,
}

impl Borrowed {
    fn is_one(&self, expr: &Expr) -> bool {
        variable(expr).is_some_and(|name| self.names.iter().any(|known| known == name))
    }

    /// An operand: numbers are copied, other things compared where they are.
    fn operand(&mut self, expr: &mut Expr) {
        if self.is_one(expr) {
            *expr = expr.clone().deref();
        } else {
            self.expr(expr);
        }
    }
}

impl VisitMut for Borrowed {
    fn expr(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Ref(value) if self.is_one(value) => *expr = (**value).clone(),
            Expr::Method(receiver, _, _, args) if self.is_one(receiver) => {
                args.iter_mut().for_each(|arg| self.expr(arg));
            }
            Expr::TupleField(value, _) | Expr::Field(value, _) if self.is_one(value) => {}
            Expr::Binary(_, left, right) => {
                self.operand(left);
                self.operand(right);
            }
            Expr::Unary(_, value) | Expr::Cast(value, _) => self.operand(value),
            value if self.is_one(value) => {
                self.is_possible &= self.is_copied;
                *value = value.clone().deref();
            }
            expr => walk_expr_mut(self, expr),
        }
    }
}

/// Renames a variable.
pub(super) struct Rename {
    pub from: String,
    pub to: String,
}

impl VisitMut for Rename {
    fn expr(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Path(Path::Local(name)) if *name == self.from => name.clone_from(&self.to),
            expr => walk_expr_mut(self, expr),
        }
    }

    fn pat(&mut self, pat: &mut Pat) {
        match pat {
            Pat::Bind(name, _) if *name == self.from => name.clone_from(&self.to),
            pat => walk_pat_mut(self, pat),
        }
    }
}

/// Makes `_` of variables that nothing names.
pub(super) struct Unnamed<'a>(pub &'a FxHashMap<String, u32>);

impl VisitMut for Unnamed<'_> {
    fn pat(&mut self, pat: &mut Pat) {
        match pat {
            Pat::Bind(name, _) if !self.0.contains_key(name) => *pat = Pat::Wild,
            pat => walk_pat_mut(self, pat),
        }
    }
}
