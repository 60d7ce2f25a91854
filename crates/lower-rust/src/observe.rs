//! Observation: which instances run where somebody can see their exceptions.
//!
//! An instance is observed if a `try`, `with` or generator body calls it, directly or through others, or if the host
//! calls it. Observed instances return `Result`; the others end the program, as CPython does for what nobody catches.
//! In: [`Inferred`]. Out: the set of observed instances. Cost: O(calls).

use std::collections::{BTreeMap, BTreeSet};

use portalis_hir::visit::{for_each_body_expr, for_each_stmt};
use portalis_hir::{Elem, ExprId, ExprKind, Module, StmtId, StmtKind};
use portalis_typeck::Inferred;
use portalis_typeck::builtins::{is_builtin_exception, is_exception_subclass};
use portalis_typeck::ty::{Atom, AtomId, BOT, CellId, ClassRef, InstId, TypeId};

use crate::special::{Operand, Operations};

/// The observed instances.
#[must_use]
pub fn observed(module: &Module, inferred: &Inferred, exported: &BTreeSet<InstId>) -> BTreeSet<InstId> {
    observed_in(module, inferred, exported, &|_| true)
}

/// The instances whose `RecursionError` somebody sees: of those that are observed, the ones that a handler for it guards, or
/// a block that runs on the way out. A host alone is no reason for a `Result` where nothing but runaway recursion raises.
#[must_use]
pub fn recursion_observed(module: &Module, inferred: &Inferred) -> BTreeSet<InstId> {
    observed_in(module, inferred, &BTreeSet::new(), &|stmt| sees_recursion(module, stmt))
}

/// Whether a `try` catches `RecursionError`, or does something about any exception.
fn sees_recursion(module: &Module, stmt: &StmtKind) -> bool {
    let StmtKind::Try { handlers, finally, .. } = stmt else { return true };
    let is_other = |types: ExprId| match &module[types].kind {
        ExprKind::Builtin(name) => {
            is_builtin_exception(name) && !is_exception_subclass("RecursionError", name)
        }
        // The program's own classes are others; what a variable holds may be any.
        ExprKind::Local(local) => module
            .stmts
            .iter()
            .any(|(_, stmt)| matches!(&stmt.kind, StmtKind::ClassDef { local: class, .. } if class == local)),
        _ => false,
    };
    let catches = |types: ExprId| match &module[types].kind {
        ExprKind::Tuple(items) => items.iter().any(|item| match item {
            Elem::One(class) => !is_other(*class),
            Elem::Star(_) => true,
        }),
        _ => !is_other(types),
    };
    !finally.is_empty() || handlers.iter().any(|handler| handler.types.is_none_or(catches))
}

/// The observed instances where only some `try` and `with` statements count.
fn observed_in(
    module: &Module,
    inferred: &Inferred,
    exported: &BTreeSet<InstId>,
    counts: &dyn Fn(&StmtKind) -> bool,
) -> BTreeSet<InstId> {
    let mut observed = exported.clone();
    let has_handlers = module
        .stmts
        .iter()
        .any(|(_, stmt)| matches!(stmt.kind, StmtKind::Try { .. } | StmtKind::With { .. }));
    for &inst in &inferred.live {
        let data = &inferred.insts[inst.index()];
        let func = &module[data.func];
        // A generator carries its exceptions to whoever drives it, a coroutine to the loop.
        if func.runs_later() && (has_handlers || func.is_async) {
            observed.insert(inst);
        }
        let guarded = guarded_sites(module, &func.body, counts);
        hidden_targets(module, inferred, inst, |node| guarded.contains(&node), &mut observed);
        for ((site, callee), &target) in &data.calls {
            // Loops end on what `__next__` raises, and on what `__getitem__` does where there is no `__iter__`. Who calls
            // a factory that a dict holds is known to nobody.
            let ends_loops = match &*site.role {
                "__next__" | "map" | "filter" | "iter" | "lazy" | "held factory" => true,
                "__getitem__" => !is_subscript(module, inferred, inst, (site.node, *callee)),
                _ => false,
            };
            if ends_loops || guarded.contains(&site.node) {
                observed.insert(target);
            }
        }
    }
    observed.extend(failing_texts(module, inferred));
    let mut todo: Vec<InstId> = observed.iter().copied().collect();
    while let Some(inst) = todo.pop() {
        for &target in inferred.insts[inst.index()].calls.values() {
            if observed.insert(target) {
                todo.push(target);
            }
        }
        let mut hidden = BTreeSet::new();
        hidden_targets(module, inferred, inst, |_| true, &mut hidden);
        todo.extend(hidden.into_iter().filter(|&target| observed.insert(target)));
    }
    // The module body's own exceptions end the program either way.
    observed.remove(&InstId(0));
    observed
}

