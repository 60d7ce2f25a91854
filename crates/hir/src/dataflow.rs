//! Facts about flow graphs: what a block reads and binds, dominators, liveness.
//!
//! Only locals of the graph's own scope count; one that is captured may be read and bound by any call, so ask
//! [`Local::captured`](crate::Local::captured) before trusting liveness.
//! Source: Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm" (2001); liveness is the textbook's.

use cranelift_entity::SecondaryMap;
use rustc_hash::FxHashMap;

use crate::cfg::{Block, Event, FlowGraph, Terminator};
use crate::{
    ComprehensionClause, ExprId, ExprKind, FormatPart, LocalId, Module, Pattern, Scope, StmtId, StmtKind,
    Target, visit,
};

/// Where a local is bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DefSite {
    /// A parameter.
    Param(LocalId),
    /// A statement, with all its targets of that name.
    Stmt(StmtId, LocalId),
    /// The n-th case of the `match`, or the n-th handler of the `try`.
    Clause(StmtId, usize, LocalId),
    /// A `:=`, or a comprehension's target.
    Expr(ExprId, LocalId),
}

/// Where a local is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UseSite {
    /// An expression of kind `Local`.
    Expr(ExprId),
    /// The target of an augmented assignment, and of `del`.
    Stmt(StmtId, LocalId),
}

/// What happens to locals, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// A read.
    Use(UseSite, LocalId),
    /// A binding. One that may be skipped (in the second operand of `and`, in a comprehension) is not certain.
    Def {
        /// Where.
        site: DefSite,
        /// What.
        local: LocalId,
        /// Whether it always happens.
        is_certain: bool,
    },
    /// `del`, or the end of an `except` clause.
    Unbind(LocalId),
}

/// The accesses of a block in order: events, then the terminator.
#[must_use]
pub fn accesses(module: &Module, graph: &FlowGraph, block: Block) -> Vec<Access> {
    let mut collector = Accesses { module, scope: graph.scope, certain: true, out: Vec::new() };
    let data = &graph.blocks[block];
    for event in &data.events {
        collector.event(*event);
    }
    match &data.terminator {
        Terminator::Branch { cond, .. } => collector.expr(*cond),
        Terminator::Case { stmt, case, .. } => {
            if let StmtKind::Match { cases, .. } = &module[*stmt].kind {
                let pattern = &cases[*case].pattern;
                visit::walk_pattern_exprs(pattern, &mut |expr| collector.expr(expr));
            }
        }
        Terminator::Return(stmt, _) | Terminator::Raise(stmt, _) => {
            visit::walk_stmt_exprs(module, *stmt, &mut |expr| collector.expr(expr));
        }
        Terminator::Goto(_)
        | Terminator::Next { .. }
        | Terminator::Dispatch { .. }
        | Terminator::Resume(_)
        | Terminator::End
        | Terminator::Uncaught => {}
    }
    collector.out
}

struct Accesses<'a> {
    module: &'a Module,
    scope: Scope,
    certain: bool,
    out: Vec<Access>,
}

