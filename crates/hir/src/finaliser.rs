//! Generators that do something when they are closed, and objects with `__del__`: where the last variable that holds one is
//! bound again or ends, somebody may see it.
//!
//! Source: the language reference, section 6.2.9.4, `generator.close()`: a generator that was not finished is closed when
//! its last user is gone; section 3.3.1, `object.__del__`.

use rustc_hash::FxHashSet;

use crate::visit::for_each_stmt;
use crate::{ClassId, Elem, ExprId, ExprKind, FuncId, Handler, Module, Scope, StmtKind, Target};

/// Whether some generator of the module leaves a `finally`, a `with` or a handler of `GeneratorExit` when it is closed, or
/// some class has a `__del__` that somebody sees.
#[must_use]
pub fn has_finalisers(module: &Module) -> bool {
    let ends_seen = |(_, func): (FuncId, &crate::Func)| match func.parent {
        Some(Scope::Class(class)) => &*func.name == "__del__" && !ends_unseen(module, class),
        _ => false,
    };
    module.funcs.iter().any(ends_seen) || has_closed_generators(module)
}

/// Whether nobody sees when the `__del__` of a class runs: it only empties the object, which is gone afterwards.
#[must_use]
pub fn ends_unseen(module: &Module, class: ClassId) -> bool {
    let is_constant = |value: ExprId| {
        matches!(
            module[value].kind,
            ExprKind::None | ExprKind::Bool(_) | ExprKind::Int(_) | ExprKind::Float(_) | ExprKind::Str(_)
        )
    };
    let is_own = |target: &Target| matches!(target, Target::Attribute { value, .. } if matches!(module[*value].kind, ExprKind::Local(_)));
    let mut methods = module
        .funcs
        .iter()
        .filter(|(_, func)| func.parent == Some(Scope::Class(class)) && &*func.name == "__del__");
    methods.all(|(_, func)| {
        func.body.iter().all(|&stmt| match &module[stmt].kind {
            StmtKind::Expr(value) | StmtKind::Return(Some(value)) => is_constant(*value),
            StmtKind::Return(None) => true,
            StmtKind::Assign { targets, value } => is_constant(*value) && targets.iter().all(is_own),
            _ => false,
        })
    })
}

fn has_closed_generators(module: &Module) -> bool {
    // What a decorator makes of a function holds its generators itself.
    let mut decorated = FxHashSet::default();
    for (_, stmt) in module.stmts.iter() {
        if let StmtKind::FuncDef { func, decorators, .. } = &stmt.kind
            && !decorators.is_empty()
        {
            decorated.insert(*func);
        }
    }
    module.funcs.iter().any(|(id, func)| {
        let mut found = false;
        if func.is_generator && !decorated.contains(&id) {
            for_each_stmt(module, &func.body, &mut |stmt| {
                found |= match &module[stmt].kind {
                    StmtKind::With { .. } => true,
                    StmtKind::Try { handlers, finally, .. } => {
                        !finally.is_empty() || handlers.iter().any(|handler| catches_exit(module, handler))
                    }
                    _ => false,
                };
            });
        }
        found
    })
}

fn catches_exit(module: &Module, handler: &Handler) -> bool {
    let is_exit = |kind: &ExprKind| matches!(kind, ExprKind::Builtin(name) if matches!(&**name, "GeneratorExit" | "BaseException"));
    match handler.types.map(|types| &module[types].kind) {
        None => true,
        Some(ExprKind::Tuple(classes)) => {
            classes.iter().any(|(Elem::One(class) | Elem::Star(class))| is_exit(&module[*class].kind))
        }
        Some(kind) => is_exit(kind),
    }
}