/// The `__str__` of exceptions that raise: the report of an uncaught one says so, and goes on.
fn failing_texts(module: &Module, inferred: &Inferred) -> Vec<InstId> {
    let raises = |inst: InstId| {
        let data = &inferred.insts[inst.index()];
        let mut found = data.ret == BOT;
        let body = &module[data.func].body;
        for_each_stmt(module, body, &mut |stmt| found |= matches!(module[stmt].kind, StmtKind::Raise { .. }));
        found
    };
    let texts = inferred.trait_calls.iter().filter(|((_, method), _)| &**method == "__str__");
    let targets = texts.flat_map(|(_, targets)| targets);
    let of_exceptions =
        targets.filter(|(class, _)| !inferred.classes[class.index()].builtin_bases.is_empty());
    of_exceptions.map(|(_, target)| *target).filter(|target| raises(*target)).collect()
}

/// Whether `__getitem__` is called by a subscript, read, written or updated, and by no loop.
fn is_subscript(
    module: &Module,
    inferred: &Inferred,
    inst: InstId,
    ((kind, raw), callee): ((u8, u32), AtomId),
) -> bool {
    match kind {
        0 => {
            let expr = ExprId::from_raw(raw.into());
            // What a subscript gives may be walked in turn.
            let walks = match (inferred.types.get(callee), inferred.insts[inst.index()].exprs.get(&expr)) {
                (Atom::Bound(receiver, ..), Some(&ty)) => inferred.types.ids(ty).contains(receiver),
                _ => false,
            };
            matches!(module[expr].kind, ExprKind::Index { .. }) && !walks
        }
        1 => matches!(module[StmtId::from_raw(raw.into())].kind, StmtKind::AugAssign { .. }),
        _ => false,
    }
}

/// The special methods that operations of `inst` call through traits of the runtime, where `is_wanted` says so of the node.
pub(crate) fn hidden_targets(
    module: &Module,
    inferred: &Inferred,
    inst: InstId,
    is_wanted: impl Fn((u8, u32)) -> bool,
    found: &mut BTreeSet<InstId>,
) {
    if inferred.trait_calls.is_empty() {
        return;
    }
    let data = &inferred.insts[inst.index()];
    let operations = Operations { module, inferred, inst: data };
    let mut add = |operands: Vec<Operand>| {
        for operand in operands {
            let mut cells = BTreeSet::new();
            reach(inferred, operand.ty, &mut cells);
            for cell in cells {
                for method in operand.used.methods() {
                    let targets = inferred.trait_calls.get(&(cell, (*method).into()));
                    found.extend(targets.into_iter().flatten().map(|(_, target)| *target));
                }
            }
        }
    };
    let body = &module[data.func].body;
    for_each_body_expr(module, body, &mut |expr| {
        if is_wanted((0, expr.into_raw().into_u32())) {
            add(operations.of_expr(expr));
            add(operations.inside_expr(expr));
        }
    });
    for_each_stmt(module, body, &mut |stmt| {
        if is_wanted((1, stmt.into_raw().into_u32())) {
            add(operations.of_stmt(stmt));
        }
    });
}

/// The cells of a value and of what is in it, as special methods look into it.
pub(crate) fn reach(inferred: &Inferred, ty: TypeId, cells: &mut BTreeSet<CellId>) {
    for atom in inferred.types.atoms(ty) {
        match atom {
            Atom::Obj(class, cell) if cells.insert(*cell) => {
                let class = &inferred.classes[class.index()];
                let is_transparent = |base: &ClassRef| {
                    let base = &inferred.classes[base.index()];
                    base.dataclass.is_some() || base.base_value.is_some()
                };
                if class.mro.iter().any(is_transparent) || !class.builtin_bases.is_empty() {
                    for (_, held) in &inferred.cells[cell.index()].fields {
                        reach(inferred, *held, cells);
                    }
                }
            }
            Atom::Cont(_, cell) | Atom::TupleVar(cell) if cells.insert(*cell) => {
                for (_, held) in &inferred.cells[cell.index()].fields {
                    reach(inferred, *held, cells);
                }
            }
            Atom::Tuple(items) => items.iter().for_each(|&item| reach(inferred, item, cells)),
            Atom::Exc(_) => {
                for args in inferred.exception_arguments() {
                    reach_arguments(inferred, args, cells);
                }
            }
            _ => {}
        }
    }
}

/// The cells in arguments of exceptions, but for those of exceptions among them.
fn reach_arguments(inferred: &Inferred, args: TypeId, cells: &mut BTreeSet<CellId>) {
    for atom in inferred.types.atoms(args) {
        let Atom::Tuple(items) = atom else { continue };
        for &item in items.iter() {
            if !inferred.types.atoms(item).any(|atom| matches!(atom, Atom::Exc(_))) {
                reach(inferred, item, cells);
            }
        }
    }
}

/// The nodes of calls that stand in a `try` or `with`.
fn guarded_sites(
    module: &Module,
    body: &[StmtId],
    counts: &dyn Fn(&StmtKind) -> bool,
) -> BTreeSet<(u8, u32)> {
    let mut sites = BTreeSet::new();
    for_each_stmt(module, body, &mut |stmt| {
        let guarded: Vec<&[StmtId]> = match &module[stmt].kind {
            kind if !counts(kind) => Vec::new(),
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
                // Bases are told of a new class.
                if let StmtKind::ClassDef { class, .. } = module[stmt].kind {
                    sites.insert((4, class.into_raw().into_u32()));
                }
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