impl Accesses<'_> {
    fn reads(&mut self, site: UseSite, local: LocalId) {
        if self.module[local].owner == self.scope {
            self.out.push(Access::Use(site, local));
        }
    }

    fn binds(&mut self, site: DefSite, local: LocalId) {
        if self.module[local].owner == self.scope {
            self.out.push(Access::Def { site, local, is_certain: self.certain });
        }
    }

    fn event(&mut self, event: Event) {
        let module = self.module;
        match event {
            Event::Stmt(stmt) => self.stmt(stmt),
            Event::Eval(expr) => self.expr(expr),
            Event::BindItem(stmt) => {
                if let StmtKind::For { target, .. } = &module[stmt].kind {
                    self.target(stmt, target);
                }
            }
            Event::Enter(stmt, idx) => {
                if let StmtKind::With { items, .. } = &module[stmt].kind {
                    self.expr(items[idx].manager);
                    items[idx].target.iter().for_each(|target| self.target(stmt, target));
                }
            }
            Event::Capture(stmt, idx) => {
                if let StmtKind::Match { cases, .. } = &module[stmt].kind {
                    let pattern: &Pattern = &cases[idx].pattern;
                    visit::walk_pattern_locals(pattern, &mut |local| {
                        self.binds(DefSite::Clause(stmt, idx, local), local)
                    });
                }
            }
            Event::Catch(stmt, idx) => {
                if let StmtKind::Try { handlers, .. } = &module[stmt].kind
                    && let Some(local) = handlers[idx].local
                {
                    self.binds(DefSite::Clause(stmt, idx, local), local);
                }
            }
            Event::Unbind(local) => {
                if module[local].owner == self.scope {
                    self.out.push(Access::Unbind(local));
                }
            }
        }
    }

    fn stmt(&mut self, stmt: StmtId) {
        let module = self.module;
        match &module[stmt].kind {
            StmtKind::Assign { targets, value } => {
                self.expr(*value);
                targets.iter().for_each(|target| self.target(stmt, target));
            }
            StmtKind::AugAssign { target, value, .. } => match target {
                Target::Local(local, _) => {
                    self.reads(UseSite::Stmt(stmt, *local), *local);
                    self.expr(*value);
                    self.binds(DefSite::Stmt(stmt, *local), *local);
                }
                Target::Attribute { .. } | Target::Index { .. } | Target::Tuple { .. } | Target::Error(_) => {
                    self.target(stmt, target);
                    self.expr(*value);
                }
            },
            StmtKind::AnnAssign { target, annotation, value } => {
                value.iter().for_each(|value| self.expr(*value));
                if value.is_some() {
                    self.target(stmt, target);
                } else {
                    visit::walk_target_exprs(target, &mut |expr| self.expr(expr));
                }
                self.expr(*annotation);
            }
            StmtKind::Delete(targets) => {
                for target in targets {
                    visit::walk_target_exprs(target, &mut |expr| self.expr(expr));
                    visit::walk_target_locals(target, &mut |local| {
                        self.reads(UseSite::Stmt(stmt, local), local);
                        if module[local].owner == self.scope {
                            self.out.push(Access::Unbind(local));
                        }
                    });
                }
            }
            _ => {
                visit::walk_stmt_exprs(module, stmt, &mut |expr| self.expr(expr));
                visit::walk_stmt_locals(module, stmt, &mut |local| {
                    self.binds(DefSite::Stmt(stmt, local), local)
                });
            }
        }
    }

    fn target(&mut self, stmt: StmtId, target: &Target) {
        match target {
            Target::Local(local, _) => self.binds(DefSite::Stmt(stmt, *local), *local),
            Target::Tuple { items, .. } => items.iter().for_each(|item| self.target(stmt, item)),
            Target::Attribute { .. } | Target::Index { .. } | Target::Error(_) => {
                visit::walk_target_exprs(target, &mut |expr| self.expr(expr));
            }
        }
    }

    fn maybe(&mut self, f: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.certain, false);
        f(self);
        self.certain = outer;
    }

    fn expr(&mut self, expr: ExprId) {
        stacker::maybe_grow(128 << 10, 4 << 20, || self.expr_here(expr));
    }

    fn expr_here(&mut self, expr: ExprId) {
        let module = self.module;
        match &module[expr].kind {
            ExprKind::Local(local) => self.reads(UseSite::Expr(expr), *local),
            ExprKind::Walrus { local, value } => {
                self.expr(*value);
                self.binds(DefSite::Expr(expr, *local), *local);
            }
            ExprKind::BoolOp { operands, .. } => {
                if let [first, rest @ ..] = operands.as_slice() {
                    self.expr(*first);
                    self.maybe(|this| rest.iter().for_each(|operand| this.expr(*operand)));
                }
            }
            ExprKind::Compare { first, rest } => {
                self.expr(*first);
                if let [(_, second), rest @ ..] = rest.as_slice() {
                    self.expr(*second);
                    self.maybe(|this| rest.iter().for_each(|(_, operand)| this.expr(*operand)));
                }
            }
            ExprKind::IfElse { test, then, otherwise } => {
                self.expr(*test);
                self.maybe(|this| {
                    this.expr(*then);
                    this.expr(*otherwise);
                });
            }
            ExprKind::Comprehension(comprehension) => {
                let [first, rest @ ..] = comprehension.clauses.as_slice() else { return };
                self.expr(first.iter);
                self.maybe(|this| {
                    this.clause(expr, first);
                    for clause in rest {
                        this.expr(clause.iter);
                        this.clause(expr, clause);
                    }
                    this.expr(comprehension.element);
                    comprehension.value.iter().for_each(|value| this.expr(*value));
                });
            }
            ExprKind::Format(parts) => self.parts(parts),
            _ => visit::walk_expr_children(module, expr, &mut |child| self.expr(child)),
        }
    }

    fn parts(&mut self, parts: &[FormatPart]) {
        visit::walk_format_parts(parts, &mut |value| self.expr(value));
    }

    fn clause(&mut self, comprehension: ExprId, clause: &ComprehensionClause) {
        visit::walk_target_exprs(&clause.target, &mut |expr| self.expr(expr));
        // The comprehension's own variables are read in it only, after this.
        let outer = std::mem::replace(&mut self.certain, true);
        visit::walk_target_locals(&clause.target, &mut |local| {
            self.binds(DefSite::Expr(comprehension, local), local);
        });
        self.certain = outer;
        clause.conditions.iter().for_each(|condition| self.expr(*condition));
    }
}

