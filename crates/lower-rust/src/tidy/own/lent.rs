//! Bodies of loops and closures that are handed references to items, where they were handed items.
//!
//! ```text
//! for word in words.iter() {                 for word in &words {
//!     if !seen.contains(&word) {                 if !seen.contains(word) {
//!         seen.add(word);                            seen.add(word.clone());
//!     }                                          }
//! }                                          }
//! ```

use super::places::{Places, is_copy};
use super::rewrite::take;
use crate::rir::visit::{Visit, VisitMut, walk_expr, walk_expr_mut};
use crate::rir::{Arm, Block, Closure, Expr, Pat, Ty, UnOp};
use crate::tidy::mentions::Mentions;
use crate::tidy::resolve::{bound, variable};

/// Makes `body` take references from `pat`; `false` where it has to have the items themselves.
pub(super) fn lend_block(places: &Places, pat: &Pat, item: &Ty, body: &mut Block) -> bool {
    lend(places, pat, item, body, |fits, body| fits.block(body), |lend, body| lend.block(body))
}

/// The same for the body of a closure.
pub(super) fn lend_closure(places: &Places, closure: &mut Closure, item: &Ty) -> bool {
    let [(pat, None)] = closure.params.as_slice() else { return false };
    lend(places, pat, item, &mut *closure.body, |fits, body| fits.expr(body), |lend, body| lend.expr(body))
}

fn lend<T>(
    places: &Places,
    pat: &Pat,
    item: &Ty,
    body: &mut T,
    look: impl Fn(&mut Fits<'_>, &T),
    change: impl Fn(&mut Lend, &mut T),
) -> bool {
    let Some(names) = names(pat, item) else { return false };
    let fits = names.iter().all(|(name, is_copied)| {
        let mut fits = Fits { places, name, is_copied: *is_copied, ok: true };
        look(&mut fits, body);
        fits.ok
    });
    if fits {
        names.into_iter().for_each(|(name, is_copied)| change(&mut Lend { name, is_copied }, body));
    }
    fits
}

/// A closure that was handed a reference is handed a reference to one.
pub(super) fn lend_again(closure: &mut Closure) -> bool {
    let [(Pat::Bind(name, false), None)] = closure.params.as_slice() else { return false };
    let name = name.clone();
    Again(name).expr(&mut closure.body);
    true
}

/// The variables that a pattern binds, and whether each is copied.
fn names(pat: &Pat, item: &Ty) -> Option<Vec<(String, bool)>> {
    match (pat, item) {
        (Pat::Wild, _) => Some(Vec::new()),
        (Pat::Bind(name, false), item) => Some(vec![(name.clone(), is_copy(item))]),
        (Pat::Tuple(pats), Ty::Tuple(items)) if pats.len() == items.len() => {
            let parts: Option<Vec<_>> = pats.iter().zip(items).map(|(pat, item)| names(pat, item)).collect();
            Some(parts?.concat())
        }
        _ => None,
    }
}

/// Whether a body can do with a reference.
struct Fits<'n> {
    places: &'n Places,
    name: &'n str,
    is_copied: bool,
    ok: bool,
}

impl Fits<'_> {
    fn is_it(&self, expr: &Expr) -> bool {
        variable(expr) == Some(self.name)
    }

    /// Whether `expr` is a part of it that would be moved out.
    fn is_part(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Field(base, _) | Expr::TupleField(base, _) => self.is_it(base) || self.is_part(base),
            _ => false,
        }
    }
}

/// Whether an arm only asks for a variant and does not look into it.
fn asks(arm: &Arm) -> bool {
    let is_unused = |name: &String| !Mentions::in_expr(name, &arm.body) && arm.guard.is_none();
    asks_only(&arm.pat) && bound(&arm.pat).iter().all(is_unused)
}

/// Whether a pattern only asks for a variant, which a reference is asked for alike.
fn asks_only(pat: &Pat) -> bool {
    match pat {
        Pat::Wild | Pat::Path(_) => true,
        Pat::Call(_, pats) => pats.iter().all(|pat| matches!(pat, Pat::Wild | Pat::Bind(..))),
        Pat::Or(pats) => pats.iter().all(asks_only),
        _ => false,
    }
}

