//! Integer constants: their values, and which of them are wide.
//!
//! A program that writes 6364136223846793005 computes with numbers of that size: what such a constant is added to or
//! multiplied by is of any size. Below [`WIDE`] the square of a constant still fits 64 bits.

use portalis_hir::{BinOp, ExprId, ExprKind, Module, UnaryOp};

/// The largest constant whose square is below 2⁶³.
const WIDE: u128 = 3_037_000_499;

/// Whether arithmetic with `value` outgrows 64 bits in programs of ordinary size.
#[must_use]
pub fn is_wide(value: i128) -> bool {
    value.unsigned_abs() > WIDE
}

/// The value of an expression made of integer literals, where 128 bits hold all of it.
#[must_use]
pub fn fold(module: &Module, expr: ExprId) -> Option<i128> {
    match &module[expr].kind {
        ExprKind::Int(value) => Some(i128::from(*value)),
        ExprKind::Unary { op: UnaryOp::Neg, operand } => fold(module, *operand)?.checked_neg(),
        ExprKind::Unary { op: UnaryOp::Pos, operand } => fold(module, *operand),
        ExprKind::Unary { op: UnaryOp::Invert, operand } => Some(!fold(module, *operand)?),
        ExprKind::Binary { op, left, right } => {
            let (left, right) = (fold(module, *left)?, fold(module, *right)?);
            match op {
                BinOp::Add => left.checked_add(right),
                BinOp::Sub => left.checked_sub(right),
                BinOp::Mul => left.checked_mul(right),
                BinOp::Pow => left.checked_pow(u32::try_from(right).ok()?),
                BinOp::Shl => left.checked_mul(2_i128.checked_pow(u32::try_from(right).ok()?)?),
                BinOp::BitAnd => Some(left & right),
                BinOp::BitOr => Some(left | right),
                BinOp::BitXor => Some(left ^ right),
                _ => None,
            }
        }
        _ => None,
    }
}
