//! `left is right` of two tuples, which have no identity of their own: they are taken for one where their items are.
//!
//! ```text
//! pair is other       { let (left, right) = (pair, other); left.0.is(&right.0) && left.1 == right.1 }
//! ```

use portalis_typeck::ty::{Atom, TypeId};

use super::FnCx;
use crate::represent::Repr;
use crate::rir::{self, Expr};

/// Whether values of this kind have no identity that a program may rely on, and `==` tells them apart as well.
fn is_known_by_value(repr: &Repr) -> bool {
    match repr {
        Repr::Unit | Repr::Bool | Repr::I64 | Repr::Big | Repr::Str => true,
        Repr::Tuple(items) => items.iter().all(is_known_by_value),
        Repr::TupleVar(elem) => is_known_by_value(elem),
        Repr::Option(inner) => is_known_by_value(inner),
        _ => false,
    }
}

impl FnCx<'_, '_> {
    pub(super) fn same_tuple(&mut self, (left, l): (Expr, TypeId), (right, r): (Expr, TypeId)) -> Expr {
        let items: Vec<_> = self.tuple_items(l).into_iter().zip(self.tuple_items(r)).collect();
        if items.is_empty() || is_known_by_value(&self.cx.rep.repr(l)) {
            return Expr::binary(rir::BinOp::Eq, left, right);
        }
        let bool_ty = self.of(Atom::Bool);
        let (same, _) = self.held_pair((left, l), (right, r), |cx, left, right| {
            let item = |cx: &mut Self, of: &Expr, i: usize, ty: TypeId| {
                let place = Expr::TupleField(Box::new(of.clone()), i as u32);
                (if cx.is_copy(ty) { place } else { place.cloned() }, ty)
            };
            let mut same = items.iter().enumerate().map(|(i, &(x, y))| {
                let (left, right) = (item(cx, &left, i, x), item(cx, &right, i, y));
                cx.identity(left, right)
            });
            let first = same.next().unwrap_or(Expr::Bool(true));
            (same.fold(first, |all, one| Expr::binary(rir::BinOp::And, all, one)), bool_ty)
        });
        same
    }
}
