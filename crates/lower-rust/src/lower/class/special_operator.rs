//! Operators of builtin values called by the names of their methods: `super().__add__(other)` in a class derived from `int`.

use portalis_hir::{Arg, ExprId};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, TypeId};
use portalis_typeck::{SpecialOperator, special_operator};

use super::super::FnCx;
use super::super::expr::anchor;
use crate::rir::{Expr, Path};

impl FnCx<'_, '_> {
    /// The call of such a method; `None` where it is no such method.
    pub(super) fn call_special_operator(
        &mut self,
        id: ExprId,
        receiver: &Expr,
        receiver_ty: TypeId,
        name: &str,
        args: &[Arg],
    ) -> Option<(Expr, TypeId)> {
        let atom = self.cx.rep.inferred.types.get(self.first_atom(receiver_ty)).clone();
        let operator = special_operator(&atom, name)?;
        let node = Node::Expr(id);
        let mut value = receiver.clone();
        anchor(&mut value);
        Some(match (operator, args) {
            (SpecialOperator::Show, []) => {
                let text = Expr::call(Path::RtIn("show", "repr".to_owned()), vec![value.by_ref()]);
                (text, self.of(Atom::Str))
            }
            (SpecialOperator::Hash, []) => {
                let hash = Expr::call(Path::RtIn("hash", "hash".to_owned()), vec![value.by_ref()]);
                (hash, self.of(Atom::Int))
            }
            (SpecialOperator::Unary(op), []) => {
                let to = self.type_of(id);
                (self.unary_value(id, op, (value, receiver_ty), to), to)
            }
            (
                SpecialOperator::Binary(_) | SpecialOperator::Reflected(_) | SpecialOperator::Compare(_),
                [Arg::Pos(other)],
            ) => {
                let (other, ty) = (*other, self.type_of(*other));
                let other = self.place(other);
                let (other, ty) = self.all_underlying(other.clone(), ty).unwrap_or((other, ty));
                match operator {
                    SpecialOperator::Binary(op) => {
                        let to = self.type_of(id);
                        (self.binary_values(node, op, (value, receiver_ty), (other, ty), to, false), to)
                    }
                    SpecialOperator::Compare(op) => {
                        let bool_ty = self.of(Atom::Bool);
                        (self.compare_values(node, op, (value, receiver_ty), (other, ty), bool_ty), bool_ty)
                    }
                    SpecialOperator::Reflected(op) => {
                        let to = self.type_of(id);
                        (self.binary_values(node, op, (other, ty), (value, receiver_ty), to, false), to)
                    }
                    SpecialOperator::Unary(_) | SpecialOperator::Show | SpecialOperator::Hash => return None,
                }
            }
            _ => return None,
        })
    }
}
