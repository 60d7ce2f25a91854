//! The types of assigned variables by line: what `# revealed:` in golden files is held against.

use std::collections::BTreeSet;

use portalis_diag::LineIndex;
use portalis_hir::{ExprId, LocalId, Module, StmtKind, Target};
use portalis_typeck::Inferred;

/// The type of a variable that a line assigns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revealed {
    /// The line, from one.
    pub line: u32,
    /// The variable.
    pub name: String,
    /// Its type; one for each kind of call, joined by ` / `, where they differ.
    pub ty: String,
}

/// Every `name = value` and `for name in value` of code that runs, in order of lines.
pub(crate) fn reveal(source: &str, module: &Module, inferred: &Inferred) -> Vec<Revealed> {
    let lines = LineIndex::new(source);
    let mut revealed = Vec::new();
    for (_, stmt) in module.stmts.iter() {
        let (target, value) = match &stmt.kind {
            StmtKind::Assign { targets, value } => (targets.first(), Some(*value)),
            StmtKind::AnnAssign { target, value, .. } => (Some(target), *value),
            StmtKind::AugAssign { target, value, .. } => (Some(target), Some(*value)),
            StmtKind::For { target, iter, .. } => (Some(target), Some(*iter)),
            _ => continue,
        };
        let (Some(Target::Local(local, _)), Some(value)) = (target, value) else { continue };
        let types = types_of(module, inferred, *local, value);
        if !types.is_empty() {
            let ty = types.into_iter().collect::<Vec<_>>().join(" / ");
            let name = module[*local].name.to_string();
            revealed.push(Revealed { line: lines.line(stmt.span.start), name, ty });
        }
    }
    revealed.sort_by_key(|revealed| revealed.line);
    revealed
}

/// The types of `local` in the instances that evaluate `value`.
fn types_of(module: &Module, inferred: &Inferred, local: LocalId, value: ExprId) -> BTreeSet<String> {
    let live = inferred.live.iter().map(|inst| &inferred.insts[inst.index()]);
    live.filter(|inst| inst.exprs.contains_key(&value))
        .filter_map(|inst| inst.locals.get(&local).or_else(|| global(inferred, local)))
        .map(|&ty| inferred.describe(module, ty))
        .collect()
}

/// The type of a variable of the module body.
fn global(inferred: &Inferred, local: LocalId) -> Option<&portalis_typeck::ty::TypeId> {
    inferred.insts[inferred.live.first()?.index()].locals.get(&local)
}
