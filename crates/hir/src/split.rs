//! Splitting: a variable whose bindings never meet becomes several, one for each web.
//!
//! In: a module, and the variables that are worth it. Out: the module with a local for each of their webs, and which of
//! its locals came from which. All keep the Python name. A variable that another scope sees, or that `del` unbinds,
//! stays whole, and so do attributes of classes and the name of an `except` that is read elsewhere. The operands of an augmented assignment are one node: the web that it
//! reads and the one that it binds stay together. What cannot be reached keeps the old local.
//!
//! ```text
//! text = input()       text·0
//! text = int(text)     text·1 = int(text·0)
//! ```

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::cfg::{self, FlowGraph};
use crate::dataflow::{DefSite, UseSite};
use crate::visit::{walk_stmt_locals, walk_target_locals};
use crate::webs::{Web, Webs};
use crate::{ExprId, ExprKind, LocalId, Module, Pattern, Scope, StmtId, StmtKind, Target};

/// By variable before: the variables that it became, itself first.
pub type Parts = BTreeMap<u32, Vec<LocalId>>;

/// Splits `wanted`; those of one web are not mentioned in the result.
pub fn split(module: &mut Module, wanted: &FxHashSet<LocalId>) -> Parts {
    let mut scopes: Vec<Scope> = Vec::new();
    for (id, local) in module.locals.iter() {
        if wanted.contains(&id) && !scopes.contains(&local.owner) {
            scopes.push(local.owner);
        }
    }
    scopes.retain(|scope| matches!(scope, Scope::Func(_)));
    let graphs: Vec<FlowGraph> = scopes.into_iter().map(|scope| cfg::build_scope(module, scope)).collect();
    let mut parts = Parts::new();
    for graph in &graphs {
        split_scope(module, graph, wanted, &mut parts);
    }
    parts
}

/// Those of `wanted` with several bindings: the others cannot be split.
#[must_use]
pub fn bound_often(module: &Module, wanted: &FxHashSet<LocalId>) -> FxHashSet<LocalId> {
    let mut bound: FxHashMap<LocalId, u32> = wanted.iter().map(|&local| (local, 0)).collect();
    let mut bind = |local: LocalId| {
        if let Some(times) = bound.get_mut(&local) {
            *times += 1;
        }
    };
    for (_, func) in module.funcs.iter() {
        func.params.iter().for_each(|param| bind(param.local));
    }
    for (id, _) in module.stmts.iter() {
        walk_stmt_locals(module, id, &mut bind);
    }
    for (_, expr) in module.exprs.iter() {
        match &expr.kind {
            ExprKind::Walrus { local, .. } => bind(*local),
            ExprKind::Comprehension(comprehension) => {
                for clause in &comprehension.clauses {
                    walk_target_locals(&clause.target, &mut bind);
                }
            }
            _ => {}
        }
    }
    bound.into_iter().filter(|(_, times)| *times > 1).map(|(local, _)| local).collect()
}

fn split_scope(module: &mut Module, graph: &FlowGraph, wanted: &FxHashSet<LocalId>, parts: &mut Parts) {
    let webs = Webs::new(module, graph);
    let groups = groups(module, &webs);
    let mut by_local: FxHashMap<LocalId, Vec<Web>> = FxHashMap::default();
    for (web, data) in webs.webs.iter() {
        let can_be_split = wanted.contains(&data.local) && !module[data.local].captured;
        if can_be_split && groups[&web] == web && !is_unbound_for_others(module, &webs, data.local) {
            by_local.entry(data.local).or_default().push(web);
        }
    }
    let mut renamed: FxHashMap<Web, LocalId> = FxHashMap::default();
    let mut locals: Vec<LocalId> = by_local.keys().copied().collect();
    locals.sort_by_key(|local| local.into_raw().into_u32());
    for local in locals {
        let mut heads = by_local.remove(&local).unwrap_or_default();
        // The argument of a parameter stays in the parameter.
        let param = webs.of_def(DefSite::Param(local)).map(|web| groups[&web]);
        heads.sort_by_key(|&head| (Some(head) != param, head));
        let [_, rest @ ..] = heads.as_slice() else { continue };
        if rest.is_empty() {
            continue;
        }
        let list = parts.entry(local.into_raw().into_u32()).or_insert_with(|| vec![local]);
        for &head in rest {
            let copy = module[local].clone();
            let new = module.locals.alloc(copy);
            if let Scope::Func(func) = module[local].owner {
                module.funcs[func].locals.push(new);
            }
            renamed.insert(head, new);
            list.push(new);
        }
    }
    for (web, data) in webs.webs.iter() {
        if let Some(&new) = renamed.get(&groups[&web]) {
            data.defs.iter().for_each(|&site| rename_def(module, site, new));
            data.uses.iter().for_each(|&site| rename_use(module, site, data.local, new));
        }
    }
}

/// By web: the first of those that augmented assignments tie together.
fn groups(module: &Module, webs: &Webs) -> FxHashMap<Web, Web> {
    let mut groups: FxHashMap<Web, Web> = webs.webs.keys().map(|web| (web, web)).collect();
    for (web, data) in webs.webs.iter() {
        for site in &data.uses {
            let UseSite::Stmt(stmt, local) = *site else { continue };
            if let StmtKind::AugAssign { .. } = module[stmt].kind
                && let Some(bound) = webs.of_def(DefSite::Stmt(stmt, local))
            {
                let (a, b) = (groups[&web], groups[&bound]);
                let (keep, gone) = (a.min(b), a.max(b));
                groups.values_mut().filter(|group| **group == gone).for_each(|group| *group = keep);
            }
        }
    }
    groups
}

