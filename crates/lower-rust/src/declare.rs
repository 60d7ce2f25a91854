//! Declarations: where each local of a function gets its `let`, and whether it needs `mut` or an initial value.
//!
//! Python's variables belong to the function, Rust's to a block. A variable is declared at an assignment where that
//! assignment comes first in a block that holds every other mention; else at the head of the smallest block that holds
//! all of them. A declaration without a value must satisfy Rust's definite-initialisation rules, which this file mirrors.
//!
//! In: a function. Out: [`Declarations`]. Cost: O(mentions × nesting).
//!
//! ```text
//! for i in a: …          for i in a { … }           // one `i` per loop: nothing flows from one to the other
//! for i in b: …          for i in b { … }
//! if c: x = 1            let x: i64;
//! else: x = 2            if c { x = 1 } else { x = 2 }
//! ```

use std::collections::{BTreeMap, BTreeSet};

use portalis_hir::visit::{for_each_expr, walk_pattern_exprs, walk_pattern_locals, walk_target_exprs};
use portalis_hir::{ExprId, ExprKind, FuncId, LocalId, MatchCase, Module, StmtId, StmtKind, Target};
use rustc_hash::{FxHashMap, FxHashSet};

/// A block of a function, by order of opening; 0 is the body.
pub type BlockId = u32;

/// How a local is declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Init {
    /// `let x;`: assigned before every read.
    Deferred,
    /// Something must be there: a default, or a cell that may be empty.
    Needed,
}

/// Where the locals of a function are declared.
#[derive(Debug, Default)]
pub struct Declarations {
    /// Statements whose assignment of a local is its `let`, and whether that is a `let mut`.
    pub lets: FxHashMap<(StmtId, LocalId), bool>,
    /// Locals declared at the head of a block: `mut`, and how they start.
    pub heads: BTreeMap<BlockId, Vec<(LocalId, bool, Init)>>,
    /// The block that each list of statements is, by its first statement.
    pub blocks: FxHashMap<StmtId, BlockId>,
    /// Locals that are read nowhere.
    pub unread: FxHashSet<LocalId>,
}

#[derive(Clone, Debug)]
struct Mention {
    path: Vec<BlockId>,
    write: Option<Write>,
}

#[derive(Clone, Copy, Debug)]
struct Write {
    /// The statement that could be a `let`.
    stmt: Option<StmtId>,
}

/// Finds them for the variables of `func` that `plain` accepts; `behind` accepts the cases that bind their names once all of
/// their pattern matches.
#[must_use]
pub fn declarations(
    module: &Module,
    func: FuncId,
    plain: &dyn Fn(LocalId) -> bool,
    behind: &dyn Fn(&MatchCase) -> bool,
) -> Declarations {
    let mut collector = Collector {
        module,
        plain,
        behind,
        mentions: BTreeMap::new(),
        path: vec![0],
        next_block: 1,
        out: Declarations::default(),
    };
    if let Some(&first) = module[func].body.first() {
        collector.out.blocks.insert(first, 0);
    }
    collector.stmts(&module[func].body);
    let Collector { mentions, mut out, .. } = collector;
    let params: FxHashSet<LocalId> = module[func].params.iter().map(|param| param.local).collect();
    let mut hoisted: BTreeMap<LocalId, BlockId> = BTreeMap::new();
    for (&local, found) in &mentions {
        if found.iter().all(|mention| mention.write.is_some()) {
            out.unread.insert(local);
        }
        if params.contains(&local) {
            continue;
        }
        let all: Vec<&Mention> = found.iter().collect();
        let mut sites = Vec::new();
        match place(&all, 0, &mut sites) {
            Ok(()) => {
                for (stmt, block) in sites {
                    // Another assignment in the scope of this `let`.
                    let is_mut = found.iter().any(|mention| {
                        mention.path.contains(&block) && mention.write.is_some() && !is_site(mention, stmt)
                    });
                    *out.lets.entry((stmt, local)).or_default() |= is_mut;
                }
            }
            Err(block) => {
                hoisted.insert(local, block);
            }
        }
    }
    let mut flow = Flow {
        module,
        behind,
        tracked: hoisted.keys().copied().collect(),
        muts: BTreeSet::new(),
        inits: BTreeSet::new(),
        params: &params,
        loops: Vec::new(),
    };
    let mut start = State::new();
    for &local in hoisted.keys() {
        start.insert(local, Assigned::No);
    }
    flow.block(&module[func].body, Some(start));
    let (muts, inits) = (flow.muts, flow.inits);
    for (local, block) in hoisted {
        let init = if inits.contains(&local) { Init::Needed } else { Init::Deferred };
        let is_mut = muts.contains(&local) || init == Init::Needed;
        out.heads.entry(block).or_default().push((local, is_mut, init));
    }
    out
}