/// Methods that take what they are called on.
fn consumes(method: &str) -> bool {
    matches!(
        method,
        "expect"
            | "unwrap"
            | "unwrap_or"
            | "unwrap_or_default"
            | "unwrap_or_else"
            | "map"
            | "map_or"
            | "and_then"
            | "is_some_and"
            | "is_none_or"
            | "ok_or"
            | "ok_or_else"
            | "or"
            | "or_else"
            | "filter"
            | "zip"
    ) || method.starts_with("into_")
}

impl Visit for Fits<'_> {
    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Method(base, name, _, args) if self.is_it(base) || self.is_part(base) => {
                self.ok &= !consumes(name);
                args.iter().for_each(|arg| self.expr(arg));
            }
            Expr::Ref(value) if self.is_it(value) || self.is_part(value) => {}
            Expr::Binary(op, left, right) if op.is_comparison() => {
                for side in [left, right] {
                    if !self.is_part(side) {
                        self.expr(side);
                    }
                }
            }
            Expr::Format { first, args, .. } => {
                first.iter().for_each(|first| self.expr(first));
                for arg in args {
                    if !self.is_part(arg) {
                        self.expr(arg);
                    }
                }
            }
            Expr::Match(value, arms) if self.is_it(value) && arms.iter().all(asks) => {
                arms.iter().for_each(|arm| self.arm(arm));
            }
            Expr::Matches(value, pat) if self.is_it(value) && asks_only(pat) && bound(pat).is_empty() => {}
            Expr::Match(value, _)
            | Expr::IfLet(_, value, ..)
            | Expr::WhileLet(_, _, value, _)
            | Expr::Matches(value, _)
                if self.is_it(value) || self.is_part(value) =>
            {
                self.ok = false;
            }
            Expr::Assign(place, _) | Expr::AssignOp(_, place, _)
                if self.is_it(place) || self.is_part(place) =>
            {
                self.ok = false;
            }
            Expr::RefMut(value) if self.is_it(value) || self.is_part(value) => self.ok = false,
            Expr::Field(base, field) if self.is_it(base) && self.places.is_copied(field) => {}
            // What a part is depends on its type.
            _ if self.is_part(expr) => self.ok = false,
            // `-x`, `!x` of what is no number of the machine.
            Expr::Unary(op, value) if self.is_it(value) => self.ok &= self.is_copied && *op != UnOp::Deref,
            Expr::Closure(closure) if closure.is_move => {
                self.ok &= !Mentions::in_expr(self.name, &closure.body);
            }
            Expr::AsyncMove(_) => self.ok = false,
            _ => walk_expr(self, expr),
        }
    }
}

struct Lend {
    name: String,
    is_copied: bool,
}

impl Lend {
    fn is_it(&self, expr: &Expr) -> bool {
        variable(expr) == Some(&self.name)
    }
}

impl VisitMut for Lend {
    fn expr(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Method(base, name, _, args) if self.is_it(base) => {
                // `x.clone()` of a copied item was none; the receiver of others is dereferenced as needed.
                if self.is_copied && name != "clone" {
                    **base = take(base).deref();
                }
                args.iter_mut().for_each(|arg| self.expr(arg));
            }
            Expr::Ref(value) if self.is_it(value) => *expr = take(value),
            Expr::Binary(op, left, right) if op.is_comparison() => {
                for side in [left, right] {
                    if self.is_it(side) {
                        **side = take(side).deref();
                    } else {
                        self.expr(side);
                    }
                }
            }
            Expr::Format { first, args, .. } => {
                first.iter_mut().for_each(|first| self.expr(first));
                for arg in args {
                    if !self.is_it(arg) {
                        self.expr(arg);
                    }
                }
            }
            Expr::Field(base, _) | Expr::TupleField(base, _) if self.is_it(base) => {}
            Expr::Match(value, arms) if self.is_it(value) => arms.iter_mut().for_each(|arm| self.arm(arm)),
            Expr::Matches(value, _) if self.is_it(value) => {}
            _ if self.is_it(expr) => {
                let value = take(expr);
                *expr = if self.is_copied { value.deref() } else { value.cloned() };
            }
            _ => walk_expr_mut(self, expr),
        }
    }
}

/// Dereferences once more where the reference was.
struct Again(String);

impl VisitMut for Again {
    fn expr(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Unary(UnOp::Deref, value) if variable(value) == Some(&self.0) => {
                **value = take(value).deref();
            }
            Expr::Method(base, name, _, _) if name == "clone" && variable(base) == Some(&self.0) => {
                **base = take(base).deref();
            }
            _ => walk_expr_mut(self, expr),
        }
    }
}
