//! Variables of the module that functions assign: examples see what they were when the examples were looked for.
//!
//! CPython gives every docstring a copy of the module's names, made before the first example runs.

use std::collections::BTreeSet;

use ruff_python_ast::visitor::{Visitor, walk_stmt};
use ruff_python_ast::{Expr, Stmt};

/// Names that a function declares `global`, and that the statements of the module in `defined` bind.
pub(crate) fn assigned_by_functions(body: &[Stmt], defined: &[Stmt]) -> BTreeSet<String> {
    let mut declared = Declared::default();
    declared.visit_body(body);
    let mut bound = BTreeSet::new();
    for stmt in defined {
        match stmt {
            Stmt::Assign(assign) => assign.targets.iter().for_each(|target| names(target, &mut bound)),
            Stmt::AnnAssign(assign) if assign.value.is_some() => names(&assign.target, &mut bound),
            _ => {}
        }
    }
    declared.0.intersection(&bound).cloned().collect()
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

/// What `global` names.
#[derive(Default)]
struct Declared(BTreeSet<String>);

impl<'a> Visitor<'a> for Declared {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::Global(global) = stmt {
            self.0.extend(global.names.iter().map(|name| name.to_string()));
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}
