//! Folds: `reduce(lambda a, b: a * b, xs)`, whose function gets what it gave as its first argument.

use std::collections::BTreeSet;

use portalis_hir::{Arg, ExprId, ExprKind, FuncId, Module, StmtKind};

use super::places::{arithmetic, called};
use super::recursion::collect_values;
use super::{Growth, Place};

/// Marks the operations that grow in the functions that folds call, and the folds with `operator.mul`.
pub(super) fn mark(module: &Module, growth: &mut Growth) {
    for (call, expr) in module.exprs.iter() {
        let ExprKind::Call { callee, args } = &expr.kind else { continue };
        let at = match called(module, *callee) {
            Some("reduce") => 0,
            Some("accumulate") => 1,
            _ => continue,
        };
        let Some(Arg::Pos(folding)) = args.get(at) else { continue };
        if called(module, *folding) == Some("mul") && function(module, *folding).is_none() {
            growth.exprs.insert(call);
            continue;
        }
        let Some(func) = function(module, *folding) else { continue };
        let Some(first) = module[func].params.first() else { continue };
        let cycle = BTreeSet::from([Place::Local(first.local)]);
        let mut returned = Vec::new();
        collect_values(module, &module[func].body, &mut returned);
        for value in returned {
            let mut places = BTreeSet::new();
            arithmetic(module, value, &mut places);
            if !places.is_disjoint(&cycle) {
                growth.mark(module, value, &cycle);
            }
        }
    }
}

/// The function of the program that an expression is: a lambda, or the one of that name.
pub(super) fn function(module: &Module, expr: ExprId) -> Option<FuncId> {
    match &module[expr].kind {
        ExprKind::Function { func, .. } => Some(*func),
        ExprKind::Local(local) => {
            let name = &module[*local].name;
            module.stmts.iter().find_map(|(_, stmt)| match &stmt.kind {
                StmtKind::FuncDef { func, .. } if module[*func].name == *name => Some(*func),
                _ => None,
            })
        }
        _ => None,
    }
}
