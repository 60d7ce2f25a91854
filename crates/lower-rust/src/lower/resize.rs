//! Loops over containers whose size may change meanwhile: the next round then raises, and somebody observes it.
//!
//! ```text
//! for k in d: d.pop(k)        for k in d.iter().tried() { let k = k?; … }
//! ```
//!
//! A loop whose body leaves the container alone keeps the plain iterator. What no call in sight does (a generator that
//! was made before) still ends the program.

use std::collections::BTreeSet;

use portalis_hir::{ExprId, ExprKind, StmtId, StmtKind, Target};
use portalis_typeck::ty::{Atom, CellId, InstId, Kind, TypeId};

use super::{Catch, FnCx};

/// Methods that change the size of a dict, set or deque.
const RESIZING: &[&str] = &[
    "add",
    "append",
    "appendleft",
    "clear",
    "difference_update",
    "discard",
    "extend",
    "extendleft",
    "insert",
    "intersection_update",
    "move_to_end",
    "pop",
    "popitem",
    "popleft",
    "remove",
    "reverse",
    "rotate",
    "setdefault",
    "symmetric_difference_update",
    "update",
];

impl FnCx<'_, '_> {
    /// The containers that `iter` walks and whose size `body` may change, where somebody observes what that raises.
    pub(super) fn resized_by(&self, iter: ExprId, body: &[StmtId]) -> BTreeSet<CellId> {
        if self.catch == Catch::Uncaught {
            return BTreeSet::new();
        }
        self.walked_and_resized(iter, body)
    }

    /// The containers that `iter(value)` walks and whose size this function may change before it asks for the next item.
    pub(super) fn resized_after(&self, value: ExprId) -> BTreeSet<CellId> {
        let module = self.cx.module;
        // What a call has just made changes under no name.
        if !matches!(module[value].kind, ExprKind::Local(_) | ExprKind::Attribute { .. }) {
            return BTreeSet::new();
        }
        self.walked_and_resized(value, &module[self.func].body)
    }

    fn walked_and_resized(&self, iter: ExprId, body: &[StmtId]) -> BTreeSet<CellId> {
        let mut walked = BTreeSet::new();
        portalis_hir::visit::for_each_expr(self.cx.module, iter, &mut |expr| {
            walked
                .extend(self.resizable(self.inst, expr).into_iter().map(|cell| (cell, self.variable(expr))));
        });
        let changed = self.resizes(self.inst, body, &mut BTreeSet::new());
        // Two variables of one function that hold containers of one type are taken for two containers.
        let is_changed = |cell: CellId, name: Option<portalis_hir::LocalId>| {
            changed.iter().any(|&(other, other_name)| {
                cell == other && (name.is_none() || other_name.is_none() || name == other_name)
            })
        };
        walked.into_iter().filter(|&(cell, name)| is_changed(cell, name)).map(|(cell, _)| cell).collect()
    }

    /// Whether a value of type `ty` is among the containers of the loop being lowered, or a view of one.
    pub(super) fn is_resized(&mut self, ty: TypeId) -> bool {
        !self.resized.is_empty()
            && self.cx.rep.atoms(ty).into_iter().any(|(_, atom)| match atom {
                Atom::Cont(Kind::DictKeys | Kind::DictValues | Kind::DictItems, _) => true,
                Atom::Cont(_, cell) => self.resized.contains(&cell),
                _ => false,
            })
    }

    /// The variable that an expression names, if it is one of this function.
    fn variable(&self, expr: ExprId) -> Option<portalis_hir::LocalId> {
        match self.cx.module[expr].kind {
            ExprKind::Local(local) => Some(local),
            _ => None,
        }
    }

    /// The dicts, sets and deques that an expression may be.
    fn resizable(&self, inst: InstId, expr: ExprId) -> Vec<CellId> {
        let ty = self.cx.rep.inferred.insts[inst.index()].exprs.get(&expr).copied();
        ty.map(|ty| self.resizable_cells(ty)).unwrap_or_default()
    }

    pub(super) fn resizable_cells(&self, ty: TypeId) -> Vec<CellId> {
        let cells = self.cx.rep.atoms(ty).into_iter().filter_map(|(_, atom)| match atom {
            Atom::Cont(kind, cell) if kind.is_dict() || matches!(kind, Kind::Set | Kind::Deque) => Some(cell),
            _ => None,
        });
        cells.collect()
    }

    /// The containers whose size statements of `inst` and what they call may change, with the variable where it is one
    /// of the function being lowered.
    fn resizes(
        &self,
        inst: InstId,
        body: &[StmtId],
        seen: &mut BTreeSet<InstId>,
    ) -> BTreeSet<(CellId, Option<portalis_hir::LocalId>)> {
        let module = self.cx.module;
        let mut found = BTreeSet::new();
        let is_here = inst == self.inst;
        let add = |container: ExprId, found: &mut BTreeSet<_>| {
            let name = if is_here { self.variable(container) } else { None };
            found.extend(self.resizable(inst, container).into_iter().map(|cell| (cell, name)));
        };
        let mut nodes = BTreeSet::new();
        portalis_hir::visit::for_each_body_expr(module, body, &mut |expr| {
            nodes.insert((0, expr.into_raw().into_u32()));
            match &module[expr].kind {
                ExprKind::Call { callee, .. } => {
                    if let ExprKind::Attribute { value, name } = &module[*callee].kind
                        && RESIZING.contains(&&**name)
                    {
                        add(*value, &mut found);
                    }
                }
                // A `defaultdict` grows by being asked.
                ExprKind::Index { value, .. } => {
                    let ty = self.cx.rep.inferred.insts[inst.index()].exprs.get(value).copied();
                    let grows = |atom: &Atom| matches!(atom, Atom::Cont(Kind::DefaultDict, _));
                    if ty.is_some_and(|ty| self.cx.rep.atoms(ty).iter().any(|(_, atom)| grows(atom))) {
                        add(*value, &mut found);
                    }
                }
                _ => {}
            }
        });
        portalis_hir::visit::for_each_stmt(module, body, &mut |stmt| {
            nodes.insert((1, stmt.into_raw().into_u32()));
            let targets: &[Target] = match &module[stmt].kind {
                StmtKind::Assign { targets, .. } | StmtKind::Delete(targets) => targets,
                StmtKind::AugAssign { target, .. }
                | StmtKind::AnnAssign { target, .. }
                | StmtKind::For { target, .. } => std::slice::from_ref(target),
                _ => &[],
            };
            for target in targets {
                each_container(target, &mut |container| add(container, &mut found));
            }
        });
        for ((site, _), &target) in &self.cx.rep.inferred.insts[inst.index()].calls {
            if nodes.contains(&site.node) && seen.insert(target) {
                let func = self.cx.rep.inferred.insts[target.index()].func;
                found.extend(self.resizes(target, &module[func].body, seen));
            }
        }
        found
    }
}

/// The containers that a target stores into.
fn each_container(target: &Target, found: &mut dyn FnMut(ExprId)) {
    match target {
        Target::Index { value, .. } => found(*value),
        Target::Tuple { items, .. } => items.iter().for_each(|item| each_container(item, found)),
        Target::Local(..) | Target::Attribute { .. } | Target::Error(_) => {}
    }
}
