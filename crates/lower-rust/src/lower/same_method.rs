//! `==`, `is` and `in` of functions, classes and bound methods, which Rust does not tell apart: functions and classes are
//! held as nothing at all, a bound method as the object that it is bound to.
//!
//! ```text
//! dog.bark == dog.sit     false: another function
//! dog.bark == cat.bark    dog.is(&cat)
//! first in [second]       false
//! ```
//!
//! Source: the data model, *Instance methods*: they are equal if function and object are the same; each read makes one.

use portalis_hir::FuncId;
use portalis_typeck::ty::{Atom, AtomId, TypeId};

use super::FnCx;
use crate::represent::Repr;
use crate::rir::Expr;

impl FnCx<'_, '_> {
    /// Whether it may be a bound method.
    pub(super) fn may_be_method(&self, ty: TypeId) -> bool {
        self.cx.rep.atoms(ty).iter().any(is_method)
    }

    /// `left == right` of two values of one kind each, where one is a bound method.
    pub(super) fn same_method(&mut self, left: (&Expr, TypeId), right: (&Expr, TypeId)) -> Option<Expr> {
        if !self.may_be_method(left.1) && !self.may_be_method(right.1) {
            return None;
        }
        let (x, y) = (self.cx.rep.atoms(left.1), self.cx.rep.atoms(right.1));
        let is_object = matches!(self.cx.rep.repr(left.1), Repr::Object(_));
        let (left, right) = (left.0.clone(), right.0.clone());
        Some(match (x.first(), y.first()) {
            (Some((_, Atom::Bound(_, f, _))), Some((_, Atom::Bound(_, g, _)))) if f == g => {
                if !is_object {
                    self.unsupported_operation("comparing bound methods");
                }
                left.method("is", vec![right.by_ref()])
            }
            (Some((_, Atom::BoundBuiltin(_, f))), Some((_, Atom::BoundBuiltin(_, g)))) if f == g => {
                self.unsupported_operation("comparing bound methods");
                Expr::Bool(false)
            }
            _ => crate::coerce::after(left, crate::coerce::after(right, Expr::Bool(false))),
        })
    }

    /// `left is right`, where one is a bound method: different methods are never one object.
    pub(super) fn is_method_identical(&mut self, left: TypeId, right: TypeId) -> Option<Expr> {
        let (x, y) = (self.cx.rep.atoms(left), self.cx.rep.atoms(right));
        if !x.iter().any(is_method) || !y.iter().any(is_method) {
            return None;
        }
        self.unsupported_operation("whether two bound methods are one object");
        Some(Expr::Bool(false))
    }

    /// Whether a value of type `item`, which is held as one of type `elem` is, can never be equal to one.
    pub(super) fn is_another(&mut self, item: TypeId, elem: TypeId) -> bool {
        if item == elem || !(self.hides(item) || self.hides(elem)) {
            return false;
        }
        let (x, y) = (self.cx.rep.atoms(item), self.cx.rep.atoms(elem));
        let is_plain = |(_, atom): &(AtomId, Atom)| callee(atom).is_some();
        if !x.iter().all(is_plain) || !y.iter().all(is_plain) {
            self.unsupported_operation("comparing classes or functions inside other values");
            return false;
        }
        !x.iter().any(|(_, one)| y.iter().any(|(_, other)| callee(one) == callee(other)))
    }
}

/// What is called, without what it is bound to and where it was made.
fn callee(atom: &Atom) -> Option<(Option<FuncId>, Option<Atom>)> {
    match atom {
        Atom::Func(func, _) | Atom::Bound(_, func, _) => Some((Some(*func), None)),
        Atom::Class(_) | Atom::Builtin(_) | Atom::ExcClass(_) | Atom::Module(_) => {
            Some((None, Some(atom.clone())))
        }
        Atom::BoundBuiltin(_, name) => Some((None, Some(Atom::Builtin(name.clone())))),
        _ => None,
    }
}

fn is_method((_, atom): &(AtomId, Atom)) -> bool {
    matches!(atom, Atom::Bound(..) | Atom::BoundBuiltin(..))
}
