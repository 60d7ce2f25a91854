//! `&`, `|`, `-` and `^` of the keys or items of a dict with a set, another view or any iterable.
//!
//! ```text
//! a.keys() & b.keys()         view_operators::and_view(a.keys(), b.keys())
//! a.keys() - names            { let all = a.keys().collect::<Set<_>>(); all.difference_update(&names); all }
//! ```

use portalis_hir::{BinOp, CmpOp};
use portalis_typeck::cell::{CellKind, Node};
use portalis_typeck::ty::{Atom, BOT, Kind, TypeId};

use super::FnCx;
use super::builtin::let_;
use crate::represent::Repr;
use crate::rir::{Block, Expr, Path, Stmt};

fn is_view(repr: &Repr) -> bool {
    matches!(repr, Repr::Keys(..) | Repr::Items(..))
}

fn is_set(repr: &Repr) -> bool {
    matches!(repr, Repr::Set(_) | Repr::FrozenSet(_))
}

impl FnCx<'_, '_> {
    /// `left op right` as a `to`, one of which is a view; `None` where that is no operator of views.
    pub(super) fn view_operator(
        &mut self,
        op: BinOp,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
        to: TypeId,
    ) -> Option<(Expr, TypeId)> {
        let (a, b) = (self.cx.rep.repr(l), self.cx.rep.repr(r));
        let is_operator = matches!(op, BinOp::BitAnd | BinOp::BitOr | BinOp::BitXor | BinOp::Sub);
        if !is_operator || !(is_view(&a) || is_view(&b)) || to == BOT {
            return None;
        }
        let elem = self.elem_type(to);
        let wanted = self.cx.rep.repr(elem);
        for side in [l, r] {
            let item = self.iteration_type(side);
            // Which of two items that are equal is in the result depends on the sizes.
            if item != BOT && (self.cx.rep.repr(item) != wanted || self.hides(item)) {
                self.unsupported_operation("an operator of views whose items are of several types");
                return Some((Expr::Unreachable("refused"), to));
            }
            if item != BOT && self.unhashable(item).is_some() {
                self.unsupported_operation("an operator of views whose items have no hash");
                return Some((Expr::Unreachable("refused"), to));
            }
        }
        let (left, right) = (self.owned(left, l), self.owned(right, r));
        let both_items = matches!((&a, &b), (Repr::Items(..), Repr::Items(..)));
        let mut block = Block::default();
        let name = match op {
            BinOp::BitAnd if is_set(&a) || is_set(&b) => "and_set",
            BinOp::BitAnd if is_view(&a) && is_view(&b) => "and_view",
            BinOp::BitAnd => "and_items",
            BinOp::BitXor if both_items => "xor_items",
            BinOp::BitOr => {
                let all = self.held_set((left, l), elem, to, &mut block);
                self.extend_from(all.clone(), "set_extend", right, r, elem, &mut block);
                block.tail = Some(Box::new(all));
                return Some((Expr::Block(block), to));
            }
            _ => {
                let all = self.held_set((left, l), elem, to, &mut block);
                let other = match is_set(&b) && self.elem_type(r) != BOT {
                    true => right,
                    false => self.collect_as(right, r, elem, to),
                };
                let method =
                    if op == BinOp::Sub { "difference_update" } else { "symmetric_difference_update" };
                block.stmts.push(Stmt::Expr(all.clone().method(method, vec![other.by_ref()])));
                block.tail = Some(Box::new(all));
                return Some((Expr::Block(block), to));
            }
        };
        let ((view, view_ty), (other, other_ty)) = if is_view(&a) {
            ((left, l), (right, r))
        } else {
            let left = self.named(left, &mut block.stmts);
            ((right, r), (left, l))
        };
        let view = self.walked_as(view, view_ty, elem);
        let other = match name {
            "and_set" if self.elem_type(other_ty) != BOT => other.by_ref(),
            "and_set" => self.collect_as(other, other_ty, elem, to).by_ref(),
            _ => self.walked_as(other, other_ty, elem),
        };
        let function = Path::RtIn("view_operators", name.to_owned());
        block.tail = Some(Box::new(Expr::call(function, vec![view, other])));
        Some((block.into_expr(), to))
    }

    /// What gives the items of a value, each as an `elem`.
    fn walked_as(&mut self, value: Expr, ty: TypeId, elem: TypeId) -> Expr {
        let item = self.iteration_type(ty);
        if item != BOT && is_view(&self.cx.rep.repr(ty)) {
            return value;
        }
        self.collect_list(value, ty, elem).method("iter", Vec::new())
    }

    /// `left op right` of a view and another view or a set, which are compared as sets; `None` of what else there is.
    pub(super) fn view_comparison(
        &mut self,
        node: Node,
        op: CmpOp,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
    ) -> Option<(Expr, TypeId)> {
        let (a, b) = (self.cx.rep.repr(l), self.cx.rep.repr(r));
        let is_set_like = |repr: &Repr| is_view(repr) || is_set(repr);
        let is_equality = matches!(op, CmpOp::Eq | CmpOp::Ne);
        // Views of one kind are equal as they stand.
        let is_known =
            is_equality && (a == b || !matches!((&a, &b), (Repr::Items(..), _) | (_, Repr::Items(..))));
        if is_known || !(is_view(&a) || is_view(&b)) || !is_set_like(&a) || !is_set_like(&b) {
            return None;
        }
        let inclusion = match op {
            CmpOp::Le => "is_subset",
            CmpOp::Lt => "is_proper_subset",
            CmpOp::Ge => "is_superset",
            CmpOp::Gt => "is_proper_superset",
            _ => "",
        };
        if a == b && matches!(a, Repr::Items(..)) && !inclusion.is_empty() {
            return Some((left.method(inclusion, vec![right.by_ref()]), self.of(Atom::Bool)));
        }
        let as_set = |cx: &mut Self, side: Expr, ty: TypeId, repr: &Repr| {
            if !is_view(repr) {
                return (side, ty);
            }
            let elem = cx.iteration_type(ty);
            if cx.unhashable(elem).is_some() {
                cx.unsupported_operation("comparing views whose items have no hash");
            }
            let set = cx.made_container(CellKind::Cont(Kind::Set), elem, BOT);
            (cx.collect_as(side, ty, elem, set), set)
        };
        let left = as_set(self, left, l, &a);
        let right = as_set(self, right, r, &b);
        let bool_ty = self.of(Atom::Bool);
        Some((self.rich(node, op, left, right, bool_ty), bool_ty))
    }

    /// A variable with a new set of the items of `value`.
    fn held_set(&mut self, (value, ty): (Expr, TypeId), elem: TypeId, to: TypeId, block: &mut Block) -> Expr {
        let all = self.temp("all");
        let set = match self.cx.rep.repr(ty) {
            Repr::Keys(..) if self.elem_type(ty) != BOT => value.method("to_set", Vec::new()),
            _ => self.collect_as(value, ty, elem, to),
        };
        block.stmts.push(let_(&all, set));
        Expr::local(all)
    }
}