/// Which block is on all ways to which.
#[derive(Clone, Debug)]
pub struct Dominators {
    /// By block: the nearest one that dominates it; the entry's is itself, unreachable blocks have none.
    immediate: SecondaryMap<Block, Option<Block>>,
    /// Position in reverse postorder.
    order: SecondaryMap<Block, u32>,
}

impl Dominators {
    /// Computes them.
    #[must_use]
    pub fn new(graph: &FlowGraph) -> Self {
        let mut order = SecondaryMap::with_default(u32::MAX);
        for (idx, &block) in graph.reverse_postorder.iter().enumerate() {
            order[block] = idx as u32;
        }
        let mut dominators = Dominators { immediate: SecondaryMap::new(), order };
        dominators.immediate[graph.entry] = Some(graph.entry);
        let mut is_changed = true;
        while is_changed {
            is_changed = false;
            for &block in graph.reverse_postorder.iter().skip(1) {
                let known = graph.predecessors[block].iter().copied();
                let best = known
                    .filter(|&pred| dominators.immediate[pred].is_some())
                    .reduce(|a, b| dominators.common(a, b));
                if dominators.immediate[block] != best {
                    dominators.immediate[block] = best;
                    is_changed = true;
                }
            }
        }
        dominators
    }

    fn common(&self, mut a: Block, mut b: Block) -> Block {
        while a != b {
            while self.order[a] > self.order[b] {
                a = self.immediate[a].unwrap_or(b);
            }
            while self.order[b] > self.order[a] {
                b = self.immediate[b].unwrap_or(a);
            }
        }
        a
    }

    /// The nearest block that dominates `block` and is not it.
    #[must_use]
    pub fn immediate(&self, block: Block) -> Option<Block> {
        self.immediate[block].filter(|&up| up != block)
    }

    /// Whether every way to `block` goes through `above`; a block dominates itself.
    #[must_use]
    pub fn dominates(&self, above: Block, block: Block) -> bool {
        let mut at = block;
        loop {
            if at == above {
                return true;
            }
            match self.immediate(at) {
                Some(up) => at = up,
                None => return false,
            }
        }
    }
}

/// A set of small numbers.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct BitSet(Vec<u64>);