/// Whether a mention is the `let` at `stmt` itself.
fn is_site(mention: &Mention, stmt: StmtId) -> bool {
    mention.write.is_some_and(|write| write.stmt == Some(stmt))
}

/// Finds the lets for mentions that share `depth + 1` blocks; `Err` with the block that must declare.
fn place(mentions: &[&Mention], depth: usize, sites: &mut Vec<(StmtId, BlockId)>) -> Result<(), BlockId> {
    let Some(first) = mentions.first() else { return Ok(()) };
    let here = first.path[depth];
    if first.path.len() == depth + 1 {
        return match first.write {
            Some(Write { stmt: Some(stmt) }) => {
                sites.push((stmt, here));
                Ok(())
            }
            _ => Err(here),
        };
    }
    if mentions.iter().any(|mention| mention.path.len() == depth + 1) {
        return Err(here);
    }
    let mut at = 0;
    while at < mentions.len() {
        let child = mentions[at].path[depth + 1];
        let end = mentions[at..].iter().position(|mention| mention.path[depth + 1] != child);
        let end = end.map_or(mentions.len(), |n| at + n);
        let single = at == 0 && end == mentions.len();
        if let Err(block) = place(&mentions[at..end], depth + 1, sites) {
            // Alone in one child, the variable is declared down there; among several, up here.
            return Err(if single { block } else { here });
        }
        at = end;
    }
    Ok(())
}

struct Collector<'m> {
    module: &'m Module,
    plain: &'m dyn Fn(LocalId) -> bool,
    behind: &'m dyn Fn(&MatchCase) -> bool,
    mentions: BTreeMap<LocalId, Vec<Mention>>,
    path: Vec<BlockId>,
    next_block: BlockId,
    out: Declarations,
}

