//! Methods of tuples of known length whose items are of several types: each is compared by itself.

use portalis_hir::{CmpOp, ExprId};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, TypeId};

use crate::lower::FnCx;
use crate::represent::Repr;
use crate::rir::{BinOp, Block, Expr, Pat, Path, Stmt};

impl FnCx<'_, '_> {
    /// Whether `count` of `item` in a tuple of type `ty` compares values that are held differently.
    pub(super) fn is_mixed_count(&mut self, ty: TypeId, item: TypeId) -> bool {
        let Repr::Tuple(items) = self.cx.rep.repr(ty) else { return false };
        let item = self.cx.rep.repr(item);
        items.iter().any(|repr| *repr != item)
    }

    /// The items of a tuple and what is looked for among them, by names; the types of the items.
    fn held_items(
        &mut self,
        (tuple, ty): (Expr, TypeId),
        item: ExprId,
    ) -> (Block, Vec<(String, TypeId)>, String) {
        let types = self.tuple_items(ty);
        let item_ty = self.type_of(item);
        let mut block = Block::default();
        let owned = self.owned(tuple, ty);
        let (pat, names) = self.tuple_pattern(types.len());
        block.stmts.push(Stmt::Let { pat, ty: None, init: Some(owned) });
        let looked_for = self.temp("item");
        let value = self.value(item);
        block.stmts.push(Stmt::Let {
            pat: Pat::Bind(looked_for.clone(), false),
            ty: Some(self.rust_type(item_ty)),
            init: Some(value),
        });
        (block, names.into_iter().zip(types).collect(), looked_for)
    }

    /// `if a == item { 0 } else if b == item { 1 } else { … }`.
    pub(super) fn mixed_index(
        &mut self,
        id: ExprId,
        (tuple, ty): (Expr, TypeId),
        item: ExprId,
    ) -> (Expr, TypeId) {
        let (nat, bool_ty) = (self.of(Atom::Nat), self.of(Atom::Bool));
        let (mut block, parts, looked_for) = self.held_items((tuple, ty), item);
        let item_ty = self.type_of(item);
        let mut rest = self.throw_message("ValueError", "tuple.index(x): x not in tuple");
        for (i, (name, one)) in parts.into_iter().enumerate().rev() {
            let operands = ((Expr::local(name), one), (Expr::local(looked_for.clone()), item_ty));
            let equal = self.compare_values(Node::Expr(id), CmpOp::Eq, operands.0, operands.1, bool_ty);
            let here = Block::of(Expr::Int(i as i64, Some("i64")));
            rest = Expr::If(Box::new(equal), here, Some(Box::new(rest)));
        }
        block.tail = Some(Box::new(rest));
        (block.into_expr(), nat)
    }

    /// `i64::from(a == item) + i64::from(b == item) + …`.
    pub(super) fn mixed_count(
        &mut self,
        id: ExprId,
        (tuple, ty): (Expr, TypeId),
        item: ExprId,
    ) -> (Expr, TypeId) {
        let (nat, bool_ty) = (self.of(Atom::Nat), self.of(Atom::Bool));
        let (mut block, parts, looked_for) = self.held_items((tuple, ty), item);
        let item_ty = self.type_of(item);
        let mut sum: Option<Expr> = None;
        for (name, one) in parts {
            let operands = ((Expr::local(name), one), (Expr::local(looked_for.clone()), item_ty));
            let equal = self.compare_values(Node::Expr(id), CmpOp::Eq, operands.0, operands.1, bool_ty);
            let term = Expr::call(Path::local("i64").assoc("from"), vec![equal]);
            sum = Some(match sum {
                Some(sum) => Expr::binary(BinOp::Add, sum, term),
                None => term,
            });
        }
        block.tail = Some(Box::new(sum.unwrap_or(Expr::Int(0, Some("i64")))));
        (Expr::Block(block), nat)
    }

    pub(super) fn rust_type(&mut self, ty: TypeId) -> crate::rir::Ty {
        let repr = self.cx.rep.repr(ty);
        self.cx.rep.ty(&repr)
    }
}
