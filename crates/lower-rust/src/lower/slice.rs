//! Slices: written in a subscript, or values.

use portalis_hir::{ExprId, ExprKind, UnaryOp};
use portalis_typeck::builtins::slices::SLICE;
use portalis_typeck::ty::{Atom, TypeId};

use super::FnCx;
use super::builtin::let_;
use crate::represent::Repr;
use crate::rir::{Expr, Path, Stmt};

/// Start, stop and step of a written slice.
pub(super) type Bounds = (Option<ExprId>, Option<ExprId>, Option<ExprId>);

/// What a subscript takes.
pub(super) enum Taken {
    /// `start:stop:step`.
    Written(Bounds),
    /// A value: start, stop and step of it, after these statements.
    Held(Vec<Stmt>, Vec<Expr>),
}

impl FnCx<'_, '_> {
    /// The bounds of a slice that is written, or held; `None` where the index is no slice.
    pub(super) fn taken(&mut self, index: ExprId, held: &Expr, index_ty: TypeId) -> Option<Taken> {
        if let ExprKind::Slice { start, stop, step } = self.cx.module[index].kind {
            return Some(Taken::Written((start, stop, step)));
        }
        if self.cx.rep.repr(index_ty) != Repr::Native(SLICE) {
            return None;
        }
        let mut stmts = Vec::new();
        let slice = match held {
            Expr::Path(_) => held.clone(),
            held => {
                let name = self.temp("slice");
                stmts.push(let_(&name, held.clone()));
                Expr::local(name)
            }
        };
        let part = |name: &str| slice.clone().method(name, Vec::new());
        Some(Taken::Held(stmts, vec![part("start"), part("stop"), part("step")]))
    }

    /// Whether an index may be a slice or something else.
    pub(super) fn may_be_slice(&self, index_ty: TypeId) -> bool {
        let atoms = self.cx.rep.atoms(index_ty);
        atoms.len() > 1 && atoms.iter().any(|(_, atom)| *atom == Atom::Native(SLICE))
    }

    /// The arguments of the runtime's functions, and the statements before them.
    pub(super) fn bound_args(&mut self, taken: Taken) -> (Vec<Stmt>, Vec<Expr>) {
        match taken {
            Taken::Written(bounds) => (Vec::new(), self.slice_bounds(bounds)),
            Taken::Held(stmts, args) => (stmts, args),
        }
    }

    /// Whether the step is written and not zero, so that taking the slice cannot raise.
    pub(super) fn has_safe_step(&self, taken: &Taken) -> bool {
        let Taken::Written((_, _, step)) = taken else { return false };
        let Some(step) = *step else { return true };
        let is_not_zero = |expr: ExprId| matches!(self.cx.module[expr].kind, ExprKind::Int(n) if n != 0);
        match self.cx.module[step].kind {
            ExprKind::Unary { op: UnaryOp::Neg, operand } => is_not_zero(operand),
            _ => is_not_zero(step),
        }
    }

    /// `Slice::new(start, stop, step)`: a written slice as a value.
    pub(super) fn slice_value(&mut self, (start, stop, step): Bounds) -> Expr {
        let (int, none) = (self.of(Atom::Int), self.none_type());
        let optional = self.cx.rep.inferred.types.join(int, none);
        let mut args = Vec::new();
        for bound in [start, stop, step] {
            let Some(bound) = bound else {
                args.push(Expr::local("None"));
                continue;
            };
            let ty = self.type_of(bound);
            let is_whole = match self.cx.rep.repr(ty) {
                Repr::I64 | Repr::Big | Repr::Unit => true,
                Repr::Option(inner) => matches!(*inner, Repr::I64 | Repr::Big),
                _ => false,
            };
            if !is_whole {
                self.unsupported_operation("a slice of other than whole numbers as a value");
            }
            args.push(if is_whole { self.value_as(bound, optional) } else { Expr::local("None") });
        }
        Expr::call(Path::RtIn("slice", "Slice".to_owned()).assoc("new"), args)
    }
}
