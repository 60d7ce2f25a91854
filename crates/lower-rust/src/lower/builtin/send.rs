//! What is sent to generators, and thrown at them.

use portalis_hir::ExprId;
use portalis_typeck::builtins::COROUTINE;
use portalis_typeck::cell::Field;
use portalis_typeck::ty::{Atom, BOT, Kind, TypeId};

use crate::lower::FnCx;
use crate::represent::Repr;
use crate::rir::{Block, Expr};

impl FnCx<'_, '_> {
    /// `generator.send(value)`, `async_generator.asend(value)`: `None` is sent as by `next`.
    pub(super) fn send_call(&mut self, receiver: Expr, ty: TypeId, value: ExprId) -> (Expr, TypeId) {
        let Some((_, Atom::Cont(kind, cell))) = self.cx.rep.atoms(ty).into_iter().next() else {
            return (receiver, BOT);
        };
        let (elem, sent) = {
            let cell = &self.cx.rep.inferred.cells[cell.index()];
            (cell.get(&Field::Elem), cell.get(&Field::Sent))
        };
        let result =
            if kind == Kind::Generator { elem } else { self.of(Atom::Cont(Kind::Native(COROUTINE), cell)) };
        let mut block = Block::default();
        let value_ty = self.type_of(value);
        let receiver = if self.is_single(value_ty) {
            receiver
        } else {
            let receiver = self.owned(receiver, ty);
            self.named(receiver, &mut block.stmts)
        };
        let value = self.value(value);
        let call = self.dispatch(value, value_ty, result, &mut |cx, value, one, (_, atom)| {
            let receiver = receiver.clone();
            let call = match (kind, atom) {
                (Kind::Generator, Atom::None) => {
                    let next = cx.raising(receiver, "next_item", Vec::new());
                    crate::coerce::after(value, next)
                }
                (Kind::Generator, _) => {
                    let value = cx.coerce(value, one, sent);
                    cx.raising(receiver, "send", vec![value])
                }
                (_, Atom::None) => crate::coerce::after(value, receiver.method("anext", Vec::new())),
                _ => {
                    // It is sent as any type, so that a literal has to say its own.
                    let mut value = cx.coerce(value, one, sent);
                    crate::lower::anchor(&mut value);
                    receiver.method("asend", vec![value])
                }
            };
            (call, result)
        });
        if block.stmts.is_empty() {
            return (call, result);
        }
        block.tail = Some(Box::new(call));
        (Expr::Block(block), result)
    }

    /// `generator.throw(error)`.
    pub(super) fn throw_call(
        &mut self,
        receiver: Expr,
        ty: TypeId,
        id: ExprId,
        error: ExprId,
    ) -> (Expr, TypeId) {
        let elem = self.elem_type(ty);
        let error_ty = self.type_of(error);
        let some = self.without_none(error_ty);
        let error = if self.cx.rep.repr(some) == Repr::Exception {
            self.value_as(error, some)
        } else {
            let error = self.value(error);
            let error = self.thrown_value(id, error, error_ty);
            let may_be_thrown = self.cx.rep.atoms(error_ty).iter().any(|(_, atom)| match atom {
                Atom::Class(class) => self.cx.rep.is_exception_class(*class),
                atom => matches!(atom, Atom::ExcClass(_)) || self.cx.rep.is_exception(atom),
            });
            if !may_be_thrown {
                return (crate::coerce::after(receiver, error), BOT);
            }
            error
        };
        let call = receiver.method("try_throw", vec![error]);
        (self.propagate(call), elem)
    }
}
