//! Operators of `complex`: the other operand is converted first, as CPython does.

use portalis_hir::{BinOp, CmpOp};
use portalis_typeck::builtins::Table;
use portalis_typeck::ty::{Atom, BOT, TypeId};

use super::FnCx;
use crate::represent::Repr;
use crate::rir::{self, Expr, Path};

impl FnCx<'_, '_> {
    /// A number as `Complex`.
    pub(crate) fn as_complex(&mut self, value: Expr, ty: TypeId) -> Expr {
        if self.cx.rep.repr(ty) == Repr::Complex {
            return value;
        }
        let value = self.as_float(value, ty);
        Expr::call(Path::Rt("Complex").assoc("from"), vec![value])
    }

    /// `left op right` of which one is complex.
    pub(super) fn complexes(
        &mut self,
        op: BinOp,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
    ) -> (Expr, TypeId) {
        let complex = self.of(Atom::Complex);
        let rust_op = match op {
            BinOp::Add => Some(rir::BinOp::Add),
            BinOp::Sub => Some(rir::BinOp::Sub),
            BinOp::Mul => Some(rir::BinOp::Mul),
            BinOp::Div | BinOp::Pow => None,
            BinOp::FloorDiv
            | BinOp::Mod
            | BinOp::MatMul
            | BinOp::Shl
            | BinOp::Shr
            | BinOp::BitAnd
            | BinOp::BitOr
            | BinOp::BitXor => return self.unsupported_operands(op, (left, l), (right, r)),
        };
        let (left, right) = (self.as_complex(left, l), self.as_complex(right, r));
        let value = match rust_op {
            Some(rust_op) => Expr::binary(rust_op, left, right),
            None if op == BinOp::Div => self.raising(left, "true_div", vec![right]),
            None => self.raising(left, "pow", vec![right]),
        };
        (value, complex)
    }

    /// `left == right` or `!=` of which one is complex; an order raises.
    pub(super) fn complex_comparison(
        &mut self,
        op: CmpOp,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
    ) -> (Expr, TypeId) {
        let bool_ty = self.of(Atom::Bool);
        if !matches!(op, CmpOp::Eq | CmpOp::Ne) {
            return (self.order_error(op, (left, l), (right, r)), BOT);
        }
        let equal = if self.cx.rep.repr(l) == self.cx.rep.repr(r) {
            Expr::binary(rir::BinOp::Eq, left, right)
        } else {
            // Equality does not depend on which of them is looked at first.
            let (complex, mut real) =
                if self.cx.rep.repr(l) == Repr::Complex { (left, right) } else { (right, left) };
            super::expr::anchor(&mut real);
            complex.method("eq_real", vec![real.by_ref()])
        };
        (if op == CmpOp::Eq { equal } else { equal.not() }, bool_ty)
    }

    /// `complex(real, imag)`.
    pub(super) fn complex_of(&mut self, parts: Vec<(Expr, TypeId)>) -> (Expr, TypeId) {
        let complex = self.of(Atom::Complex);
        let mut reprs = Vec::new();
        for (_, ty) in &parts {
            reprs.push(self.cx.rep.repr(*ty));
        }
        let real = |repr: &Repr| matches!(repr, Repr::Bool | Repr::I64 | Repr::Big | Repr::Float | Repr::Num);
        match (parts.len(), reprs.as_slice()) {
            (0, _) => (
                Expr::call(Path::Rt("Complex").assoc("new"), vec![Expr::Float(0.0), Expr::Float(0.0)]),
                complex,
            ),
            (1, [Repr::Str]) => {
                let text = parts.into_iter().map(|(text, _)| text.by_ref()).collect();
                (self.raising_call("complex", "parse", text), complex)
            }
            (2, [Repr::Str, _]) => {
                let message = "complex() can't take second arg if first is a string";
                (self.throw_after_all(parts, message), BOT)
            }
            (2, [_, Repr::Str]) => {
                (self.throw_after_all(parts, "complex() second arg can't be a string"), BOT)
            }
            (1 | 2, reprs) => {
                if let Some(at) = reprs.iter().position(|repr| !real(repr) && *repr != Repr::Complex) {
                    let is_number = matches!(&reprs[at], Repr::Native(class)
                        if !Table::get().rows_of(&format!("{class}.__float__")).is_empty());
                    if is_number {
                        self.unsupported_operation("`complex` of this number");
                    }
                    let found = self.class_name_of(parts[at].1);
                    let message = if at == 0 {
                        format!("complex() first argument must be a string or a number, not '{found}'")
                    } else {
                        format!("complex() second argument must be a number, not '{found}'")
                    };
                    return (self.throw_after_all(parts, &message), BOT);
                }
                if reprs.iter().all(real) {
                    let mut values: Vec<Expr> =
                        parts.into_iter().map(|(value, ty)| self.as_float(value, ty)).collect();
                    values.resize_with(2, || Expr::Float(0.0));
                    return (Expr::call(Path::Rt("Complex").assoc("new"), values), complex);
                }
                let mut values: Vec<Expr> =
                    parts.into_iter().map(|(value, ty)| self.as_complex(value, ty)).collect();
                if values.len() == 1 {
                    return (values.remove(0), complex);
                }
                (Expr::call(Path::Rt("Complex").assoc("of_parts"), values), complex)
            }
            _ => {
                self.unsupported_operation("complex");
                (Expr::unit(), complex)
            }
        }
    }
}
