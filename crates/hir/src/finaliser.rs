//! Generators that do something when they are closed: where the last variable that holds one is bound again or ends, somebody
//! may see it.
//!
//! Source: the language reference, section 6.2.9.4, `generator.close()`: a generator that was not finished is closed when
//! its last user is gone.

use rustc_hash::FxHashSet;

use crate::visit::for_each_stmt;
use crate::{Elem, ExprKind, Handler, Module, StmtKind};

/// Whether some generator of the module leaves a `finally`, a `with` or a handler of `GeneratorExit` when it is closed.
#[must_use]
pub fn has_finalisers(module: &Module) -> bool {
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
