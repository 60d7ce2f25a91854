//! Operators of Rust where they do what Python's do: division of what is not negative, by what is not 0.
//!
//! ```text
//! (low + high).div_euclid(2)                 (low + high) / 2
//! int::modulo(i + 1, n)                      (i + 1) % n
//! int::try_floor_div(a, b)?                  int::floor_div(a, b)
//! float::true_div(total, n as f64)           total / n as f64
//! ```

use super::linear::Linear;
use super::places::is_call;
use super::sizes::take;
use super::walk::{Mode, Walk};
use crate::rir::{BinOp, Expr, Path, Ty};

impl Walk<'_> {
    /// Writes an operation more simply, whose operands are walked.
    pub(super) fn simpler(&mut self, expr: &mut Expr) {
        if self.mode != Mode::Write {
            return;
        }
        let is_try = matches!(expr, Expr::Try(_));
        let call = if let Expr::Try(inner) = &*expr { &**inner } else { &*expr };
        let op = match (call, is_call(call)) {
            (Expr::Method(_, name, _, args), _) if !is_try && args.len() == 1 => match name.as_str() {
                "div_euclid" => BinOp::Div,
                "rem_euclid" => BinOp::Rem,
                _ => return,
            },
            (_, Some(("int", "mul"))) => return self.product_of_small(expr),
            (_, Some(("int", name))) => match name.trim_start_matches("try_") {
                "floor_div" => BinOp::Div,
                "modulo" => BinOp::Rem,
                _ => return,
            },
            (_, Some(("float", name))) if name == if is_try { "try_true_div" } else { "true_div" } => {
                return self.quotient_of_floats(expr);
            }
            _ => return,
        };
        let (left, right) = match call {
            Expr::Method(left, _, _, args) => (&**left, args.first()),
            Expr::Call(_, args) => match args.as_slice() {
                [left, right] => (left, Some(right)),
                _ => return,
            },
            _ => return,
        };
        let Some(right) = right else { return };
        // What gives a `Result` is written with what opens it.
        let gives_result = matches!(is_call(call), Some((_, name)) if name.starts_with("try_"));
        if gives_result != is_try {
            return;
        }
        let (a, b) = (self.value(left).sum, self.value(right).sum);
        let (is_natural, is_positive) = (self.is_natural(&a), self.proves_positive(&b));
        if is_natural && is_positive {
            let (left, right) = (left.clone(), right.clone());
            if !left.is_literal() {
                *expr = Expr::binary(op, left, right);
            }
        } else if is_try && is_positive {
            let name = if op == BinOp::Div { "floor_div" } else { "modulo" };
            let args = vec![left.clone(), right.clone()];
            *expr = Expr::call(Path::RtIn("int", name.to_owned()), args);
        }
    }

    /// A product of what is within 32 bits is within 64.
    fn product_of_small(&mut self, expr: &mut Expr) {
        let Expr::Call(_, args) = expr else { return };
        let [left, right] = args.as_mut_slice() else { return };
        let is_small = [&*left, &*right].into_iter().all(|side| {
            let value = self.value(side).sum;
            let (low, high) = (Linear::constant(i64::from(i32::MIN)), Linear::constant(i64::from(i32::MAX)));
            self.proves_at_most(&low, &value) && self.proves_at_most(&value, &high)
        });
        if is_small {
            *expr = Expr::binary(BinOp::Mul, take(left), take(right));
        }
    }

    /// A quotient of floats, by an integer that is not 0.
    fn quotient_of_floats(&mut self, expr: &mut Expr) {
        let call = if let Expr::Try(inner) = &mut *expr { &mut **inner } else { &mut *expr };
        let Expr::Call(_, args) = call else { return };
        let [left, right] = args.as_mut_slice() else { return };
        let Expr::Cast(divisor, ty) = &*right else { return };
        let value = self.value(divisor).sum;
        if *ty != Ty::local("f64") || !self.proves_positive(&value) {
            return;
        }
        *expr = Expr::binary(BinOp::Div, take(left), take(right));
    }
}