impl BitSet {
    /// Room for `0..len`.
    #[must_use]
    pub fn new(len: usize) -> Self {
        BitSet(vec![0; len.div_ceil(64)])
    }

    /// Adds; whether it was new.
    pub fn insert(&mut self, at: usize) -> bool {
        let old = self.0[at / 64];
        self.0[at / 64] |= 1 << (at % 64);
        old != self.0[at / 64]
    }

    /// Takes out.
    pub fn remove(&mut self, at: usize) {
        self.0[at / 64] &= !(1 << (at % 64));
    }

    /// Whether it is in.
    #[must_use]
    pub fn contains(&self, at: usize) -> bool {
        self.0.get(at / 64).is_some_and(|word| word & (1 << (at % 64)) != 0)
    }

    /// Adds all of `other`; whether any was new.
    pub fn union(&mut self, other: &BitSet) -> bool {
        let mut is_changed = false;
        for (word, &more) in self.0.iter_mut().zip(&other.0) {
            is_changed |= *word | more != *word;
            *word |= more;
        }
        is_changed
    }

    /// The numbers in ascending order.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().enumerate().flat_map(|(idx, &word)| {
            (0..64).filter(move |bit| word & (1 << bit) != 0).map(move |bit| idx * 64 + bit)
        })
    }
}

/// Which locals a later read may still see.
#[derive(Clone, Debug)]
pub struct Liveness {
    index: FxHashMap<LocalId, usize>,
    live_in: SecondaryMap<Block, BitSet>,
    live_out: SecondaryMap<Block, BitSet>,
}

impl Liveness {
    /// Computes it for the locals of the graph's scope.
    #[must_use]
    pub fn new(module: &Module, graph: &FlowGraph) -> Self {
        let index: FxHashMap<LocalId, usize> =
            own_locals(module, graph.scope).iter().enumerate().map(|(idx, &local)| (local, idx)).collect();
        let empty = BitSet::new(index.len());
        let mut live_in = SecondaryMap::with_default(empty.clone());
        let mut live_out = SecondaryMap::with_default(empty.clone());
        let blocks: Vec<(Block, Vec<Access>)> =
            graph.reverse_postorder.iter().map(|&block| (block, accesses(module, graph, block))).collect();
        let mut is_changed = true;
        while is_changed {
            is_changed = false;
            for (block, accesses) in blocks.iter().rev() {
                let mut live = empty.clone();
                for next in graph.successors(*block) {
                    live.union(&live_in[next]);
                }
                live_out[*block] = live.clone();
                for access in accesses.iter().rev() {
                    match access {
                        Access::Use(_, local) => {
                            live.insert(index[local]);
                        }
                        Access::Def { local, is_certain: true, .. } | Access::Unbind(local) => {
                            live.remove(index[local]);
                        }
                        Access::Def { is_certain: false, .. } => {}
                    }
                }
                // An exception may come before any of the block's bindings.
                if let Some(handler) = graph.blocks[*block].handler {
                    live.union(&live_in[handler]);
                }
                if live_in[*block] != live {
                    live_in[*block] = live;
                    is_changed = true;
                }
            }
        }
        Liveness { index, live_in, live_out }
    }

    /// Whether `local` may be read after the start of `block`, before it is bound again.
    #[must_use]
    pub fn is_live_in(&self, block: Block, local: LocalId) -> bool {
        self.index.get(&local).is_some_and(|&idx| self.live_in[block].contains(idx))
    }

    /// Whether `local` may be read after the end of `block`, before it is bound again.
    #[must_use]
    pub fn is_live_out(&self, block: Block, local: LocalId) -> bool {
        self.index.get(&local).is_some_and(|&idx| self.live_out[block].contains(idx))
    }
}

/// The locals that a scope owns.
#[must_use]
pub fn own_locals(module: &Module, scope: Scope) -> &[LocalId] {
    match scope {
        Scope::Func(func) => &module[func].locals,
        Scope::Class(class) => &module[class].locals,
    }
}
