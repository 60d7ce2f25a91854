//! Integer constants: their values, and which of them are wide.
//!
//! A program that writes 6364136223846793005 computes with numbers of that size: what such a constant is added to or
//! multiplied by is of any size. Below 3,037,000,500 the square of a constant still fits 64 bits.

use portalis_hir::visit::{walk_stmt_locals, walk_stmt_targets};
use portalis_hir::{BinOp, Class, ExprId, ExprKind, LocalId, Module, StmtKind, Target, UnaryOp};

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

/// The text of a literal, or of a variable that is bound once, to a literal.
#[must_use]
pub fn text(module: &Module, expr: ExprId) -> Option<&str> {
    match &module[expr].kind {
        ExprKind::Str(text) => Some(text),
        ExprKind::Local(local) => bound_once(module, *local).and_then(|value| match &module[value].kind {
            ExprKind::Str(text) => Some(&**text),
            _ => None,
        }),
        _ => None,
    }
}

/// The text that the body of a class binds `name` to, where nothing in the module assigns an attribute of that name;
/// `None` inside where the body binds something else, and outside where it does not bind the name.
#[must_use]
pub fn class_text<'m>(module: &'m Module, class: &Class, name: &str) -> Option<Option<&'m str>> {
    let local = class.locals.iter().copied().find(|local| &*module[*local].name == name)?;
    let is_stored = module.stmts.iter().any(|(stmt, _)| {
        let mut found = false;
        walk_stmt_targets(module, stmt, &mut |target| found |= stores(target, name));
        found
    });
    let value = bound_once(module, local).filter(|_| !is_stored);
    Some(value.and_then(|value| match &module[value].kind {
        ExprKind::Str(text) => Some(&**text),
        _ => None,
    }))
}

/// Whether a target is an attribute of this name, or one of several is.
fn stores(target: &Target, attribute: &str) -> bool {
    match target {
        Target::Attribute { name, .. } => &**name == attribute,
        Target::Tuple { items, .. } => items.iter().any(|item| stores(item, attribute)),
        Target::Local(..) | Target::Index { .. } | Target::Error(_) => false,
    }
}

/// What a variable is assigned to, where that is all that binds it.
fn bound_once(module: &Module, local: LocalId) -> Option<ExprId> {
    let is_bound_else = module.funcs.iter().any(|(_, func)| func.params.iter().any(|it| it.local == local))
        || module
            .exprs
            .iter()
            .any(|(_, expr)| matches!(&expr.kind, ExprKind::Walrus { local: bound, .. } if *bound == local));
    let mut values = Vec::new();
    for (stmt, held) in module.stmts.iter() {
        walk_stmt_locals(module, stmt, &mut |bound| {
            if bound == local {
                values.push(match &held.kind {
                    StmtKind::Assign { targets, value } if targets.len() == 1 => Some(*value),
                    _ => None,
                });
            }
        });
    }
    match values.as_slice() {
        [Some(value)] if !is_bound_else => Some(*value),
        _ => None,
    }
}

/// Whether a call is at once divided for its rest by a number that says it is no digit: `int(text) % 97`.
#[must_use]
pub fn is_reduced(module: &Module, call: ExprId) -> bool {
    // Operands stand before their operators.
    let near = module.exprs.iter().skip(call.into_raw().into_u32() as usize + 1).take(16);
    let mut near = near.map(|(_, expr)| &expr.kind);
    near.any(|kind| match kind {
        ExprKind::Binary { op: BinOp::Mod, left, right } => {
            *left == call && fold(module, *right).is_some_and(|rest| rest > 10)
        }
        _ => false,
    })
}

/// Whether an expression is a text of more digits than 64 bits have, made of literals.
#[must_use]
pub fn is_long_text(module: &Module, expr: ExprId) -> bool {
    text_len(module, expr).is_some_and(|len| len > 18)
}

fn text_len(module: &Module, expr: ExprId) -> Option<usize> {
    match &module[expr].kind {
        ExprKind::Str(text) => Some(text.len()),
        ExprKind::Binary { op: BinOp::Add, left, right } => {
            text_len(module, *left)?.checked_add(text_len(module, *right)?)
        }
        ExprKind::Binary { op: BinOp::Mul, left, right } => {
            let (text, times) = match text_len(module, *left) {
                Some(len) => (len, *right),
                None => (text_len(module, *right)?, *left),
            };
            text.checked_mul(usize::try_from(fold(module, times)?).unwrap_or(0))
        }
        _ => None,
    }
}

/// Whether an expression is a finite float past 64 bits, made of literals.
#[must_use]
pub fn is_large_float(module: &Module, expr: ExprId) -> bool {
    float(module, expr).is_some_and(|value| value.is_finite() && value.abs() >= 9_223_372_036_854_775_808.0)
}

fn float(module: &Module, expr: ExprId) -> Option<f64> {
    match &module[expr].kind {
        ExprKind::Float(value) => Some(*value),
        ExprKind::Unary { op: UnaryOp::Neg, operand } => Some(-float(module, *operand)?),
        ExprKind::Binary { op, left, right } => {
            let whole = |expr: ExprId| {
                let value = fold(module, expr).filter(|value| value.unsigned_abs() < 1 << 53);
                value.map(|value| value as f64)
            };
            let of = |expr: ExprId| float(module, expr).or_else(|| whole(expr));
            if float(module, *left).is_none() && float(module, *right).is_none() {
                return None;
            }
            let (left, right) = (of(*left)?, of(*right)?);
            match op {
                BinOp::Add => Some(left + right),
                BinOp::Sub => Some(left - right),
                BinOp::Mul => Some(left * right),
                BinOp::Pow => Some(left.powf(right)),
                _ => None,
            }
        }
        _ => None,
    }
}
