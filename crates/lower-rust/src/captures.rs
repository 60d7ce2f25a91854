//! Captures: which variables of enclosing functions a function needs, directly or through the functions it calls.
//!
//! Module-level names are statics and not captured. A nested function that is only named (`def helper` used by a sibling)
//! is not captured itself: what it needs is.
//! In: a module. Out: [`Captures`], an ordered list per function. Cost: O(functions × captured variables).

use portalis_hir::visit::walk_body_exprs;
use portalis_hir::{ExprKind, FuncId, LocalId, Module, Scope, StmtKind, Target};
use rustc_hash::FxHashMap;

/// The captured variables of each function.
#[derive(Debug, Default)]
pub struct Captures {
    of: FxHashMap<FuncId, Vec<LocalId>>,
    /// The function that a local is bound to by `def`, where nothing else binds it.
    defined: FxHashMap<LocalId, FuncId>,
}
