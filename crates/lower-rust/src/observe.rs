//! Observation: which instances run where somebody can see their exceptions.
//!
//! An instance is observed if a `try`, `with` or generator body calls it, directly or through others, or if the host
//! calls it. Observed instances return `Result`; the others end the program, as CPython does for what nobody catches.
//! In: [`Inferred`]. Out: the set of observed instances. Cost: O(calls).

use std::collections::{BTreeMap, BTreeSet};

use portalis_hir::visit::{for_each_body_expr, for_each_stmt};
use portalis_hir::{Module, StmtId, StmtKind};
use portalis_typeck::Inferred;
use portalis_typeck::ty::InstId;

/// The observed instances.
#[must_use]
pub fn observed(module: &Module, inferred: &Inferred, exported: &BTreeSet<InstId>) -> BTreeSet<InstId> {
    let mut observed = exported.clone();
    let has_handlers = module
        .stmts
        .iter()
        .any(|(_, stmt)| matches!(stmt.kind, StmtKind::Try { .. } | StmtKind::With { .. }));
    for &inst in &inferred.live {
        let data = &inferred.insts[inst.index()];
        let func = &module[data.func];
        // A generator carries its exceptions to whoever drives it.
        if func.is_generator && has_handlers {
            observed.insert(inst);
        }
        let guarded = guarded_sites(module, &func.body);
        for ((site, _), &target) in &data.calls {
            // Loops end on what `__next__` raises, and on what `__getitem__` does where there is no `__iter__`.
            let ends_loops = matches!(&*site.role, "__next__" | "map" | "filter" | "iter" | "lazy");
            if ends_loops || guarded.contains(&site.node) {
                observed.insert(target);
            }
        }
    }
    let mut todo: Vec<InstId> = observed.iter().copied().collect();
    while let Some(inst) = todo.pop() {
        for &target in inferred.insts[inst.index()].calls.values() {
            if observed.insert(target) {
                todo.push(target);
            }
        }
    }
    // The module body's own exceptions end the program either way.
    observed.remove(&InstId(0));
    observed
}

/// The nodes of calls that stand in a `try` or `with`.
fn guarded_sites(module: &Module, body: &[StmtId]) -> BTreeSet<(u8, u32)> {
    let mut sites = BTreeSet::new();
    for_each_stmt(module, body, &mut |stmt| {
        let guarded: Vec<&[StmtId]> = match &module[stmt].kind {
            StmtKind::Try { body, handlers, otherwise, finally, .. } => {
                let mut blocks = vec![body.as_slice()];
                // With `finally`, handlers and `else` are guarded as well.
                if !finally.is_empty() {
                    blocks.push(otherwise);
                    blocks.extend(handlers.iter().map(|handler| handler.body.as_slice()));
                }
                blocks
            }
            StmtKind::With { body, items, .. } => {
                for item in items.iter().skip(1) {
                    portalis_hir::visit::for_each_expr(module, item.manager, &mut |expr| {
                        sites.insert((0, expr.into_raw().into_u32()));
                    });
                }
                vec![body.as_slice()]
            }
            _ => Vec::new(),
        };
        for block in guarded {
            for_each_body_expr(module, block, &mut |expr| {
                sites.insert((0, expr.into_raw().into_u32()));
            });
            for_each_stmt(module, block, &mut |stmt| {
                sites.insert((1, stmt.into_raw().into_u32()));
            });
        }
    });
    sites
}

/// Who raises, as lowering sees it where it writes `?` and `Err`: of the observed instances, only these return `Result`.
#[derive(Debug, Default)]
pub(crate) struct Raising {
    /// Instances with an operation that may raise.
    own: BTreeSet<InstId>,
    /// Instances, with those whose exceptions they let through.
    calls: BTreeMap<InstId, BTreeSet<InstId>>,
}

impl Raising {
    /// An operation of `inst` may raise.
    pub(crate) fn raises(&mut self, inst: InstId) {
        self.own.insert(inst);
    }

    /// `inst` lets exceptions of `callee` through.
    pub(crate) fn lets_through(&mut self, inst: InstId, callee: InstId) {
        self.calls.entry(inst).or_default().insert(callee);
    }

    /// Those of `observed` that never raise: neither they nor what they call, to any depth.
    pub(crate) fn infallible(&self, observed: &BTreeSet<InstId>) -> BTreeSet<InstId> {
        let mut callers: BTreeMap<InstId, Vec<InstId>> = BTreeMap::new();
        for (&caller, callees) in &self.calls {
            for &callee in callees {
                callers.entry(callee).or_default().push(caller);
            }
        }
        let mut raising = self.own.clone();
        let mut todo: Vec<InstId> = raising.iter().copied().collect();
        while let Some(inst) = todo.pop() {
            for &caller in callers.get(&inst).into_iter().flatten() {
                if raising.insert(caller) {
                    todo.push(caller);
                }
            }
        }
        observed.difference(&raising).copied().collect()
    }
}
