//! `is` of values that are held without an identity: ranges, slices and views of dicts. A variable is what it is; whether two
//! expressions gave one object, nobody knows, so that the question is refused.
//!
//! ```text
//! view is view                true
//! d.keys() is view            refused
//! ```

use portalis_typeck::builtins::slices::SLICE;

use super::FnCx;
use crate::represent::Repr;
use crate::rir::Expr;

/// Whether values of a representation have no identity.
pub(super) fn lacks_identity(repr: &Repr) -> bool {
    matches!(repr, Repr::Range | Repr::Keys(..) | Repr::Values(..) | Repr::Items(..) | Repr::Native(SLICE))
}

impl FnCx<'_, '_> {
    /// Whether two such values are one object.
    pub(super) fn same_variable(&mut self, left: &Expr, right: &Expr) -> Expr {
        let is_one = match (left, right) {
            (Expr::Path(left), Expr::Path(right)) => left == right,
            _ => false,
        };
        if !is_one {
            self.unsupported_operation("the identity of a range, a slice or a view");
        }
        Expr::Bool(true)
    }
}
