//! Slices: written in a subscript, or values.

use portalis_hir::{ExprId, ExprKind, UnaryOp};
use portalis_typeck::builtins::slices::{SLICE, positions};
use portalis_typeck::builtins::{Shape, Table};
use portalis_typeck::cell::Node;
use portalis_typeck::ty::{Atom, AtomId, BOT, TypeId};

use super::FnCx;
use super::builtin::let_;
use crate::represent::Repr;
use crate::rir::{Block, Expr, Path, Stmt};

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
        let written = [start, stop, step].into_iter().flatten();
        if written.clone().any(|bound| self.type_of(bound) == BOT) {
            return self.dead_operands(written);
        }
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

    /// `container[slice]` of a builtin container.
    pub(super) fn load_slice(
        &mut self,
        node: Node,
        container: Expr,
        ty: TypeId,
        taken: Taken,
    ) -> (Expr, TypeId) {
        let repr = self.cx.rep.repr(ty);
        let safe = self.has_safe_step(&taken);
        match &repr {
            Repr::List(_) | Repr::Str | Repr::Bytes | Repr::Range | Repr::TupleVar(_) => {
                let (stmts, args) = self.bound_args(taken);
                let value = if safe {
                    super::index::slice(container, args)
                } else {
                    self.raising(container, "slice_by", args)
                };
                let value = Block { stmts, tail: Some(Box::new(value)) }.into_expr();
                if repr == Repr::Range {
                    let range = self.of(Atom::Range);
                    return (value, range);
                }
                let result = self.slice_type(node, ty);
                self.refit(value, ty, result)
            }
            Repr::Native(class) if is_subscripted(class) => {
                let (stmts, args) = self.bound_args(taken);
                let (value, result) = self.native_slice(container, ty, "__slice__", args);
                (Block { stmts, tail: Some(Box::new(value)) }.into_expr(), result)
            }
            Repr::Tuple(_) => {
                let types = self.tuple_items(ty);
                let literal = |expr: ExprId| match &self.cx.module[expr].kind {
                    ExprKind::Int(value) => Some(*value),
                    ExprKind::Unary { op: UnaryOp::Neg, operand } => match self.cx.module[*operand].kind {
                        ExprKind::Int(value) => Some(-value),
                        _ => None,
                    },
                    _ => None,
                };
                if let Taken::Written((start, stop, step)) = taken
                    && let bounds = [start, stop, step].map(|bound| bound.map(literal))
                    && let Some(positions) = positions(types.len(), bounds)
                {
                    let owned = self.owned(container, ty);
                    let (pat, names) = self.tuple_pattern(types.len());
                    let part = positions.iter().map(|&at| Expr::local(names[at].clone())).collect();
                    let part_types: Vec<TypeId> = positions.into_iter().map(|at| types[at]).collect();
                    let part_ty = self.of(Atom::Tuple(part_types.into()));
                    return (crate::coerce::destructure(pat, owned, super::expr::tuple(part)), part_ty);
                }
                let result = self.slice_type(node, ty);
                let elem = self.elem_type(result);
                let owned = self.owned(container, ty);
                let (pat, names) = self.tuple_pattern(types.len());
                let mut parts = Vec::new();
                for (name, item_ty) in names.into_iter().zip(types) {
                    parts.push(self.coerce(Expr::local(name), item_ty, elem));
                }
                let tuple = Expr::call(Path::Rt("Tuple").assoc("from"), vec![Expr::Array(parts)]);
                let (stmts, args) = self.bound_args(taken);
                let sliced = self.raising(tuple, "slice_by", args);
                let sliced = Block { stmts, tail: Some(Box::new(sliced)) }.into_expr();
                (crate::coerce::destructure(pat, owned, sliced), result)
            }
            _ => {
                let name = self.class_name_of(ty);
                let message = match &repr {
                    Repr::Dict(..) => "unhashable type: 'slice'".to_owned(),
                    _ => format!("'{name}' object is not subscriptable"),
                };
                let (mut stmts, args) = self.bound_args(taken);
                let evaluated = args.into_iter().filter(|bound| !is_literal_bound(bound));
                stmts.extend(evaluated.map(|bound| Stmt::Expr(crate::coerce::drop_value(bound))));
                let raised = self.throw_message("TypeError", &message);
                let raised = Block { stmts, tail: Some(Box::new(raised)) }.into_expr();
                (self.evaluated((container, ty), raised), BOT)
            }
        }
    }

    /// The type that a slice at `node` was found to have: that of the container for text.
    fn slice_type(&mut self, node: Node, ty: TypeId) -> TypeId {
        let found = match node {
            Node::Expr(expr) => self.type_of(expr),
            _ => BOT,
        };
        let wanted = self.cx.rep.atoms(ty).first().cloned();
        let matching: Vec<AtomId> = self
            .cx
            .rep
            .atoms(found)
            .into_iter()
            .filter(|(_, atom)| match (&wanted, atom) {
                (Some((_, Atom::Cont(a, _))), Atom::Cont(b, _)) => a == b,
                (Some((_, Atom::TupleVar(_) | Atom::Tuple(_))), Atom::TupleVar(_)) => true,
                _ => false,
            })
            .map(|(id, _)| id)
            .collect();
        if matching.is_empty() { ty } else { self.cx.rep.inferred.types.from_ids(matching) }
    }
}

/// `None`, `Some(-1)`.
fn is_literal_bound(bound: &Expr) -> bool {
    match bound {
        Expr::Call(_, args) => args.iter().all(Expr::is_literal),
        bound => matches!(bound, Expr::Path(Path::Local(name)) if name == "None"),
    }
}

/// Whether objects of a class of the library take an index or a slice.
fn is_subscripted(class: &str) -> bool {
    let table = Table::get();
    table.special(class, "__slice__", &[]).is_some()
        || table.native_method(class, "__getitem__", &Shape::of(1)).is_some()
}