impl Collector<'_> {
    fn mention(&mut self, local: LocalId, write: Option<Write>) {
        if (self.plain)(local) {
            self.mentions.entry(local).or_default().push(Mention { path: self.path.clone(), write });
        }
    }

    fn read(&mut self, expr: ExprId) {
        let module = self.module;
        let mut found = Vec::new();
        for_each_expr(module, expr, &mut |expr| match module[expr].kind {
            ExprKind::Local(local) => found.push((local, None)),
            ExprKind::Walrus { local, .. } => found.push((local, Some(Write { stmt: None }))),
            _ => {}
        });
        for (local, write) in found {
            // A walrus both binds and gives the value.
            self.mention(local, write);
        }
    }

    fn target(&mut self, target: &Target, stmt: Option<StmtId>) {
        let mut exprs = Vec::new();
        walk_target_exprs(target, &mut |expr| exprs.push(expr));
        exprs.into_iter().for_each(|expr| self.read(expr));
        let stmt = stmt.filter(|_| self.is_pattern(target));
        portalis_hir::visit::walk_target_locals(target, &mut |local| {
            self.mention(local, Some(Write { stmt }));
        });
    }

    /// Whether a target can be a pattern of `let`: a plain one, or a tuple of plain ones.
    fn is_pattern(&self, target: &Target) -> bool {
        let simple = match target {
            Target::Local(..) => true,
            Target::Tuple { items, star: None, .. } => {
                items.iter().all(|item| matches!(item, Target::Local(..)))
            }
            _ => false,
        };
        let mut locals = Vec::new();
        portalis_hir::visit::walk_target_locals(target, &mut |local| locals.push(local));
        let distinct = locals.iter().collect::<BTreeSet<_>>().len() == locals.len();
        // All of a tuple's names start here, or none does.
        let fresh = locals.iter().all(|local| (self.plain)(*local));
        simple && distinct && fresh
    }

    fn block(&mut self, stmts: &[StmtId], head: impl FnOnce(&mut Self)) {
        // One without statements has no head to declare anything at.
        if stmts.is_empty() {
            return head(self);
        }
        self.path.push(self.next_block);
        if let Some(&first) = stmts.first() {
            self.out.blocks.insert(first, self.next_block);
        }
        self.next_block += 1;
        head(self);
        self.stmts(stmts);
        self.path.pop();
    }

    /// A case that binds its names at its start, before its guard.
    fn case(&mut self, id: StmtId, case: &MatchCase, locals: &[LocalId]) {
        self.path.push(self.next_block);
        if let Some(&first) = case.body.first() {
            self.out.blocks.insert(first, self.next_block);
        }
        self.next_block += 1;
        locals.iter().for_each(|&local| self.mention(local, Some(Write { stmt: Some(id) })));
        case.guard.iter().for_each(|&guard| self.read(guard));
        self.stmts(&case.body);
        self.path.pop();
    }

    fn stmts(&mut self, stmts: &[StmtId]) {
        for &stmt in stmts {
            self.stmt(stmt);
        }
    }

    fn stmt(&mut self, id: StmtId) {
        let module = self.module;
        match &module[id].kind {
            StmtKind::Assign { targets, value } => {
                self.read(*value);
                let alone = (targets.len() == 1).then_some(id);
                targets.iter().for_each(|target| self.target(target, alone));
            }
            StmtKind::AnnAssign { target, value: Some(value), .. } => {
                self.read(*value);
                self.target(target, Some(id));
            }
            StmtKind::AnnAssign { value: None, .. } => {}
            StmtKind::AugAssign { target, value, .. } => {
                if let Target::Local(local, _) = target {
                    self.mention(*local, None);
                }
                self.read(*value);
                self.target(target, None);
            }
            StmtKind::If { test, then, otherwise } => {
                self.read(*test);
                self.block(then, |_| {});
                self.block(otherwise, |_| {});
            }
            StmtKind::While { test, body, otherwise } => {
                self.read(*test);
                self.block(body, |_| {});
                self.block(otherwise, |_| {});
            }
            StmtKind::For { target, iter, body, otherwise, .. } => {
                self.read(*iter);
                if body.is_empty() && self.is_pattern(target) {
                    // The pattern of the loop is all that there is in its block.
                    self.path.push(self.next_block);
                    self.next_block += 1;
                    self.target(target, Some(id));
                    self.path.pop();
                } else {
                    self.block(body, |walk| walk.target(target, Some(id)));
                }
                self.block(otherwise, |_| {});
            }
            StmtKind::Try { body, handlers, otherwise, finally, .. } => {
                self.block(body, |_| {});
                self.block(otherwise, |_| {});
                for handler in handlers {
                    handler.types.iter().for_each(|types| self.read(*types));
                    self.block(&handler.body, |walk| {
                        if let Some(local) = handler.local {
                            walk.mention(local, Some(Write { stmt: None }));
                        }
                    });
                }
                self.block(finally, |_| {});
            }
            StmtKind::With { items, body, .. } => {
                for item in items {
                    self.read(item.manager);
                }
                for item in items {
                    if let Some(target) = &item.target {
                        self.target(target, None);
                    }
                }
                self.block(body, |_| {});
            }
            StmtKind::Match { subject, cases } => {
                self.read(*subject);
                for case in cases {
                    let mut exprs = Vec::new();
                    walk_pattern_exprs(&case.pattern, &mut |expr| exprs.push(expr));
                    exprs.into_iter().for_each(|expr| self.read(expr));
                    let mut locals = Vec::new();
                    walk_pattern_locals(&case.pattern, &mut |local| locals.push(local));
                    if (self.behind)(case) {
                        self.case(id, case, &locals);
                    } else {
                        locals.into_iter().for_each(|local| self.mention(local, Some(Write { stmt: None })));
                        case.guard.iter().for_each(|guard| self.read(*guard));
                        self.block(&case.body, |_| {});
                    }
                }
            }
            StmtKind::Delete(targets) => targets.iter().for_each(|target| {
                let mut exprs = Vec::new();
                walk_target_exprs(target, &mut |expr| exprs.push(expr));
                exprs.into_iter().for_each(|expr| self.read(expr));
            }),
            StmtKind::ImportFrom { names, .. } => {
                for (_, local) in names {
                    self.mention(*local, Some(Write { stmt: Some(id) }));
                }
            }
            StmtKind::FuncDef { func, decorators, local } => {
                decorators.iter().for_each(|decorator| self.read(*decorator));
                let defaults: Vec<ExprId> =
                    module[*func].params.iter().filter_map(|param| param.default).collect();
                defaults.into_iter().for_each(|default| self.read(default));
                self.mention(*local, Some(Write { stmt: None }));
            }
            StmtKind::ClassDef { class, local, .. } => {
                self.stmts(&module[*class].body);
                self.mention(*local, Some(Write { stmt: None }));
            }
            _ => {
                let mut exprs = Vec::new();
                portalis_hir::visit::walk_stmt_exprs(module, id, &mut |expr| exprs.push(expr));
                exprs.into_iter().for_each(|expr| self.read(expr));
                let mut locals = Vec::new();
                portalis_hir::visit::walk_stmt_locals(module, id, &mut |local| locals.push(local));
                locals.into_iter().for_each(|local| self.mention(local, Some(Write { stmt: None })));
            }
        }
    }
}

