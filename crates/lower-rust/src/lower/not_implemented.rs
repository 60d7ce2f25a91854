//! Comparisons that methods of the program answer: who is asked first, and who is asked where one answers `NotImplemented`.
//!
//! ```text
//! match a.__eq__(&b) {                                  // a == b, of two classes
//!     EqAnswer::NotImplemented => b.__eq__(&a),
//!     EqAnswer::Bool(answer) => answer,
//! }
//! ```
//!
//! Source: Language Reference, 3.3.1, *Basic customization*.

use portalis_hir::{CmpOp, ExprKind, StmtKind};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, BOT, InstId, TypeId};

use super::FnCx;
use super::compare::{method_name, swapped};
use crate::represent::Repr;
use crate::rir::Expr;

/// An operand, its type, and how it is held.
type Operand<'a> = (Expr, TypeId, &'a Repr);

/// A method that is asked.
#[derive(Clone, Copy)]
struct Question {
    target: InstId,
    /// Whether the right operand is asked about the left one.
    is_reflected: bool,
    /// Whether it is `__eq__`, whose answer `!=` negates where there is no `__ne__`.
    is_negated: bool,
}

impl FnCx<'_, '_> {
    /// `left op right` of two operands of which at least one is an object.
    pub(super) fn rich_method(
        &mut self,
        node: Node,
        op: CmpOp,
        (left, l, a): Operand<'_>,
        (right, r, b): Operand<'_>,
    ) -> (Expr, TypeId) {
        let questions = self.questions(node, op, l, r);
        let decides = questions
            .first()
            .is_some_and(|first| !first.is_reflected && !self.may_not_implement(first.target));
        let is_calm = crate::coerce::is_calm(&left) && crate::coerce::is_calm(&right);
        if !(decides || is_calm) {
            // Either may be asked, and asked again: both are evaluated before, left to right.
            return self.held_pair((left, l), (right, r), |cx, left, right| {
                cx.rich_method(node, op, (left, l, a), (right, r, b))
            });
        }
        self.first_answer(node, op, &questions, (left, l, a), (right, r, b))
    }

    /// The methods that the operands' classes have, in the order in which they are asked.
    fn questions(&self, node: Node, op: CmpOp, l: TypeId, r: TypeId) -> Vec<Question> {
        let (l_atom, r_atom) = (self.first_atom(l), self.first_atom(r));
        let (method, reflected) = (method_name(op), method_name(swapped(op)));
        let question = |atom, method, is_reflected| {
            let own = self.method_target(node, method, atom).map(|target| (target, false));
            let negated = || Some((self.method_target(node, "__eq__", atom)?, true));
            let (target, is_negated) = own.or_else(|| negated().filter(|_| op == CmpOp::Ne))?;
            Some(Question { target, is_reflected, is_negated })
        };
        let mut questions = Vec::from_iter(
            [question(l_atom, method, false), question(r_atom, reflected, true)].into_iter().flatten(),
        );
        let names = [reflected, if op == CmpOp::Ne { "__eq__" } else { reflected }];
        if names.into_iter().any(|name| self.is_asked_first(r_atom, l_atom, name, false)) {
            questions.sort_by_key(|question| !question.is_reflected);
        }
        questions
    }

    /// What the first method answers, or those after it where it gives `NotImplemented`; then what every object does.
    fn first_answer(
        &mut self,
        node: Node,
        op: CmpOp,
        questions: &[Question],
        (left, l, a): Operand<'_>,
        (right, r, b): Operand<'_>,
    ) -> (Expr, TypeId) {
        let Some((&Question { target, is_reflected, is_negated }, rest)) = questions.split_first() else {
            return self.rich_default(node, op, (left, l, a), (right, r, b));
        };
        if self.declines_quietly(target) {
            return self.first_answer(node, op, rest, (left, l, a), (right, r, b));
        }
        let (receiver, other, other_ty) = match is_reflected {
            true => (right.clone(), left.clone(), l),
            false => (left.clone(), right.clone(), r),
        };
        let other = self.owned(other, other_ty);
        let (value, ty) = self.call_method_instance(target, receiver, vec![(other, other_ty)]);
        if ty == BOT {
            return (value, ty);
        }
        let bool_ty = self.of(Atom::Bool);
        if !self.may_not_implement(target) {
            return if is_negated { (self.truth(value, ty).not(), bool_ty) } else { (value, ty) };
        }
        let (otherwise, otherwise_ty) = self.first_answer(node, op, rest, (left, l, a), (right, r, b));
        let answered = self.cx.rep.inferred.types.filter(ty, |atom| *atom != Atom::NotImplemented);
        if answered == BOT {
            return (crate::coerce::after(value, otherwise), otherwise_ty);
        }
        let answer_ty = if is_negated { bool_ty } else { answered };
        let to = self.cx.rep.inferred.types.join(answer_ty, otherwise_ty);
        let value = self.dispatch(value, ty, to, &mut |cx, value, one, (_, atom)| match atom {
            Atom::NotImplemented => (otherwise.clone(), otherwise_ty),
            _ if is_negated => (cx.truth(value, one).not(), bool_ty),
            _ => (value, one),
        });
        (value, to)
    }

    /// Whether a method gives `NotImplemented` for such operands whatever they hold, and nobody can see that it was asked.
    pub(super) fn declines_quietly(&self, target: InstId) -> bool {
        let inst = &self.cx.rep.inferred.insts[target.index()];
        let func = &self.cx.module[inst.func];
        let atoms = self.cx.rep.atoms(inst.ret);
        let never_answers = !atoms.is_empty() && atoms.iter().all(|(_, atom)| *atom == Atom::NotImplemented);
        if !never_answers || !inst.calls.is_empty() || func.is_generator || func.is_async {
            return false;
        }
        let mut only_tests = true;
        portalis_hir::visit::for_each_stmt(self.cx.module, &func.body, &mut |stmt| {
            only_tests &= matches!(
                self.cx.module[stmt].kind,
                StmtKind::If { .. } | StmtKind::Return(_) | StmtKind::Expr(_)
            );
        });
        only_tests && inst.exprs.keys().all(|&expr| self.is_quiet(expr))
    }

    /// Whether evaluating an expression, apart from its parts, is seen by nobody.
    fn is_quiet(&self, expr: portalis_hir::ExprId) -> bool {
        match &self.cx.module[expr].kind {
            ExprKind::Call { callee, .. } => matches!(&self.cx.module[*callee].kind,
                ExprKind::Builtin(name) if matches!(&**name, "isinstance" | "issubclass" | "type" | "callable")),
            ExprKind::Compare { rest, .. } => {
                rest.iter().all(|(op, _)| matches!(op, CmpOp::Is | CmpOp::IsNot | CmpOp::Eq | CmpOp::Ne))
            }
            ExprKind::None
            | ExprKind::Bool(_)
            | ExprKind::Int(_)
            | ExprKind::Str(_)
            | ExprKind::Local(_)
            | ExprKind::Builtin(_)
            | ExprKind::Tuple(_)
            | ExprKind::Unary { .. }
            | ExprKind::BoolOp { .. }
            | ExprKind::IfElse { .. }
            | ExprKind::Attribute { .. } => true,
            _ => false,
        }
    }
}
