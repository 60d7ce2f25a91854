//! Variables of the module that functions assign: examples see what they were when the examples were looked for.
//!
//! CPython gives every docstring a copy of the module's names, made before the first example runs.

use std::collections::BTreeSet;

use ruff_python_ast::{Expr, Stmt};

use crate::rewrite::bound::declared_global;

/// Names that a function declares `global`, and that the statements of the module in `defined` bind.
pub(crate) fn assigned_by_functions(body: &[Stmt], defined: &[Stmt]) -> BTreeSet<String> {
    let mut bound = BTreeSet::new();
    for stmt in defined {
        match stmt {
            Stmt::Assign(assign) => assign.targets.iter().for_each(|target| names(target, &mut bound)),
            Stmt::AnnAssign(assign) if assign.value.is_some() => names(&assign.target, &mut bound),
            _ => {}
        }
    }
    declared_global(body).into_iter().map(str::to_owned).filter(|name| bound.contains(name)).collect()
}

fn names(target: &Expr, out: &mut BTreeSet<String>) {
    match target {
        Expr::Name(name) => {
            out.insert(name.id.to_string());
        }
        Expr::Tuple(parts) => parts.elts.iter().for_each(|part| names(part, out)),
        Expr::List(parts) => parts.elts.iter().for_each(|part| names(part, out)),
        Expr::Starred(part) => names(&part.value, out),
        _ => {}
    }
}
