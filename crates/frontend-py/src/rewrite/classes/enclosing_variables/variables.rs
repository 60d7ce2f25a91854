//! Which variables of a function keep their values, and who reads them.

use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, Stmt, StmtClassDef, StmtFunctionDef};
use rustc_hash::FxHashSet;

use super::methods;
use crate::rewrite::bound::Bound;
use crate::rewrite::classes::new_method::is_name;

/// How often a name is read.
pub(super) struct Uses<'n> {
    pub(super) name: &'n str,
    pub(super) n_times: usize,
}

impl Visitor<'_> for Uses<'_> {
    fn visit_expr(&mut self, expr: &Expr) {
        if is_name(expr, self.name) {
            self.n_times += 1;
        }
        walk_expr(self, expr);
    }
}

/// Whether statements read a name.
pub(super) fn is_read(name: &str, body: &[Stmt]) -> bool {
    let mut uses = Uses { name, n_times: 0 };
    uses.visit_body(body);
    uses.n_times > 0
}

/// The variables of a function that have their last value before the statement at `at`: parameters that nothing binds
/// again, what one statement before it assigns, and functions that read variables themselves. Classes, and functions that
/// read none, are no values.
pub(super) fn fixed_before(def: &StmtFunctionDef, at: usize) -> FxHashSet<String> {
    let bound = Bound::of(&def.body);
    let params =
        def.parameters.iter().map(|param| param.name().as_str()).filter(|name| bound.times(name) == 0);
    let mut fixed: FxHashSet<String> = params.map(str::to_owned).collect();
    for stmt in &def.body[..at] {
        let target = match stmt {
            Stmt::FunctionDef(inner) => {
                let name = inner.name.as_str();
                if bound.times(name) == 1 && inner.decorator_list.is_empty() && reads_variables(inner, def) {
                    fixed.insert(name.to_owned());
                }
                continue;
            }
            Stmt::Assign(assign) => match assign.targets.as_slice() {
                [Expr::Name(target)] => target,
                _ => continue,
            },
            Stmt::AnnAssign(assign) if assign.value.is_some() => match &*assign.target {
                Expr::Name(target) => target,
                _ => continue,
            },
            _ => continue,
        };
        if bound.times(target.id.as_str()) == 1 {
            fixed.insert(target.id.to_string());
        }
    }
    fixed
}

/// Whether a function reads variables of the function that it is in.
fn reads_variables(inner: &StmtFunctionDef, outer: &StmtFunctionDef) -> bool {
    let (own, around) = (Bound::of(&inner.body), Bound::of(&outer.body));
    let mut read = Attributes::default();
    read.visit_body(&inner.body);
    read.0.iter().any(|name| {
        let is_own = !own.is_builtin(name) || inner.parameters.includes(name) || *name == inner.name.as_str();
        !is_own && (outer.parameters.includes(name) || !around.is_builtin(name))
    })
}

/// Those of `variables` that methods of a class read, in order of their names.
pub(super) fn read_by_methods(class: &StmtClassDef, variables: &FxHashSet<String>) -> Vec<String> {
    let own = Bound::of(&class.body);
    let mut found: Vec<String> = variables
        .iter()
        .filter(|name| own.is_builtin(name) && methods(class).any(|method| is_read(name, &method.body)))
        .cloned()
        .collect();
    found.sort_unstable();
    found
}

/// The attributes and parameters that are named.
#[derive(Default)]
pub(super) struct Attributes<'a>(pub(super) FxHashSet<&'a str>);

impl<'a> Visitor<'a> for Attributes<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::FunctionDef(def) = stmt {
            self.0.insert(def.name.as_str());
            self.0.extend(def.parameters.iter().map(|param| param.name().as_str()));
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Attribute(attribute) => drop(self.0.insert(attribute.attr.as_str())),
            Expr::Name(name) => drop(self.0.insert(name.id.as_str())),
            _ => {}
        }
        walk_expr(self, expr);
    }
}
