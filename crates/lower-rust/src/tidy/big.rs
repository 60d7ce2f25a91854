//! Literals beside big integers, which their operators take as they are.
//!
//! ```text
//! Int::from(3_i64) * &n + Int::from(1_i64)        3 * &n + 1
//! year = year.clone() - Int::from(1_i64)          year -= 1
//! n.floor_div(&Int::from(2_i64))                  n.floor_div(2)
//! n.modulo(2).narrow() != 0                       !n.is_multiple_of(2)
//! ```

use super::resolve::variable;
use crate::rir::visit::{VisitMut, walk_expr_mut};
use crate::rir::{BinOp, Expr, Fn, Path};

/// Shortens the operands in `func`.
pub(super) fn run(func: &mut Fn) {
    Big.block(&mut func.body);
}

struct Big;

impl VisitMut for Big {
    fn expr(&mut self, expr: &mut Expr) {
        // Clippy would read `x + 1 <= y` as a comparison of machine integers that is better written `x < y`.
        if let Expr::Binary(BinOp::Le | BinOp::Ge, left, right) = expr {
            for side in [left, right] {
                match &mut **side {
                    Expr::Binary(BinOp::Add | BinOp::Sub, x, one) if literal(one) == Some(1) => self.expr(x),
                    side => self.expr(side),
                }
            }
            return;
        }
        walk_expr_mut(self, expr);
        if let Some(test) = divided(expr) {
            *expr = test;
            return;
        }
        match expr {
            Expr::Binary(op, left, right) if has_mixed_operands(*op) => {
                // One of them says what the other is.
                if let Some(value) = literal(right) {
                    **right = Expr::Int(value, None);
                } else if let Some(value) = literal(left) {
                    **left = Expr::Int(value, None);
                }
            }
            Expr::Method(_, name, _, args) if takes_either(name) => {
                if let [Expr::Ref(operand)] = args.as_slice()
                    && let Some(value) = literal(operand)
                {
                    args[0] = Expr::Int(value, None);
                }
            }
            Expr::AssignOp(op, _, value) if has_mixed_operands(*op) => {
                if let Some(number) = literal(value) {
                    **value = Expr::Int(number, None);
                }
            }
            Expr::Assign(place, value) => {
                if let Expr::Binary(op, left, right) = &mut **value
                    && has_mixed_operands(*op)
                    && variable(place).is_some()
                    && held(left).and_then(variable) == variable(place)
                    && matches!(**right, Expr::Int(_, None))
                {
                    let (op, place) = (*op, place.clone());
                    let right = std::mem::replace(right, Box::new(Expr::unit()));
                    *expr = Expr::AssignOp(op, place, right);
                }
            }
            _ => {}
        }
    }
}

/// `n.modulo(3).narrow() == 0` as a question of `n`.
fn divided(test: &Expr) -> Option<Expr> {
    let Expr::Binary(op @ (BinOp::Eq | BinOp::Ne), rest, zero) = test else { return None };
    let Expr::Method(modulo, narrow, _, _) = &**rest else { return None };
    let Expr::Method(n, name, _, args) = &**modulo else { return None };
    let is_zero = matches!(**zero, Expr::Int(0, _)) && narrow == "narrow" && name == "modulo";
    match args.as_slice() {
        [Expr::Int(divisor, _)] if is_zero && *divisor != 0 => {
            let is_multiple = (**n).clone().method("is_multiple_of", vec![Expr::Int(*divisor, None)]);
            Some(if *op == BinOp::Eq { is_multiple } else { is_multiple.not() })
        }
        _ => None,
    }
}

/// Whether the runtime has the operator for `Int` and `i64`.
fn has_mixed_operands(op: BinOp) -> bool {
    matches!(op, BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::BitAnd | BinOp::BitOr | BinOp::BitXor)
}

/// The `x` of `x.clone()` and `&x`.
fn held(value: &Expr) -> Option<&Expr> {
    match value {
        Expr::Ref(value) => Some(value),
        value => value.clone_of(),
    }
}

/// Whether a method of `Int` takes an `i64` as well.
fn takes_either(name: &str) -> bool {
    let name = name.strip_prefix("try_").unwrap_or(name);
    matches!(name, "floor_div" | "modulo" | "pow")
}

/// The `3` of `Int::from(3_i64)`.
fn literal(value: &Expr) -> Option<i64> {
    let Expr::Call(from, args) = value else { return None };
    let is_int =
        matches!(&**from, Expr::Path(Path::Assoc(of, name)) if **of == Path::Rt("Int") && name == "from");
    match args.as_slice() {
        [Expr::Int(value, _)] if is_int => Some(*value),
        _ => None,
    }
}
