//! Library or program: a file whose module body only gives things names has no program part.

use std::collections::BTreeSet;

use portalis_hir::{self as hir, DictItem, Elem, ExprId, ExprKind, LocalId, Module, StmtId, StmtKind};

use crate::options::CrateKind;

/// Whether the output is a library: it is asked for, or the file has no program part.
pub(crate) fn is_library(module: &Module, kind: CrateKind) -> bool {
    match kind {
        CrateKind::Program => false,
        CrateKind::Library => true,
        CrateKind::Auto => {
            let body = &module[module.body].body;
            let imported = imported(module);
            let defines = body.iter().any(|&stmt| {
                matches!(module[stmt].kind, StmtKind::FuncDef { .. } | StmtKind::ClassDef { .. })
            });
            // A file of comments or of constants is a program that does nothing.
            defines && body.iter().all(|&stmt| only_defines(module, stmt, &imported))
        }
    }
}

/// The names that imports bind at module level.
fn imported(module: &Module) -> BTreeSet<LocalId> {
    let mut locals = BTreeSet::new();
    for &stmt in &module[module.body].body {
        if matches!(module[stmt].kind, StmtKind::Import(_) | StmtKind::ImportFrom { .. }) {
            hir::visit::walk_stmt_locals(module, stmt, &mut |local| {
                locals.insert(local);
            });
        }
    }
    locals
}

/// Whether the statement does no more than give something a name.
fn only_defines(module: &Module, stmt: StmtId, imported: &BTreeSet<LocalId>) -> bool {
    match &module[stmt].kind {
        // Decorators of the library say what a definition is; those of the file run its code.
        StmtKind::FuncDef { decorators, .. } | StmtKind::ClassDef { decorators, .. } => {
            decorators.iter().all(|&decorator| is_of_library(module, decorator, imported))
        }
        StmtKind::Import(_) | StmtKind::ImportFrom { .. } | StmtKind::TypeAlias { .. } => true,
        StmtKind::Assign { value, .. } => is_literal(module, *value),
        StmtKind::AnnAssign { value, .. } => value.is_none_or(|value| is_literal(module, value)),
        _ => false,
    }
}

/// Whether it is a builtin, a name that an import binds, an attribute of one or a call of one.
fn is_of_library(module: &Module, expr: ExprId, imported: &BTreeSet<LocalId>) -> bool {
    match &module[expr].kind {
        ExprKind::Builtin(_) => true,
        ExprKind::Local(local) => imported.contains(local),
        ExprKind::Attribute { value, .. } => is_of_library(module, *value, imported),
        ExprKind::Call { callee, .. } => is_of_library(module, *callee, imported),
        _ => false,
    }
}

/// Whether it is written out: a constant, or a display of such.
fn is_literal(module: &Module, expr: ExprId) -> bool {
    match &module[expr].kind {
        ExprKind::None
        | ExprKind::Bool(_)
        | ExprKind::Int(_)
        | ExprKind::BigInt(_)
        | ExprKind::Float(_)
        | ExprKind::Str(_)
        | ExprKind::Bytes(_) => true,
        ExprKind::Unary { operand, .. } => is_literal(module, *operand),
        ExprKind::List(elems) | ExprKind::Tuple(elems) | ExprKind::Set(elems) => {
            elems.iter().all(|elem| matches!(elem, Elem::One(value) if is_literal(module, *value)))
        }
        ExprKind::Dict(items) => items.iter().all(|item| match item {
            DictItem::Pair(key, value) => is_literal(module, *key) && is_literal(module, *value),
            DictItem::Star(_) => false,
        }),
        _ => false,
    }
}
