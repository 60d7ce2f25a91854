//! Order of evaluation: values that are evaluated before what they stand in, and then are variables.
//!
//! Source: Language Reference, 6.16.

use portalis_typeck::ty::TypeId;

use super::FnCx;
use super::builtin::let_;
use crate::represent::Repr;
use crate::rir::{Block, Expr, Stmt};

impl FnCx<'_, '_> {
    /// Evaluates an owned value in `stmts`; what is left of it is a variable named after `what`.
    pub(crate) fn hold_value(&mut self, what: &str, value: Expr, stmts: &mut Vec<Stmt>) -> Expr {
        let name = self.temp(what);
        stmts.push(let_(&name, value));
        Expr::local(name)
    }

    /// The same of a value of type `ty`, which may be one that has no value of its own.
    pub(crate) fn hold_of(&mut self, what: &str, value: Expr, ty: TypeId, stmts: &mut Vec<Stmt>) -> Expr {
        if matches!(self.cx.rep.repr(ty), Repr::Unit | Repr::Static) {
            stmts.push(Stmt::Expr(value));
            return Expr::unit();
        }
        self.hold_value(what, value, stmts)
    }

    /// `body` of two operands that are held in variables, the left one first.
    pub(super) fn held_pair(
        &mut self,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
        body: impl FnOnce(&mut Self, Expr, Expr) -> (Expr, TypeId),
    ) -> (Expr, TypeId) {
        let (left, right) = (self.owned(left, l), self.owned(right, r));
        let mut stmts = Vec::new();
        let left = self.hold_value("left", left, &mut stmts);
        let right = self.hold_value("right", right, &mut stmts);
        let (value, ty) = body(self, left, right);
        (Expr::Block(Block { stmts, tail: Some(Box::new(value)) }), ty)
    }

    /// `value`, after which `next` is evaluated for what it does.
    pub(super) fn before(&mut self, value: Expr, next: Expr) -> Expr {
        match crate::coerce::drop_value(next) {
            Expr::Tuple(parts) if parts.is_empty() => value,
            next => {
                let mut stmts = Vec::new();
                let value = self.hold_value("is", value, &mut stmts);
                stmts.push(Stmt::Expr(next));
                Expr::Block(Block { stmts, tail: Some(Box::new(value)) })
            }
        }
    }
}
