//! Arithmetic of numbers: one function for each of the representations, from `i64` to `complex`.
//!
//! Source: Language Reference, 6.1 (arithmetic conversions) and 6.5 to 6.9.

use portalis_hir::BinOp;
use portalis_typeck::ty::{Atom, TypeId};

use super::FnCx;
use crate::represent::Repr;
use crate::rir::{self, Expr, Path, UnOp};

impl FnCx<'_, '_> {
    /// Whether the result is meant to be a big integer.
    pub(crate) fn wants_big(&mut self, to: TypeId) -> bool {
        self.cx.rep.atoms(to).iter().any(|(_, atom)| *atom == Atom::BigInt)
    }

    /// Integers within 64 bits.
    pub(super) fn small(
        &mut self,
        op: BinOp,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
        (a, b): (&Repr, &Repr),
    ) -> (Expr, TypeId) {
        let int = self.of(Atom::Int);
        if *a == Repr::Bool && *b == Repr::Bool {
            let rust_op = match op {
                BinOp::BitAnd => Some(rir::BinOp::BitAnd),
                BinOp::BitOr => Some(rir::BinOp::BitOr),
                BinOp::BitXor => Some(rir::BinOp::BitXor),
                _ => None,
            };
            if let Some(rust_op) = rust_op {
                return (Expr::binary(rust_op, left, right), l);
            }
        }
        let is_nat = |cx: &Self, ty: TypeId| {
            cx.cx.rep.atoms(ty).iter().all(|(_, atom)| matches!(atom, Atom::Nat | Atom::Bool))
        };
        let (l_nat, r_literal) = (is_nat(self, l), literal_value(&right));
        let left = self.coerce(left, l, int);
        let right = self.coerce(right, r, int);
        match op {
            BinOp::Add => (Expr::binary(rir::BinOp::Add, left, right), int),
            BinOp::Sub => (Expr::binary(rir::BinOp::Sub, left, right), int),
            BinOp::Mul => {
                if literal_value(&left).is_some() || literal_value(&right).is_some() {
                    return (Expr::binary(rir::BinOp::Mul, left, right), int);
                }
                (Expr::call(Path::RtIn("int", "mul".to_owned()), vec![left, right]), int)
            }
            BinOp::Div => {
                let float = self.of(Atom::Float);
                (self.raising_call("int", "true_div", vec![left, right]), float)
            }
            BinOp::FloorDiv => match r_literal {
                Some(n) if n > 0 && l_nat => (Expr::binary(rir::BinOp::Div, anchored(left), right), int),
                Some(n) if n > 0 => (anchored(left).method("div_euclid", vec![right]), int),
                _ => (self.raising_call("int", "floor_div", vec![left, right]), int),
            },
            BinOp::Mod => match r_literal {
                Some(n) if n > 0 && l_nat => (Expr::binary(rir::BinOp::Rem, anchored(left), right), int),
                Some(n) if n > 0 => (anchored(left).method("rem_euclid", vec![right]), int),
                _ => (self.raising_call("int", "modulo", vec![left, right]), int),
            },
            BinOp::Pow => match r_literal {
                Some(n) if n < 0 => {
                    let float = self.of(Atom::Float);
                    (self.raising_call("int", "pow_float", vec![left, right]), float)
                }
                _ => (Expr::call(Path::RtIn("int", "pow".to_owned()), vec![left, right]), int),
            },
            BinOp::Shl => (self.raising_call("int", "shl", vec![left, right]), int),
            BinOp::Shr => (self.raising_call("int", "shr", vec![left, right]), int),
            BinOp::BitAnd => (Expr::binary(rir::BinOp::BitAnd, left, right), int),
            BinOp::BitOr => (Expr::binary(rir::BinOp::BitOr, left, right), int),
            BinOp::BitXor => (Expr::binary(rir::BinOp::BitXor, left, right), int),
            BinOp::MatMul => self.unsupported_operands(op, (left, l), (right, r)),
        }
    }

    /// Integers of which one may be of any size, or whose result may.
    pub(super) fn big(
        &mut self,
        op: BinOp,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
        to: TypeId,
    ) -> (Expr, TypeId) {
        let big = self.of(Atom::BigInt);
        let rust_op = match op {
            BinOp::Add => Some(rir::BinOp::Add),
            BinOp::Sub => Some(rir::BinOp::Sub),
            BinOp::Mul => Some(rir::BinOp::Mul),
            BinOp::BitAnd => Some(rir::BinOp::BitAnd),
            BinOp::BitOr => Some(rir::BinOp::BitOr),
            BinOp::BitXor => Some(rir::BinOp::BitXor),
            _ => None,
        };
        let l_place = matches!(left, Expr::Path(_)) && self.cx.rep.repr(l) == Repr::Big;
        let r_place = matches!(right, Expr::Path(_)) && self.cx.rep.repr(r) == Repr::Big;
        let left = self.coerce(left, l, big);
        let right = self.coerce(right, r, big);
        if let Some(rust_op) = rust_op {
            let left = if l_place { left.by_ref() } else { left };
            let right = if r_place { right.by_ref() } else { right };
            return (Expr::binary(rust_op, left, right), big);
        }
        let name = match op {
            BinOp::Div => {
                let float = self.of(Atom::Float);
                return (self.raising(left, "true_div", vec![right.by_ref()]), float);
            }
            BinOp::FloorDiv => "floor_div",
            BinOp::Mod => "modulo",
            BinOp::Shl => "shl",
            BinOp::Shr => "shr",
            BinOp::Pow => {
                let has_float = self.cx.rep.atoms(to).iter().any(|(_, atom)| *atom == Atom::Float);
                if has_float {
                    let float = self.of(Atom::Float);
                    if !self.wants_big(to) {
                        return (self.raising(left, "pow_float", vec![right.by_ref()]), float);
                    }
                    let num = self.cx.rep.inferred.types.join(big, float);
                    return (self.raising_call("int", "pow_num", vec![left.by_ref(), right.by_ref()]), num);
                }
                "pow"
            }
            _ => return self.unsupported_operands(op, (left, l), (right, r)),
        };
        (self.raising(left, name, vec![right.by_ref()]), big)
    }

