//! Names that patterns bind: CPython binds them once the whole pattern matches, before the guard.
//!
//! A pattern binds as it goes, so a name that is read where the pattern may have failed half-way is bound through a
//! variable of the pattern's own. A name that only its cases read stays as it is.
//!
//! ```text
//! match pair:                           match pair:
//!     case (x, 0) if x > 1: f(x)            case (.x, 0) if (x := .x,) is not None and x > 1: f(x)
//! print(x)                              print(x)
//! ```

use portalis_diag::Span;
use portalis_hir::visit::{
    for_each_body_expr, for_each_expr, for_each_stmt, walk_pattern_locals, walk_stmt_locals,
};
use portalis_hir::{
    BoolOp, CmpOp, Elem, Expr, ExprId, ExprKind, FuncId, LocalId, Module, Name, Pattern, Stmt, StmtId,
    StmtKind, Target,
};
use std::collections::{BTreeMap, BTreeSet};

/// Rewrites the patterns of all functions.
pub(super) fn bind_when_matched(module: &mut Module) {
    let funcs: Vec<FuncId> = module.funcs.iter().map(|(id, _)| id).collect();
    for func in funcs {
        let mut matches = Vec::new();
        for_each_stmt(module, &module[func].body, &mut |stmt| {
            if matches!(module[stmt].kind, StmtKind::Match { .. }) {
                matches.push(stmt);
            }
        });
        if matches.is_empty() {
            continue;
        }
        let outside = used_outside(module, func, &matches);
        for stmt in matches {
            rewrite(module, stmt, &outside);
        }
    }
}

/// The names that patterns bind and that something besides their cases uses.
fn used_outside(module: &Module, func: FuncId, matches: &[StmtId]) -> BTreeSet<LocalId> {
    let mut uses = uses_in(module, &module[func].body, &[]);
    let mut bound = BTreeSet::new();
    for &stmt in matches {
        let StmtKind::Match { cases, .. } = &module[stmt].kind else { continue };
        for case in cases {
            let mut names = BTreeSet::new();
            walk_pattern_locals(&case.pattern, &mut |local| {
                names.insert(local);
            });
            let guard: Vec<ExprId> = case.guard.into_iter().collect();
            let inside = uses_in(module, &case.body, &guard);
            for name in &names {
                if let (Some(all), Some(here)) = (uses.get_mut(name), inside.get(name)) {
                    *all = all.saturating_sub(*here);
                }
            }
            bound.extend(names);
        }
    }
    let is_used = |local: &LocalId| {
        module[*local].captured || module[*local].written_elsewhere || uses.get(local).is_some_and(|&n| n > 0)
    };
    bound.into_iter().filter(is_used).collect()
}

/// How often each variable is read, updated or deleted.
fn uses_in(module: &Module, body: &[StmtId], exprs: &[ExprId]) -> BTreeMap<LocalId, u32> {
    let mut uses: BTreeMap<LocalId, u32> = BTreeMap::new();
    let mut read = |expr: ExprId| {
        if let ExprKind::Local(local) = module[expr].kind {
            *uses.entry(local).or_default() += 1;
        }
    };
    for_each_body_expr(module, body, &mut read);
    for &expr in exprs {
        for_each_expr(module, expr, &mut read);
    }
    for_each_stmt(module, body, &mut |stmt| {
        if matches!(module[stmt].kind, StmtKind::AugAssign { .. } | StmtKind::Delete(_)) {
            walk_stmt_locals(module, stmt, &mut |local| *uses.entry(local).or_default() += 1);
        }
    });
    uses
}