// ---- definite initialisation of what is declared without a value

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Assigned {
    No,
    Maybe,
    Yes,
}

type State = BTreeMap<LocalId, Assigned>;

/// What Rust knows about which locals are assigned, statement by statement.
struct Flow<'m> {
    module: &'m Module,
    behind: &'m dyn Fn(&MatchCase) -> bool,
    tracked: FxHashSet<LocalId>,
    muts: BTreeSet<LocalId>,
    inits: BTreeSet<LocalId>,
    params: &'m FxHashSet<LocalId>,
    loops: Vec<(Option<State>, Option<State>)>,
}

fn merge(a: Option<State>, b: Option<State>) -> Option<State> {
    match (a, b) {
        (None, other) | (other, None) => other,
        (Some(mut a), Some(b)) => {
            for (local, state) in b {
                let entry = a.entry(local).or_insert(state);
                if *entry != state {
                    *entry = Assigned::Maybe;
                }
            }
            Some(a)
        }
    }
}

impl Flow<'_> {
    fn read(&mut self, expr: ExprId, state: &mut State) {
        let module = self.module;
        let mut found = Vec::new();
        for_each_expr(module, expr, &mut |expr| match module[expr].kind {
            ExprKind::Local(local) => found.push((local, false)),
            ExprKind::Walrus { local, .. } => found.push((local, true)),
            _ => {}
        });
        for (local, write) in found {
            if !self.tracked.contains(&local) {
                continue;
            }
            if write {
                // Whether it runs depends on the expression around it.
                self.muts.insert(local);
                self.inits.insert(local);
            } else if state.get(&local) != Some(&Assigned::Yes) {
                self.inits.insert(local);
            }
        }
    }

    fn write(&mut self, local: LocalId, state: &mut State) {
        if self.tracked.contains(&local) && !self.params.contains(&local) {
            if state.get(&local).is_some_and(|state| *state != Assigned::No) {
                self.muts.insert(local);
            }
            state.insert(local, Assigned::Yes);
        }
    }

    fn target(&mut self, target: &Target, state: &mut State) {
        let mut exprs = Vec::new();
        walk_target_exprs(target, &mut |expr| exprs.push(expr));
        exprs.into_iter().for_each(|expr| self.read(expr, state));
        let mut locals = Vec::new();
        portalis_hir::visit::walk_target_locals(target, &mut |local| locals.push(local));
        locals.into_iter().for_each(|local| self.write(local, state));
    }

    fn block(&mut self, stmts: &[StmtId], state: Option<State>) -> Option<State> {
        let mut state = state;
        for &stmt in stmts {
            let here = state?;
            state = self.stmt(stmt, here);
        }
        state
    }

    /// Jumps that lead through what closes a guarded block: the loop knows no more than is known there.
    fn jump_past(&mut self, (breaks, continues): (Option<State>, Option<State>), closed: &State) {
        if let Some(top) = self.loops.last_mut() {
            let knows = |jump: Option<State>| jump.map(|_| closed.clone());
            *top = (merge(top.0.take(), knows(breaks)), merge(top.1.take(), knows(continues)));
        }
    }

    fn stmt(&mut self, id: StmtId, mut state: State) -> Option<State> {
        let module = self.module;
        match &module[id].kind {
            StmtKind::Assign { targets, value } => {
                self.read(*value, &mut state);
                targets.iter().for_each(|target| self.target(target, &mut state));
                Some(state)
            }
            StmtKind::AnnAssign { target, value: Some(value), .. } => {
                self.read(*value, &mut state);
                self.target(target, &mut state);
                Some(state)
            }
            StmtKind::AugAssign { target, value, .. } => {
                if let Target::Local(local, _) = target
                    && self.tracked.contains(local)
                    && state.get(local) != Some(&Assigned::Yes)
                {
                    self.inits.insert(*local);
                }
                self.read(*value, &mut state);
                self.target(target, &mut state);
                if let Target::Local(local, _) = target {
                    self.muts.insert(*local);
                }
                Some(state)
            }
            StmtKind::Return(value) => {
                value.iter().for_each(|value| self.read(*value, &mut state));
                None
            }
            StmtKind::Raise { exc, cause } => {
                [exc, cause].into_iter().flatten().for_each(|expr| self.read(*expr, &mut state));
                None
            }
            StmtKind::Break => {
                if let Some(top) = self.loops.pop() {
                    self.loops.push((merge(top.0, Some(state)), top.1));
                }
                None
            }
            StmtKind::Continue => {
                if let Some(top) = self.loops.pop() {
                    self.loops.push((top.0, merge(top.1, Some(state))));
                }
                None
            }
            StmtKind::If { test, then, otherwise } => {
                self.read(*test, &mut state);
                let yes = self.block(then, Some(state.clone()));
                let no = self.block(otherwise, Some(state));
                merge(yes, no)
            }
            StmtKind::While { test, body, otherwise } => {
                let forever = matches!(module[*test].kind, ExprKind::Bool(true) | ExprKind::Int(1));
                let mut head = Some(state);
                for _ in 0..3 {
                    let mut start = head.clone()?;
                    self.read(*test, &mut start);
                    self.loops.push((None, None));
                    let end = self.block(body, Some(start.clone()));
                    let (breaks, continues) = self.loops.pop().unwrap_or_default();
                    let next = merge(head.clone(), merge(end, continues));
                    if next == head {
                        let after = if forever { None } else { self.block(otherwise, Some(start)) };
                        return merge(after, breaks);
                    }
                    head = next;
                }
                head
            }
            StmtKind::For { target, iter, body, otherwise, .. } => {
                self.read(*iter, &mut state);
                let mut head = Some(state);
                for _ in 0..3 {
                    let mut start = head.clone()?;
                    self.target(target, &mut start);
                    self.loops.push((None, None));
                    let end = self.block(body, Some(start));
                    let (breaks, continues) = self.loops.pop().unwrap_or_default();
                    let next = merge(head.clone(), merge(end, continues));
                    if next == head {
                        let after = self.block(otherwise, head);
                        return merge(after, breaks);
                    }
                    head = next;
                }
                head
            }
            StmtKind::Try { body, handlers, otherwise, finally, .. } => {
                let entry = state.clone();
                if !finally.is_empty() {
                    self.loops.push((None, None));
                }
                let end = self.block(body, Some(state));
                // A handler may run after any part of the body.
                let mut partial = entry;
                for local in self.tracked.clone() {
                    if assigns(module, body, local) {
                        let entry = partial.entry(local).or_insert(Assigned::No);
                        if *entry == Assigned::No {
                            *entry = Assigned::Maybe;
                        }
                    }
                }
                // The body and its exceptions meet in one `Result`: past it Rust knows no more than before.
                let end = if handlers.is_empty() { end } else { merge(end, Some(partial.clone())) };
                let mut after = self.block(otherwise, end);
                for handler in handlers {
                    let mut start = partial.clone();
                    handler.types.iter().for_each(|types| self.read(*types, &mut start));
                    if let Some(local) = handler.local {
                        self.write(local, &mut start);
                    }
                    let end = self.block(&handler.body, Some(start));
                    after = merge(after, end);
                }
                if finally.is_empty() {
                    return after;
                }
                let jumps = self.loops.pop().unwrap_or_default();
                let mut everything = partial;
                for local in self.tracked.clone() {
                    let parts =
                        handlers.iter().map(|handler| handler.body.as_slice()).chain([otherwise.as_slice()]);
                    if parts.into_iter().any(|part| assigns(module, part, local)) {
                        let entry = everything.entry(local).or_insert(Assigned::No);
                        if *entry == Assigned::No {
                            *entry = Assigned::Maybe;
                        }
                    }
                }
                let end = self.block(finally, Some(everything));
                if let Some(end) = &end {
                    self.jump_past(jumps, end);
                }
                // `finally` is printed once, for every way out: what follows it knows no more than it did.
                if after.is_some() { end } else { None }
            }
            StmtKind::With { items, body, .. } => {
                let is_local = |target: &&Target| matches!(target, Target::Local(..));
                for item in items {
                    self.read(item.manager, &mut state);
                    if let Some(target) = item.target.as_ref().filter(is_local) {
                        self.target(target, &mut state);
                    }
                }
                let mut partial = state.clone();
                // What is more than a name is bound inside of the guarded block.
                let mut bound = Vec::new();
                for target in items.iter().filter_map(|item| item.target.as_ref()) {
                    if !is_local(&target) {
                        self.target(target, &mut state);
                        portalis_hir::visit::walk_target_locals(target, &mut |local| bound.push(local));
                    }
                }
                self.loops.push((None, None));
                let end = self.block(body, Some(state));
                let jumps = self.loops.pop().unwrap_or_default();
                for local in self.tracked.clone() {
                    let is_assigned = bound.contains(&local) || assigns(module, body, local);
                    if is_assigned && partial.get(&local) == Some(&Assigned::No) {
                        partial.insert(local, Assigned::Maybe);
                    }
                }
                self.jump_past(jumps, &partial);
                merge(end, Some(partial))
            }
            StmtKind::Match { subject, cases } => {
                self.read(*subject, &mut state);
                let mut after = Some(state.clone());
                for case in cases {
                    let mut start = state.clone();
                    let mut exprs = Vec::new();
                    walk_pattern_exprs(&case.pattern, &mut |expr| exprs.push(expr));
                    exprs.into_iter().for_each(|expr| self.read(expr, &mut start));
                    let mut locals = Vec::new();
                    walk_pattern_locals(&case.pattern, &mut |local| locals.push(local));
                    let is_certain = case.guard.is_none() && (self.behind)(case);
                    for local in locals {
                        self.write(local, &mut start);
                        // Bound while the pattern is tried, also where a guard then fails.
                        if !is_certain {
                            self.muts.insert(local);
                            self.inits.insert(local);
                        }
                    }
                    case.guard.iter().for_each(|guard| self.read(*guard, &mut start));
                    let end = self.block(&case.body, Some(start));
                    after = merge(after, end);
                }
                after
            }
            StmtKind::ClassDef { class, local, .. } => {
                let mut end = self.block(&module[*class].body, Some(state))?;
                self.write(*local, &mut end);
                Some(end)
            }
            _ => {
                let mut exprs = Vec::new();
                portalis_hir::visit::walk_stmt_exprs(module, id, &mut |expr| exprs.push(expr));
                exprs.into_iter().for_each(|expr| self.read(expr, &mut state));
                let mut locals = Vec::new();
                portalis_hir::visit::walk_stmt_locals(module, id, &mut |local| locals.push(local));
                for local in locals {
                    self.write(local, &mut state);
                }
                Some(state)
            }
        }
    }
}

/// Whether some statement in `body` binds `local`.
fn assigns(module: &Module, body: &[StmtId], local: LocalId) -> bool {
    let mut found = false;
    portalis_hir::visit::for_each_stmt(module, body, &mut |stmt| {
        portalis_hir::visit::walk_stmt_locals(module, stmt, &mut |other| found |= other == local);
    });
    found
}
