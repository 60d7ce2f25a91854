//! Variables that may have no value where a read would not notice: functions and classes, which Rust defines in any case, and
//! names of builtins, which are behind them in Python.

use portalis_hir::{ExprId, ExprKind, LocalId, Module, Scope, StmtId, StmtKind, Target};
use portalis_typeck::ty::{Atom, BOT};

use super::{FnCx, Storage};

impl FnCx<'_, '_> {
    /// Refuses such a read of `local` at `at`.
    pub(crate) fn check_bound(&mut self, local: LocalId, at: ExprId) {
        let module = self.cx.module;
        let data = &module[local];
        let is_global = data.owner == Scope::Func(module.body);
        let is_own = data.owner == Scope::Func(self.func);
        let is_asked = is_own && self.cx.rep.inferred.insts[self.inst.index()].maybe_unbound.contains(&at);
        let ty = self.local_type(local);
        if is_global && portalis_typeck::is_builtin_name(&data.name) {
            let is_bound = if is_own { !is_asked } else { binds(module, &module[module.body].body, local) };
            if !is_bound || ty == BOT {
                self.unsupported_operation("a builtin that the module binds on some ways only");
            }
        } else if is_asked && self.storage(local) == Storage::None {
            let is_definition = |atom: &Atom| matches!(atom, Atom::Func(..) | Atom::Class(_));
            let is_tried = is_first_tried(module, &module[self.func].body, local);
            if !is_tried && self.cx.rep.atoms(ty).iter().any(|(_, atom)| is_definition(atom)) {
                self.unsupported_operation("a function or class that is defined on some ways only");
            }
        }
    }
}

/// Whether a function or class is defined by a `try` of these statements before anything else in it: a definition without
/// decorators raises nothing but in the body of a class.
fn is_first_tried(module: &Module, body: &[StmtId], local: LocalId) -> bool {
    body.iter().any(|&stmt| {
        let StmtKind::Try { body, .. } = &module[stmt].kind else { return false };
        let bound = body.iter().map_while(|&stmt| match &module[stmt].kind {
            StmtKind::FuncDef { local, decorators, .. } | StmtKind::ClassDef { local, decorators, .. } => {
                decorators.is_empty().then_some(*local)
            }
            _ => None,
        });
        bound.into_iter().any(|bound| bound == local)
    })
}

/// Whether statements bind a variable on every way through them, as far as their shape says.
fn binds(module: &Module, body: &[StmtId], local: LocalId) -> bool {
    body.iter().any(|&stmt| match &module[stmt].kind {
        StmtKind::Assign { targets, .. } => targets.iter().any(|target| holds(target, local)),
        StmtKind::AnnAssign { target, value: Some(_), .. } => holds(target, local),
        StmtKind::FuncDef { local: bound, .. } | StmtKind::ClassDef { local: bound, .. } => *bound == local,
        StmtKind::Import(items) => items.iter().any(|item| item.local == local),
        StmtKind::ImportFrom { names, .. } => names.iter().any(|(_, bound)| *bound == local),
        StmtKind::If { test, then, otherwise } => {
            // The test for a program is true.
            let is_main = matches!(&module[*test].kind, ExprKind::Compare { first, .. }
                if matches!(&module[*first].kind, ExprKind::Builtin(name) if &**name == "__name__"));
            binds(module, then, local) && (is_main || binds(module, otherwise, local))
        }
        StmtKind::With { body, .. } => binds(module, body, local),
        StmtKind::Try { body, handlers, finally, .. } => {
            let all = handlers.iter().all(|handler| binds(module, &handler.body, local));
            binds(module, finally, local) || binds(module, body, local) && all
        }
        _ => false,
    })
}

fn holds(target: &Target, local: LocalId) -> bool {
    match target {
        Target::Local(bound, _) => *bound == local,
        Target::Tuple { items, .. } => items.iter().any(|item| holds(item, local)),
        _ => false,
    }
}
