//! What an expression or a block mentions of a list, and whether it changes it.

use rustc_hash::FxHashSet;

use super::methods::{Kind, kind};
use super::places::{Place, Places};
use super::shapes::{callee, enumerated, holder, named, row_of, shown};
use crate::rir::visit::{Visit, walk_expr, walk_stmt};
use crate::rir::{Expr, Pat, Stmt};
use crate::tidy::mentions::Mentions;
use crate::tidy::resolve::{bound, plain};

/// The variables that an expression mentions.
pub(super) struct Mentioned(pub(super) FxHashSet<String>);

impl Visit for Mentioned {
    fn expr(&mut self, expr: &Expr) {
        self.0.extend(holder(expr).map(str::to_owned));
        walk_expr(self, expr);
    }
}

impl Places {
    /// Whether an expression does not name what holds a list, or calls who may.
    pub(super) fn is_free_of(&self, expr: &Expr, name: &str) -> bool {
        struct Reads<'p> {
            places: &'p Places,
            name: &'p str,
            found: bool,
        }
        impl Visit for Reads<'_> {
            fn expr(&mut self, expr: &Expr) {
                self.found |= match expr {
                    Expr::Field(_, field) => field == self.name,
                    Expr::Method(_, method, _, _) => self.places.is_method(method),
                    Expr::Call(func, _) => callee(func).is_some(),
                    _ => false,
                };
                walk_expr(self, expr);
            }
        }
        if self.field(name).is_none() {
            return !Mentions::in_expr(name, expr);
        }
        let mut reads = Reads { places: self, name, found: false };
        reads.expr(expr);
        !reads.found
    }
}

/// Whether all that an expression does with a list is to read something that it does not keep.
pub(in crate::tidy) fn only_reads(expr: &Expr, name: &str) -> bool {
    struct Reads<'n> {
        name: &'n str,
        only: bool,
    }
    impl Visit for Reads<'_> {
        fn expr(&mut self, expr: &Expr) {
            match expr {
                Expr::Method(list, method, _, args)
                    if (holder(list) == Some(self.name)
                        || row_of(list).is_some_and(|(name, _)| name == self.name))
                        && kind(method) == Some(Kind::Reads) =>
                {
                    row_of(list).into_iter().for_each(|(_, index)| self.expr(index));
                    args.iter().for_each(|arg| self.expr(arg));
                }
                _ if holder(expr) == Some(self.name) => self.only = false,
                _ => walk_expr(self, expr),
            }
        }
    }
    let mut reads = Reads { name, only: true };
    reads.expr(expr);
    reads.only
}

/// Whether the body of a loop changes a list, or moves it; and to which parameters it lends it.
pub(super) struct Changes<'p> {
    pub(super) places: &'p Places,
    pub(super) func: usize,
    pub(super) place: Place,
    pub(super) found: bool,
    pub(super) lent: Vec<Place>,
}

impl Changes<'_> {
    fn is_it(&self, expr: &Expr) -> bool {
        named(expr).and_then(|name| self.places.variable(self.func, name)) == Some(self.place)
    }

    /// Whether it is one of the lists in it.
    fn is_row(&self, expr: &Expr) -> bool {
        row_of(expr).and_then(|(name, _)| self.places.variable(self.func, name)) == Some(self.place)
    }

    /// A variable that one of the lists in it is lent to.
    fn lends(&mut self, pat: &Pat) {
        for name in bound(pat) {
            self.lent.extend(self.places.variable(self.func, &name));
        }
    }

    /// Whether a call may change it where it is an attribute.
    fn may_change(&self, func: &str) -> bool {
        self.places.is_attribute(self.place) && self.places.changes_objects(plain(func))
    }

    fn method(&mut self, name: &str, args: &[Expr]) {
        self.found |= kind(name) != Some(Kind::Reads) && !matches!(name, "iter" | "reversed");
        args.iter().for_each(|arg| self.expr(arg));
    }
}

impl Visit for Changes<'_> {
    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Method(_, func, _, _) => self.found |= self.may_change(func),
            Expr::Call(func, _) => self.found |= callee(func).is_some_and(|func| self.may_change(func)),
            _ => {}
        }
        match expr {
            Expr::Method(list, name, _, args) if self.is_it(list) => self.method(name, args),
            Expr::Method(list, name, _, args) if self.is_row(list) => {
                row_of(list).into_iter().for_each(|(_, index)| self.expr(index));
                self.method(name, args);
            }
            Expr::For(_, pat, iter, body) => {
                let items = enumerated(iter).unwrap_or(iter);
                if matches!(items, Expr::Method(list, _, _, _) if self.is_it(list)) {
                    self.lends(pat);
                }
                self.expr(iter);
                self.block(body);
            }
            Expr::Call(func, args) if callee(func).is_some() => {
                for (at, arg) in args.iter().enumerate() {
                    if self.is_it(arg) || matches!(arg, Expr::Ref(row) if self.is_row(row)) {
                        let param = callee(func).and_then(|func| self.places.param(func, at));
                        let lent = param.filter(|param| self.places.is_ref(*param));
                        self.found |= lent.is_none();
                        self.lent.extend(lent);
                    } else {
                        self.expr(arg);
                    }
                }
            }
            Expr::Ref(value) if self.is_it(value) => {}
            Expr::Binary(op, left, right) if op.is_comparison() => {
                for side in [left, right] {
                    if !self.is_it(side) {
                        self.expr(side);
                    }
                }
            }
            _ if shown(expr).is_some_and(|value| self.is_it(value)) => {}
            _ if holder(expr).is_some() && self.is_it(expr) => self.found = true,
            _ => walk_expr(self, expr),
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        if let Stmt::Let { pat, init: Some(init), .. } = stmt
            && self.is_row(init)
        {
            self.lends(pat);
        }
        walk_stmt(self, stmt);
    }
}