    pub(super) fn floats(
        &mut self,
        op: BinOp,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
    ) -> (Expr, TypeId) {
        let float = self.of(Atom::Float);
        let (left, right) = (self.as_float(left, l), self.as_float(right, r));
        let rust_op = match op {
            BinOp::Add => rir::BinOp::Add,
            BinOp::Sub => rir::BinOp::Sub,
            BinOp::Mul => rir::BinOp::Mul,
            BinOp::Div => {
                if let Expr::Float(divisor) = right
                    && divisor != 0.0
                {
                    return (Expr::binary(rir::BinOp::Div, left, right), float);
                }
                return (self.raising_call("float", "true_div", vec![left, right]), float);
            }
            BinOp::FloorDiv => return (self.raising_call("float", "floor_div", vec![left, right]), float),
            BinOp::Mod => return (self.raising_call("float", "modulo", vec![left, right]), float),
            BinOp::Pow => return (self.raising_call("float", "pow", vec![left, right]), float),
            _ => return self.unsupported_operands(op, (left, l), (right, r)),
        };
        (Expr::binary(rust_op, left, right), float)
    }

    /// A number as `f64`.
    pub(crate) fn as_float(&mut self, value: Expr, ty: TypeId) -> Expr {
        let repr = self.cx.rep.repr(ty);
        match repr {
            Repr::Float => value,
            Repr::Num => self.raising(value, "float", Vec::new()),
            Repr::Union(_) => {
                let float = self.of(Atom::Float);
                self.dispatch(value, ty, float, &mut |cx, inner, one, _| (cx.as_float(inner, one), float))
            }
            Repr::Native("Decimal") => value.method("float", Vec::new()),
            Repr::Native("Fraction") => self.raising(value, "float", Vec::new()),
            _ => self.int_to_float(value, &repr),
        }
    }

    pub(super) fn nums(
        &mut self,
        op: BinOp,
        (left, l): (Expr, TypeId),
        (right, r): (Expr, TypeId),
    ) -> (Expr, TypeId) {
        let (big, float) = (self.of(Atom::BigInt), self.of(Atom::Float));
        let num = self.cx.rep.inferred.types.join(big, float);
        let (left, right) = (self.as_num(left, l), self.as_num(right, r));
        let name = match op {
            BinOp::Add => "add_num",
            BinOp::Sub => "sub_num",
            BinOp::Mul => "mul_num",
            BinOp::Div => return (self.raising(left, "true_div", vec![right.by_ref()]), float),
            BinOp::FloorDiv => "floor_div",
            BinOp::Mod => "modulo",
            BinOp::Pow => "pow",
            BinOp::MatMul => return self.unsupported_operands(op, (left, l), (right, r)),
            // Whether both are whole is known when it runs.
            BinOp::BitAnd => return (self.raising(left, "bit_and", vec![right.by_ref()]), big),
            BinOp::BitOr => return (self.raising(left, "bit_or", vec![right.by_ref()]), big),
            BinOp::BitXor => return (self.raising(left, "bit_xor", vec![right.by_ref()]), big),
            BinOp::Shl => return (self.raising(left, "shl", vec![right.by_ref()]), big),
            BinOp::Shr => return (self.raising(left, "shr", vec![right.by_ref()]), big),
        };
        let tried = format!("try_{}", name.trim_end_matches("_num"));
        (self.raising_method(left, name, &tried, vec![right.by_ref()]), num)
    }

    /// A real number as `Num`.
    pub(crate) fn as_num(&mut self, value: Expr, ty: TypeId) -> Expr {
        if self.cx.rep.repr(ty) == Repr::Num {
            return value;
        }
        let mut value = value;
        super::expr::anchor(&mut value);
        let value = match value {
            value if matches!(value, Expr::Path(_)) && !self.is_copy(ty) => value.cloned(),
            value => value,
        };
        Expr::call(Path::Rt("Num").assoc("from"), vec![value])
    }
}

/// Where a number stands: bool, int, big, float, either, complex.
pub(crate) fn number_rank(repr: &Repr) -> Option<u8> {
    match repr {
        Repr::Bool => Some(0),
        Repr::I64 => Some(1),
        Repr::Big => Some(2),
        Repr::Float => Some(3),
        Repr::Num => Some(4),
        Repr::Complex => Some(5),
        _ => None,
    }
}

/// Whether numbers of which the further one ranks so have an operator; whether a `Num` is whole is known when it runs.
pub(super) fn takes_numbers(op: BinOp, rank: u8) -> bool {
    match op {
        BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Div | BinOp::Pow => true,
        BinOp::FloorDiv | BinOp::Mod => rank < 5,
        BinOp::Shl | BinOp::Shr | BinOp::BitAnd | BinOp::BitOr | BinOp::BitXor => !matches!(rank, 3 | 5),
        BinOp::MatMul => false,
    }
}

/// The value of an integer literal.
pub(crate) fn literal_value(expr: &Expr) -> Option<i64> {
    match expr {
        Expr::Int(value, _) => Some(*value),
        Expr::Unary(UnOp::Neg, inner) => literal_value(inner)?.checked_neg(),
        _ => None,
    }
}

/// A literal receiver with its type.
fn anchored(mut value: Expr) -> Expr {
    super::expr::anchor(&mut value);
    value
}