fn rewrite(module: &mut Module, stmt: StmtId, outside: &BTreeSet<LocalId>) {
    let StmtKind::Match { cases, .. } = &mut module.stmts[stmt].kind else { return };
    let mut cases = std::mem::take(cases);
    for case in &mut cases {
        let mut early = BTreeSet::new();
        let mut bound = Vec::new();
        bound_early(&case.pattern, &mut bound, &mut early);
        let hidden: Vec<(LocalId, LocalId)> = early
            .into_iter()
            .filter(|local| outside.contains(local))
            .map(|local| (local, hide(module, local)))
            .collect();
        if hidden.is_empty() {
            continue;
        }
        rename(&mut case.pattern, &hidden);
        let at = case.span;
        match case.guard {
            None => {
                let assigned = hidden.iter().map(|&(local, hidden)| {
                    let value = expr(module, ExprKind::Local(hidden), at);
                    let kind = StmtKind::Assign { targets: vec![Target::Local(local, at)], value };
                    module.stmts.alloc(Stmt { kind, span: at })
                });
                let mut body: Vec<StmtId> = assigned.collect();
                body.append(&mut case.body);
                case.body = body;
            }
            Some(guard) => {
                let walrus = |module: &mut Module, (local, hidden): (LocalId, LocalId)| {
                    let value = expr(module, ExprKind::Local(hidden), at);
                    Elem::One(expr(module, ExprKind::Walrus { local, value }, at))
                };
                let items = hidden.iter().map(|&pair| walrus(module, pair)).collect();
                let first = expr(module, ExprKind::Tuple(items), at);
                let none = expr(module, ExprKind::None, at);
                let always = expr(module, ExprKind::Compare { first, rest: vec![(CmpOp::IsNot, none)] }, at);
                let kind = ExprKind::BoolOp { op: BoolOp::And, operands: vec![always, guard] };
                case.guard = Some(expr(module, kind, at));
            }
        }
    }
    if let StmtKind::Match { cases: place, .. } = &mut module.stmts[stmt].kind {
        *place = cases;
    }
}

fn expr(module: &mut Module, kind: ExprKind, span: Span) -> ExprId {
    module.exprs.alloc(Expr { kind, span })
}

/// A variable of the pattern's own for `local`.
fn hide(module: &mut Module, local: LocalId) -> LocalId {
    let (name, owner, span) =
        (Name::from(format!(".{}", module[local].name).as_str()), module[local].owner, module[local].span);
    super::scope::new_local(module, name, owner, span)
}

/// The names that are bound before something that may fail, in order of matching.
fn bound_early(pattern: &Pattern, bound: &mut Vec<LocalId>, early: &mut BTreeSet<LocalId>) {
    let mut may_fail = |bound: &[LocalId]| early.extend(bound.iter().copied());
    match pattern {
        Pattern::Wildcard => {}
        Pattern::Bind(inner, local, _) => {
            if let Some(inner) = inner {
                bound_early(inner, bound, early);
            }
            bound.push(*local);
        }
        Pattern::Value(_) | Pattern::Singleton(_) => may_fail(bound),
        Pattern::Or(options) => {
            may_fail(bound);
            options.iter().for_each(|option| {
                early.extend(bound.iter().copied());
                bound_early(option, bound, early);
            });
        }
        Pattern::Sequence { items, .. } => {
            may_fail(bound);
            items.iter().for_each(|item| bound_early(item, bound, early));
        }
        Pattern::Mapping { items, rest, .. } => {
            may_fail(bound);
            for (_, item) in items {
                early.extend(bound.iter().copied());
                bound_early(item, bound, early);
            }
            bound.extend(*rest);
        }
        Pattern::Class { positional, keyword, .. } => {
            may_fail(bound);
            let items = positional.iter().chain(keyword.iter().map(|(_, item)| item));
            items.for_each(|item| bound_early(item, bound, early));
        }
    }
}

fn rename(pattern: &mut Pattern, hidden: &[(LocalId, LocalId)]) {
    let new = |local: &mut LocalId| {
        if let Some((_, hidden)) = hidden.iter().find(|(old, _)| old == local) {
            *local = *hidden;
        }
    };
    match pattern {
        Pattern::Wildcard | Pattern::Value(_) | Pattern::Singleton(_) => {}
        Pattern::Bind(inner, local, _) => {
            new(local);
            if let Some(inner) = inner {
                rename(inner, hidden);
            }
        }
        Pattern::Or(items) | Pattern::Sequence { items, .. } => {
            items.iter_mut().for_each(|item| rename(item, hidden));
        }
        Pattern::Mapping { items, rest, .. } => {
            items.iter_mut().for_each(|(_, item)| rename(item, hidden));
            rest.iter_mut().for_each(new);
        }
        Pattern::Class { positional, keyword, .. } => {
            let keyword = keyword.iter_mut().map(|(_, item)| item);
            positional.iter_mut().chain(keyword).for_each(|item| rename(item, hidden));
        }
    }
}
