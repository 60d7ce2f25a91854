//! Growth through recursion: `n * fact(n - 1)`, sums of calls that a table remembers.

use std::collections::BTreeSet;

use portalis_hir::{
    Arg, BinOp, ExprId, ExprKind, FuncId, LocalId, Module, Name, Scope, StmtId, StmtKind, Target,
};

use super::flows::{Flow, Flows};
use super::places::summed;
use super::{Growth, Place, is_unit};

impl Growth {
    /// Marks the operations of `func` that grow with what its calls of itself give.
    pub(super) fn recursion(&mut self, module: &Module, func: FuncId, remembers: bool) {
        let name = module[func].name.clone();
        let mut returns = Vec::new();
        collect_values(module, &module[func].body, &mut returns);
        // Variables that hold what a recursive call gave.
        let mut held = BTreeSet::new();
        portalis_hir::visit::for_each_stmt(module, &module[func].body, &mut |stmt| {
            if let StmtKind::Assign { targets, value } = &module[stmt].kind
                && calls_self(module, *value, &name, &BTreeSet::new())
            {
                for target in targets {
                    portalis_hir::visit::walk_target_locals(target, &mut |local| {
                        held.insert(local);
                    });
                }
            }
        });
        for &value in &returns {
            self.mark_recursion(module, value, &name, remembers, &held);
        }
        self.mark_rows(module, func, &returns, &held);
        self.mark_counts(module, func, &name);
        self.mark_handed_on(module, func, &name, &returns);
    }

    /// `row.append(above[i] + above[i + 1])`, where `above` is what one call gave.
    fn mark_rows(&mut self, module: &Module, func: FuncId, returns: &[ExprId], held: &BTreeSet<LocalId>) {
        let mut flows = Flows { module, flows: Vec::new(), next_loop: 1, remembers: false };
        flows.block(&module[func].body, 0);
        let filled = flows.flows.iter().filter(|flow| flow.aug.is_none()).map(|flow| flow.value);
        let values: BTreeSet<ExprId> = filled.chain(returns.iter().copied()).collect();
        for &local in held {
            let cycle = BTreeSet::from([Place::Local(local)]);
            let mut marked = Growth::default();
            values.iter().for_each(|&value| marked.mark(module, value, &cycle));
            self.exprs.extend(marked.exprs.into_iter().filter(|&expr| is_sum(module, expr)));
        }
    }

    /// `total += count(rest)`, where the total is remembered by the arguments.
    fn mark_counts(&mut self, module: &Module, func: FuncId, name: &Name) {
        let mut counts = Vec::new();
        let mut remembered = BTreeSet::new();
        portalis_hir::visit::for_each_stmt(
            module,
            &module[func].body,
            &mut |stmt| match &module[stmt].kind {
                StmtKind::AugAssign { target: Target::Local(local, _), op: BinOp::Add, value }
                    if calls_self(module, *value, name, &BTreeSet::new()) =>
                {
                    counts.push((*local, stmt));
                }
                StmtKind::Assign { targets, value }
                    if let ExprKind::Local(local) = module[*value].kind
                        && targets.iter().any(|target| matches!(target, Target::Index { .. })) =>
                {
                    remembered.insert(local);
                }
                _ => {}
            },
        );
        let is_cached = self.cached.contains(&func);
        let counts = counts.into_iter().filter(|(local, _)| is_cached || remembered.contains(local));
        self.stmts.extend(counts.map(|(_, stmt)| stmt));
    }

    /// `return fib(n - 1, b, a + b)`: what a function hands on to itself, as a loop would.
    fn mark_handed_on(&mut self, module: &Module, func: FuncId, name: &Name, returns: &[ExprId]) {
        let params = &module[func].params;
        let skipped = usize::from(matches!(module[func].parent, Some(Scope::Class(_))));
        let mut flows = Vec::new();
        let mut todo = returns.to_vec();
        while let Some(value) = todo.pop() {
            match &module[value].kind {
                ExprKind::IfElse { then, otherwise, .. } => todo.extend([*then, *otherwise]),
                ExprKind::Call { args, .. } if calls_self(module, value, name, &BTreeSet::new()) => {
                    for (param, arg) in params.iter().skip(skipped).zip(args) {
                        if let Arg::Pos(value) = *arg {
                            let place = Place::Local(param.local);
                            flows.push(Flow { place, value, aug: None, loop_id: 1, is_queued: false });
                        }
                    }
                }
                _ => {}
            }
        }
        let mut marked = Growth::default();
        marked.loops(module, &flows);
        // Positions in a tree that is a list are descended to by constants.
        let grows = |expr: &ExprId| is_sum(module, *expr) || is_product_of_variables(module, *expr);
        let growing: Vec<ExprId> = marked.exprs.into_iter().filter(grows).collect();
        if !growing.is_empty() {
            self.handed_on.insert(func);
        }
        self.exprs.extend(growing);
    }

