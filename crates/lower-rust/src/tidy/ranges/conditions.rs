//! Conditions: what holds where one is true, and where it is not.

use super::linear::Linear;
use super::state::{State, join};
use super::walk::Walk;
use crate::rir::visit::VisitMut;
use crate::rir::{BinOp, Expr, UnOp};

impl Walk<'_> {
    /// What holds where `test` is true, and where it is not.
    pub(super) fn test(&mut self, test: &mut Expr) -> (Option<State>, Option<State>) {
        match test {
            Expr::Unary(UnOp::Not, inner) => {
                let (yes, no) = self.test(inner);
                (no, yes)
            }
            Expr::Binary(op @ (BinOp::And | BinOp::Or), left, right) => {
                let is_and = *op == BinOp::And;
                let (yes, no) = self.test(left);
                let (on, over) = if is_and { (yes, no) } else { (no, yes) };
                self.state = on;
                let (yes, no) = self.test(right);
                if is_and {
                    (yes, join(over, no, &mut self.terms))
                } else {
                    (join(over, yes, &mut self.terms), no)
                }
            }
            Expr::Binary(op, left, right) if op.is_comparison() => {
                let op = *op;
                self.compared(op, left, right);
                let (a, b) = (self.value(left), self.value(right));
                let (state, is_int) = (self.state.take(), a.is_int || b.is_int);
                if !is_int {
                    return (state.clone(), state);
                }
                let yes = self.assume(state.clone(), op, &a.sum, &b.sum);
                let no = self.assume(state, opposite(op), &a.sum, &b.sum);
                (yes, no)
            }
            Expr::Bool(value) => {
                let state = self.state.take();
                if *value { (state, None) } else { (None, state) }
            }
            Expr::Method(list, name, _, args) if name == "is_empty" && args.is_empty() => {
                self.expr(list);
                let length = self.length(list);
                let state = self.state.take();
                let zero = Linear::constant(0);
                let yes = self.assume(state.clone(), BinOp::Eq, &length, &zero);
                let no = self.assume(state, BinOp::Gt, &length, &zero);
                (yes, no)
            }
            Expr::Method(range, name, _, args)
                if name == "contains" && matches!(**range, Expr::Range(..) | Expr::RangeInclusive(..)) =>
            {
                self.expr(range);
                args.iter_mut().for_each(|arg| self.expr(arg));
                let sides = match (&**range, args.as_slice()) {
                    (Expr::Range(Some(start), Some(end)), [Expr::Ref(item)]) => {
                        Some((start, end, item, BinOp::Lt))
                    }
                    (Expr::RangeInclusive(start, end), [Expr::Ref(item)]) => {
                        Some((start, end, item, BinOp::Le))
                    }
                    _ => None,
                };
                let Some((start, end, item, below)) = sides else {
                    let state = self.state.take();
                    return (state.clone(), state);
                };
                let (start, end, item) = (self.value(start), self.value(end), self.value(item));
                let state = self.state.take();
                if !(start.is_int || end.is_int || item.is_int) {
                    return (state.clone(), state);
                }
                let yes = self.assume(state.clone(), BinOp::Ge, &item.sum, &start.sum);
                (self.assume(yes, below, &item.sum, &end.sum), state)
            }
            other => {
                self.expr(other);
                let state = self.state.take();
                (state.clone(), state)
            }
        }
    }

    pub(super) fn assume(
        &mut self,
        state: Option<State>,
        op: BinOp,
        a: &Linear,
        b: &Linear,
    ) -> Option<State> {
        let mut state = state?;
        let less = |state: &mut State, a: &Linear, b: &Linear| {
            b.offset(-1).into_iter().for_each(|b| state.at_most(a, &b));
        };
        match op {
            BinOp::Eq => state.equal(a, b),
            BinOp::Lt => less(&mut state, a, b),
            BinOp::Le => state.at_most(a, b),
            BinOp::Gt => less(&mut state, b, a),
            BinOp::Ge => state.at_most(b, a),
            BinOp::Ne => {
                if state.proves_at_most(a, b, &mut self.terms) {
                    less(&mut state, a, b);
                } else if state.proves_at_most(b, a, &mut self.terms) {
                    less(&mut state, b, a);
                }
            }
            _ => {}
        }
        Some(state)
    }
}

fn opposite(op: BinOp) -> BinOp {
    match op {
        BinOp::Eq => BinOp::Ne,
        BinOp::Ne => BinOp::Eq,
        BinOp::Lt => BinOp::Ge,
        BinOp::Le => BinOp::Gt,
        BinOp::Gt => BinOp::Le,
        BinOp::Ge => BinOp::Lt,
        op => op,
    }
}
