//! Numbers that are cloned to be looked at: arithmetic of the runtime takes its left operand by reference.
//!
//! ```text
//! n = n.clone().floor_div(&two);        n = n.floor_div(&two);
//! ```

use super::moves::assigns;
use super::resolve::variable;
use crate::rir::visit::{VisitMut, walk_expr_mut};
use crate::rir::{Expr, Fn};

/// What the runtime's `Int` and `Num` have that looks at the receiver and gives a number of its own.
const LOOKS: &[&str] = &[
    "abs",
    "add_num",
    "divmod",
    "float",
    "floor_div",
    "modulo",
    "mul_num",
    "narrow",
    "pow",
    "pow_float",
    "shl",
    "shr",
    "signum",
    "sub_num",
    "true_div",
];

/// Lets arithmetic look at variables.
pub(super) fn run(func: &mut Fn) {
    Receivers.block(&mut func.body);
}

struct Receivers;

impl VisitMut for Receivers {
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        if let Expr::Method(receiver, name, _, args) = expr
            && LOOKS.contains(&name.strip_prefix("try_").unwrap_or(name))
            && let Some(place) = receiver.clone_of()
            && variable(place).is_some()
            && !args.iter().any(assigns)
        {
            let place = place.clone();
            **receiver = place;
        }
    }
}