/// Whether `del`, or the end of an `except`, may unbind it for a read that another binding reaches: each part would only
/// be unbound itself.
fn is_unbound_for_others(module: &Module, webs: &Webs, local: LocalId) -> bool {
    let own: Vec<_> = webs.webs.values().filter(|data| data.local == local).collect();
    let is_deleted = own.iter().flat_map(|data| &data.uses).any(|site| match site {
        UseSite::Stmt(stmt, _) => matches!(module[*stmt].kind, StmtKind::Delete(_)),
        UseSite::Expr(_) => false,
    });
    let is_caught = own.iter().flat_map(|data| &data.defs).any(|site| match site {
        DefSite::Clause(stmt, ..) => matches!(module[*stmt].kind, StmtKind::Try { .. }),
        DefSite::Param(_) | DefSite::Stmt(..) | DefSite::Expr(..) => false,
    });
    is_deleted || (is_caught && own.iter().any(|data| data.may_be_unbound))
}

fn rename_use(module: &mut Module, site: UseSite, old: LocalId, new: LocalId) {
    match site {
        UseSite::Expr(expr) => module.exprs[expr].kind = ExprKind::Local(new),
        UseSite::Stmt(stmt, _) => rename_in_stmt(module, stmt, old, new),
    }
}

fn rename_def(module: &mut Module, site: DefSite, new: LocalId) {
    match site {
        // The web of a parameter keeps its local.
        DefSite::Param(_) => {}
        DefSite::Stmt(stmt, old) => rename_in_stmt(module, stmt, old, new),
        DefSite::Clause(stmt, clause, old) => match &mut module.stmts[stmt].kind {
            StmtKind::Match { cases, .. } => rename_in_pattern(&mut cases[clause].pattern, old, new),
            StmtKind::Try { handlers, .. } => {
                handlers[clause].local.iter_mut().for_each(|local| rename(local, old, new));
            }
            _ => {}
        },
        DefSite::Expr(expr, old) => rename_in_expr(module, expr, old, new),
    }
}

fn rename_in_expr(module: &mut Module, expr: ExprId, old: LocalId, new: LocalId) {
    match &mut module.exprs[expr].kind {
        ExprKind::Walrus { local, .. } => rename(local, old, new),
        ExprKind::Comprehension(comprehension) => {
            comprehension
                .clauses
                .iter_mut()
                .for_each(|clause| rename_in_target(&mut clause.target, old, new));
        }
        _ => {}
    }
}

/// Renames what the statement itself binds; not what statements in it bind.
fn rename_in_stmt(module: &mut Module, stmt: StmtId, old: LocalId, new: LocalId) {
    match &mut module.stmts[stmt].kind {
        StmtKind::Assign { targets, .. } | StmtKind::Delete(targets) => {
            targets.iter_mut().for_each(|target| rename_in_target(target, old, new));
        }
        StmtKind::AugAssign { target, .. }
        | StmtKind::AnnAssign { target, .. }
        | StmtKind::For { target, .. } => rename_in_target(target, old, new),
        StmtKind::With { items, .. } => {
            for target in items.iter_mut().filter_map(|item| item.target.as_mut()) {
                rename_in_target(target, old, new);
            }
        }
        StmtKind::FuncDef { local, .. }
        | StmtKind::ClassDef { local, .. }
        | StmtKind::TypeAlias { local, .. } => rename(local, old, new),
        StmtKind::Import(items) => items.iter_mut().for_each(|item| rename(&mut item.local, old, new)),
        StmtKind::ImportFrom { names, .. } => {
            names.iter_mut().for_each(|(_, local)| rename(local, old, new));
        }
        StmtKind::Expr(_)
        | StmtKind::Return(_)
        | StmtKind::Raise { .. }
        | StmtKind::Assert { .. }
        | StmtKind::If { .. }
        | StmtKind::While { .. }
        | StmtKind::Try { .. }
        | StmtKind::Match { .. }
        | StmtKind::Break
        | StmtKind::Continue
        | StmtKind::Error => {}
    }
}

fn rename_in_target(target: &mut Target, old: LocalId, new: LocalId) {
    match target {
        Target::Local(local, _) => rename(local, old, new),
        Target::Tuple { items, .. } => items.iter_mut().for_each(|item| rename_in_target(item, old, new)),
        Target::Attribute { .. } | Target::Index { .. } | Target::Error(_) => {}
    }
}

fn rename_in_pattern(pattern: &mut Pattern, old: LocalId, new: LocalId) {
    let mut each = |pattern: &mut Pattern| rename_in_pattern(pattern, old, new);
    match pattern {
        Pattern::Wildcard | Pattern::Value(_) | Pattern::Singleton(_) => {}
        Pattern::Bind(inner, local, _) => {
            inner.iter_mut().for_each(|inner| each(inner));
            rename(local, old, new);
        }
        Pattern::Or(options) => options.iter_mut().for_each(each),
        Pattern::Sequence { items, .. } => items.iter_mut().for_each(each),
        Pattern::Mapping { items, rest, .. } => {
            items.iter_mut().for_each(|(_, pattern)| each(pattern));
            rest.iter_mut().for_each(|local| rename(local, old, new));
        }
        Pattern::Class { positional, keyword, .. } => {
            positional.iter_mut().for_each(&mut each);
            keyword.iter_mut().for_each(|(_, pattern)| each(pattern));
        }
    }
}

fn rename(local: &mut LocalId, old: LocalId, new: LocalId) {
    if *local == old {
        *local = new;
    }
}