    fn mark_recursion(
        &mut self,
        module: &Module,
        value: ExprId,
        name: &Name,
        remembers: bool,
        held: &BTreeSet<LocalId>,
    ) {
        match &module[value].kind {
            ExprKind::Binary { op, left, right } => {
                let (l, r) = (calls_self(module, *left, name, held), calls_self(module, *right, name, held));
                let grows = match op {
                    BinOp::Mul => (l || r) && !is_unit(module, *left) && !is_unit(module, *right),
                    BinOp::Add => l && r && remembers,
                    _ => false,
                };
                if grows {
                    self.exprs.insert(value);
                }
                self.mark_recursion(module, *left, name, remembers, held);
                self.mark_recursion(module, *right, name, remembers, held);
            }
            ExprKind::IfElse { then, otherwise, .. } => {
                self.mark_recursion(module, *then, name, remembers, held);
                self.mark_recursion(module, *otherwise, name, remembers, held);
            }
            ExprKind::Call { .. } if remembers => {
                if let Some(summed) = summed(module, value)
                    && let ExprKind::Comprehension(made) = &module[summed].kind
                    && calls_self(module, made.element, name, held)
                {
                    self.exprs.insert(value);
                    self.mark_recursion(module, made.element, name, remembers, held);
                }
            }
            _ => {}
        }
    }
}

pub(super) fn is_sum(module: &Module, expr: ExprId) -> bool {
    matches!(module[expr].kind, ExprKind::Binary { op: BinOp::Add, .. } | ExprKind::Call { .. })
}

fn is_product_of_variables(module: &Module, expr: ExprId) -> bool {
    let is_literal = |expr: ExprId| matches!(module[expr].kind, ExprKind::Int(_));
    match module[expr].kind {
        ExprKind::Binary { op: BinOp::Mul, left, right } => !is_literal(left) && !is_literal(right),
        _ => false,
    }
}

/// What a function returns or stores: where a recursion's value goes.
pub(super) fn collect_values(module: &Module, stmts: &[StmtId], values: &mut Vec<ExprId>) {
    for &stmt in stmts {
        match &module[stmt].kind {
            StmtKind::Return(Some(value)) | StmtKind::Assign { value, .. } => values.push(*value),
            StmtKind::If { then, otherwise, .. } => {
                collect_values(module, then, values);
                collect_values(module, otherwise, values);
            }
            StmtKind::While { body, otherwise, .. } | StmtKind::For { body, otherwise, .. } => {
                collect_values(module, body, values);
                collect_values(module, otherwise, values);
            }
            StmtKind::Try { body, handlers, otherwise, finally, .. } => {
                collect_values(module, body, values);
                handlers.iter().for_each(|handler| collect_values(module, &handler.body, values));
                collect_values(module, otherwise, values);
                collect_values(module, finally, values);
            }
            StmtKind::With { body, .. } => collect_values(module, body, values),
            StmtKind::Match { cases, .. } => {
                cases.iter().for_each(|case| collect_values(module, &case.body, values))
            }
            _ => {}
        }
    }
}

fn calls_self(module: &Module, expr: ExprId, name: &Name, held: &BTreeSet<LocalId>) -> bool {
    match &module[expr].kind {
        ExprKind::Call { callee, .. } => match &module[*callee].kind {
            ExprKind::Local(local) => module[*local].name == *name,
            ExprKind::Attribute { name: method, .. } => method == name,
            _ => false,
        },
        ExprKind::Local(local) => held.contains(local),
        ExprKind::Binary { left, right, .. } => {
            calls_self(module, *left, name, held) || calls_self(module, *right, name, held)
        }
        _ => false,
    }
}
