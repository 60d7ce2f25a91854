//! `<` and its kin of sequences whose items are held differently: the first items that are not equal decide.
//!
//! ```text
//! (a, b) < (c, d)     if a == c { b < d } else { a < c }      // part by part
//! xs < ys             both as lists of all the kinds of items: those without an order raise when they meet
//! ```
//!
//! Source: Language Reference, 6.10.1.

use portalis_hir::CmpOp;
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, TypeId};

use super::FnCx;
use super::builtin::let_;
use super::compare::rust_cmp;
use crate::represent::Repr;
use crate::rir::{Block, Expr, Path};

impl FnCx<'_, '_> {
    /// The order of two tuples of known lengths.
    pub(super) fn tuple_order(
        &mut self,
        node: Node,
        op: CmpOp,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
    ) -> Expr {
        let bool_ty = self.of(Atom::Bool);
        self.with_parts((left, l), (right, r), |cx, x, y| {
            // Where one is the beginning of the other, their lengths decide.
            let by_length = match op {
                CmpOp::Lt => x.len() < y.len(),
                CmpOp::Le => x.len() <= y.len(),
                CmpOp::Gt => x.len() > y.len(),
                _ => x.len() >= y.len(),
            };
            let pairs: Vec<_> = x.iter().zip(y).collect();
            pairs.into_iter().rev().fold(Expr::Bool(by_length), |rest, (a, b)| {
                let equal = cx.rich(node, CmpOp::Eq, a.clone(), b.clone(), bool_ty);
                let decided = cx.rich(node, op, a.clone(), b.clone(), bool_ty);
                let decided = Expr::Block(Block::of(decided));
                Expr::If(Box::new(equal), Block::of(rest), Some(Box::new(decided)))
            })
        })
    }

    /// The order of two sequences whose lengths only the run knows.
    pub(super) fn sequence_order(
        &mut self,
        op: CmpOp,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
    ) -> Expr {
        let (x, y) = (self.iteration_type(l), self.iteration_type(r));
        let elem = self.cx.rep.inferred.types.join(x, y);
        let repr = self.cx.rep.repr(elem);
        if !self.may_order(&repr) {
            self.unsupported_operation(op.symbol());
            return Expr::Bool(false);
        }
        let (a, b, asked) = (self.temp("left"), self.temp("right"), self.temp("asked"));
        let (left, right) = (self.owned(left, l), self.owned(right, r));
        let (left, right) = (self.collect_list(left, l, elem), self.collect_list(right, r, elem));
        let mut block = Block { stmts: vec![let_(&a, left), let_(&b, right)], tail: None };
        let raises = matches!(repr, Repr::Union(_)) && !self.is_ordered(&repr);
        if raises {
            let ask = Path::RtIn("compare", "ask".to_owned());
            block
                .stmts
                .push(let_(&format!("_{asked}"), Expr::call(ask, vec![Expr::Str(op.symbol().to_owned())])));
        }
        let compared = Expr::binary(rust_cmp(op), Expr::local(a), Expr::local(b));
        block.tail = Some(Box::new(compared));
        self.ordered(elem, Expr::Block(block))
    }
}
