//! Which names are bound where an annotation is evaluated.
//!
//! By the text alone: a name counts as bound below its first binding in its scope, whatever way leads there.

use std::collections::hash_map::Entry;

use ruff_python_ast::visitor::{Visitor, walk_except_handler, walk_expr, walk_pattern, walk_stmt};
use ruff_python_ast::{
    ExceptHandler, Expr, ExprContext, Identifier, Pattern, Stmt, StmtClassDef, StmtFunctionDef, TypeParams,
};
use ruff_python_stdlib::builtins::{is_python_builtin, python_magic_globals};
use ruff_text_size::{Ranged, TextSize};
use rustc_hash::FxHashMap;

use crate::rewrite::bound::{declared_global, name_of};

/// The minor version of the Python whose builtin names these are.
const MINOR: u8 = 11;

/// Names, and where the text binds them first.
type First<'a> = FxHashMap<&'a str, TextSize>;

enum Scope<'a> {
    Function(First<'a>),
    /// Seen by its own body alone.
    Class(First<'a>),
    TypeParams(First<'a>),
}

/// The scopes around a statement.
pub(super) struct Scopes<'a> {
    module: First<'a>,
    /// Within the module, the innermost last.
    inner: Vec<Scope<'a>>,
}

impl<'a> Scopes<'a> {
    pub(super) fn of_module(body: &'a [Stmt]) -> Self {
        let mut module = first_bindings(body);
        module.extend(declared_global(body).into_iter().map(|name| (name, TextSize::new(0))));
        Scopes { module, inner: Vec::new() }
    }

    /// How deep the scopes are, before those of type parameters are entered.
    pub(super) fn enter_type_params(&mut self, params: Option<&'a TypeParams>) -> usize {
        let depth = self.inner.len();
        if let Some(params) = params {
            let names = params.iter().map(|param| (param.name().as_str(), TextSize::new(0)));
            self.inner.push(Scope::TypeParams(names.collect()));
        }
        depth
    }

    pub(super) fn enter_function(&mut self, def: &'a StmtFunctionDef) {
        let mut names = first_bindings(&def.body);
        names.extend(def.parameters.iter().map(|parameter| (parameter.name().as_str(), TextSize::new(0))));
        self.inner.push(Scope::Function(names));
    }

    pub(super) fn enter_class(&mut self, def: &'a StmtClassDef) {
        self.inner.push(Scope::Class(first_bindings(&def.body)));
    }

    pub(super) fn leave_to(&mut self, depth: usize) {
        self.inner.truncate(depth);
    }

    /// Whether a statement here is one of a function's body itself.
    pub(super) fn is_in_function(&self) -> bool {
        matches!(self.inner.last(), Some(Scope::Function(_)))
    }

    /// Whether `name` is bound when what stands at `at` is evaluated.
    pub(super) fn is_bound(&self, name: &str, at: TextSize) -> bool {
        self.is_own(name, at) || is_builtin(name)
    }

    /// Whether `name` is Python's own there.
    pub(super) fn is_builtin(&self, name: &str, at: TextSize) -> bool {
        !self.is_own(name, at) && is_builtin(name)
    }

    fn is_own(&self, name: &str, at: TextSize) -> bool {
        let is_before = |names: &First| names.get(name).is_some_and(|first| *first <= at);
        // What functions further out bind may be bound below them.
        let mut is_called = false;
        for (depth, scope) in self.inner.iter().rev().enumerate() {
            match scope {
                Scope::Class(names) if depth == 0 && is_before(names) => return true,
                Scope::Class(_) => {}
                Scope::TypeParams(names) | Scope::Function(names) if names.contains_key(name) => {
                    return is_called || is_before(names);
                }
                Scope::TypeParams(_) => {}
                Scope::Function(_) => is_called = true,
            }
        }
        if is_called { self.module.contains_key(name) } else { is_before(&self.module) }
    }
}

fn is_builtin(name: &str) -> bool {
    is_python_builtin(name, MINOR, false)
        || python_magic_globals(MINOR).any(|magic| magic == name)
        || matches!(name, "__name__" | "__doc__" | "__package__" | "__spec__" | "__loader__" | "__debug__")
}

/// The names that a block binds, those of the functions and classes in it apart.
fn first_bindings<'a>(body: &'a [Stmt]) -> First<'a> {
    let mut bindings = Bindings::default();
    bindings.visit_body(body);
    bindings.0
}

#[derive(Default)]
struct Bindings<'a>(First<'a>);

impl<'a> Bindings<'a> {
    fn bind(&mut self, name: &'a str, at: TextSize) {
        match self.0.entry(name) {
            Entry::Occupied(mut first) => *first.get_mut() = at.min(*first.get()),
            Entry::Vacant(none) => {
                none.insert(at);
            }
        }
    }

    fn identifier(&mut self, name: &'a Identifier) {
        self.bind(name.as_str(), name.start());
    }
}

impl<'a> Visitor<'a> for Bindings<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(def) => self.bind(def.name.as_str(), stmt.end()),
            Stmt::ClassDef(def) => self.bind(def.name.as_str(), stmt.end()),
            Stmt::Import(import) => {
                for alias in &import.names {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
                    self.bind(name.split('.').next().unwrap_or(name), stmt.start());
                }
            }
            Stmt::ImportFrom(import) => {
                import.names.iter().for_each(|it| self.identifier(it.asname.as_ref().unwrap_or(&it.name)));
            }
            // An annotation alone binds nothing.
            Stmt::AnnAssign(assign) if assign.value.is_none() => {}
            stmt => walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if name.ctx == ExprContext::Store => {
                self.bind(name.id.as_str(), name.range.start());
            }
            expr => walk_expr(self, expr),
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(caught) = handler;
        caught.name.iter().for_each(|name| self.identifier(name));
        walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        name_of(pattern).into_iter().for_each(|name| self.identifier(name));
        walk_pattern(self, pattern);
    }
}
