//! The functions whose results a module or a class may name: a function that one of them makes has a docstring there.

use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, Stmt};

/// The names that stand in decorators and in what is bound outside of functions, and in the functions of those names, and so
/// on. A function that binds names of the module counts as named.
pub(crate) fn handed(body: &[Stmt]) -> BTreeSet<String> {
    let mut finder = Finder::default();
    finder.visit_body(body);
    let Finder { mut bound, functions } = finder;
    loop {
        let before = bound.len();
        for (name, used) in &functions {
            if bound.contains(name) {
                bound.extend(used.iter().cloned());
            }
        }
        if bound.len() == before {
            return bound;
        }
    }
}

#[derive(Default)]
struct Finder {
    bound: BTreeSet<String>,
    /// By function: the names in its body.
    functions: BTreeMap<String, BTreeSet<String>>,
}

impl<'a> Visitor<'a> for Finder {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(def) => {
                let mut inside = Names::default();
                inside.visit_body(&def.body);
                if inside.has_global {
                    self.bound.insert(def.name.to_string());
                }
                self.functions.entry(def.name.to_string()).or_default().extend(inside.found);
                def.decorator_list.iter().for_each(|decorator| self.bind(&decorator.expression));
                return;
            }
            Stmt::ClassDef(def) => {
                def.decorator_list.iter().for_each(|decorator| self.bind(&decorator.expression));
            }
            Stmt::Assign(assign) => self.bind(&assign.value),
            Stmt::AnnAssign(assign) => assign.value.iter().for_each(|value| self.bind(value)),
            Stmt::AugAssign(assign) => self.bind(&assign.value),
            Stmt::For(walked) => self.bind(&walked.iter),
            Stmt::With(with) => with.items.iter().for_each(|item| self.bind(&item.context_expr)),
            _ => {}
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Named(named) = expr {
            self.bind(&named.value);
        }
        walk_expr(self, expr);
    }
}

impl Finder {
    fn bind(&mut self, value: &Expr) {
        let mut names = Names::default();
        names.visit_expr(value);
        self.bound.extend(names.found);
    }
}

/// All names and attributes.
#[derive(Default)]
struct Names {
    found: BTreeSet<String>,
    has_global: bool,
}

impl<'a> Visitor<'a> for Names {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        self.has_global |= matches!(stmt, Stmt::Global(_));
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) => {
                self.found.insert(name.id.to_string());
            }
            Expr::Attribute(attribute) => {
                self.found.insert(attribute.attr.to_string());
            }
            _ => {}
        }
        walk_expr(self, expr);
    }
}
