//! What is done with a class, as far as the text of its function says.

use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, Stmt, StmtFunctionDef};

use super::receiver;
use super::variables::is_read;
use crate::rewrite::bound::Bound;
use crate::rewrite::classes::new_method::is_name;

/// Whether a class is called with arguments that it may take, asked about, its attributes read, and nothing else.
pub(super) struct Made<'n> {
    pub(super) name: &'n str,
    pub(super) n_places: usize,
    pub(super) is_plain: bool,
}

impl<'a> Visitor<'a> for Made<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        // Another class would have to keep the variables, too.
        if let Stmt::ClassDef(class) = stmt
            && class.name.as_str() != self.name
        {
            self.is_plain &= !is_read(self.name, std::slice::from_ref(stmt));
        }
        walk_stmt(self, stmt);
    }

    fn visit_annotation(&mut self, _: &'a Expr) {}

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Call(call) if is_name(&call.func, self.name) => {
                let has_star = call.arguments.args.iter().any(Expr::is_starred_expr);
                self.is_plain &= !has_star && call.arguments.args.len() <= self.n_places;
                self.visit_arguments(&call.arguments);
            }
            Expr::Call(call) if is_name(&call.func, "isinstance") => {
                if let [value, class] = &*call.arguments.args
                    && is_name(class, self.name)
                {
                    self.visit_expr(value);
                } else {
                    walk_expr(self, expr);
                }
            }
            Expr::Attribute(attribute) if is_name(&attribute.value, self.name) => {
                self.is_plain &= !attribute.attr.as_str().starts_with("__");
            }
            Expr::Name(name) => self.is_plain &= name.id.as_str() != self.name,
            _ => walk_expr(self, expr),
        }
    }
}

/// Whether a method has its object where it reads variables, or makes others.
pub(super) fn is_plain_method(method: &StmtFunctionDef, class: &str, variables: &[String]) -> bool {
    let has = |name: &str| method.decorator_list.iter().any(|decorator| is_name(&decorator.expression, name));
    if has("classmethod") {
        return false;
    }
    let mut names = variables.iter().map(String::as_str).chain([class]);
    let reads = names.any(|name| is_read(name, &method.body));
    let is_kept = receiver(method).is_some_and(|receiver| Bound::of(&method.body).is_builtin(receiver));
    !reads || is_kept && !has("staticmethod")
}
