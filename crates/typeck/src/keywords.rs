//! `**kwargs` parameters that are only read: what each call passed is known by name.
//!
//! In: a module. Out: the locals of such parameters. One that is stored into, handed on as a value or bound again may get
//! keys from elsewhere and is not among them; handing it on as `**kwargs` is reading.
//!
//! ```text
//! def f(**options):
//!     size = options.get("size", 0.5)        f(colour=(1, 1, 1)): a float, since nobody passes `size`
//! ```

use portalis_hir::visit::walk_stmt_locals;
use portalis_hir::{Arg, CmpOp, ExprId, ExprKind, LocalId, Module, ParamKind, StmtKind, UnaryOp};
use rustc_hash::FxHashSet;

/// Methods of a dict that put nothing into it and give nothing away that could.
const READING: &[&str] = &["get", "pop", "items", "keys", "values", "copy"];

/// The locals of `**` parameters that are only read.
#[must_use]
pub(crate) fn only_read(module: &Module) -> FxHashSet<LocalId> {
    let params = module.funcs.iter().flat_map(|(_, func)| &func.params);
    let mut found: FxHashSet<LocalId> =
        params.filter(|param| param.kind == ParamKind::KwArgs).map(|param| param.local).collect();
    if found.is_empty() {
        return found;
    }
    let mut reads = FxHashSet::default();
    for (_, expr) in module.exprs.iter() {
        reading(module, &expr.kind, &mut reads);
    }
    for (id, stmt) in module.stmts.iter() {
        match &stmt.kind {
            StmtKind::If { test, .. } | StmtKind::While { test, .. } => reads.extend([*test]),
            StmtKind::For { iter, .. } => reads.extend([*iter]),
            _ => {}
        }
        walk_stmt_locals(module, id, &mut |local| {
            found.remove(&local);
        });
    }
    for (id, expr) in module.exprs.iter() {
        match expr.kind {
            ExprKind::Local(local) if !reads.contains(&id) => found.remove(&local),
            ExprKind::Walrus { local, .. } => found.remove(&local),
            _ => false,
        };
    }
    found
}

/// The variables that calls pass on as `**name`.
#[must_use]
pub(crate) fn passed_on(module: &Module) -> FxHashSet<LocalId> {
    let mut found = FxHashSet::default();
    for (_, expr) in module.exprs.iter() {
        let ExprKind::Call { args, .. } = &expr.kind else { continue };
        for arg in args {
            if let Arg::DoubleStar(value) = arg
                && let ExprKind::Local(local) = module[*value].kind
            {
                found.insert(local);
            }
        }
    }
    found
}

/// The parts of an expression that it only reads.
fn reading(module: &Module, kind: &ExprKind, reads: &mut FxHashSet<ExprId>) {
    match kind {
        ExprKind::Call { callee, args } => {
            if let ExprKind::Attribute { value, name } = &module[*callee].kind
                && READING.contains(&&**name)
            {
                reads.insert(*value);
            }
            if matches!(&module[*callee].kind, ExprKind::Builtin(name) if &**name == "len") {
                reads.extend(args.iter().map(Arg::value));
            }
            for arg in args {
                if let Arg::DoubleStar(value) = arg {
                    reads.insert(*value);
                }
            }
        }
        ExprKind::Index { value, .. } => {
            reads.insert(*value);
        }
        ExprKind::Compare { rest, .. } => {
            let members = rest.iter().filter(|(op, _)| matches!(op, CmpOp::In | CmpOp::NotIn));
            reads.extend(members.map(|(_, operand)| *operand));
        }
        ExprKind::Unary { op: UnaryOp::Not, operand } => {
            reads.insert(*operand);
        }
        ExprKind::IfElse { test, .. } => {
            reads.insert(*test);
        }
        ExprKind::Comprehension(comprehension) => {
            reads.extend(comprehension.clauses.iter().map(|clause| clause.iter));
        }
        _ => {}
    }
}
