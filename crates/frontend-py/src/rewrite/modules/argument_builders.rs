//! Parsers that one function makes and others use: where the parser goes, and variables of functions by names of their own.
//!
//! ```text
//! def build_parser():                     def build_parser():
//!     parser = ArgumentParser()               global _default_1_n
//!     parser.add_argument("-n", default=3)    …
//!     return parser                           return parser
//! build_parser().parse_args()             _namespace_1(build_parser(), None, _default_1_n)
//! ```

use std::collections::BTreeSet;

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::visitor::{Visitor, walk_expr as visit_expr, walk_stmt as visit_stmt};
use ruff_python_ast::{Expr, Stmt, StmtFunctionDef};

use crate::rewrite::bound::Bound;
use crate::rewrite::modules::argument_parser::METHODS;

/// A function that makes a parser, and what its calls are bound to.
#[derive(Clone)]
pub(crate) struct Builder {
    pub(crate) function: String,
    pub(crate) variables: Vec<String>,
}

/// The statements with the variables of functions that hold parsers renamed, where others have their names, too.
pub(crate) fn told_apart(body: &[Stmt]) -> Vec<Stmt> {
    let bound = Bound::of(body);
    let makers: BTreeSet<&str> = body
        .iter()
        .filter_map(|stmt| match stmt {
            Stmt::FunctionDef(def) if returned(def).is_some() => Some(def.name.as_str()),
            _ => None,
        })
        .collect();
    let mut out = body.to_vec();
    for stmt in &mut out {
        let Stmt::FunctionDef(def) = stmt else { continue };
        let mut holders = Holders { makers: &makers, names: BTreeSet::new(), is_shared: false };
        holders.visit_body(&def.body);
        if holders.is_shared {
            continue;
        }
        let is_parameter = |name: &str| def.parameters.iter().any(|param| param.name().as_str() == name);
        let names = holders.names.into_iter().filter(|name| bound.times(name) > 1 && !is_parameter(name));
        for old in names.collect::<Vec<_>>() {
            let renamer = Renamer { new: format!("{old}_of_{}", def.name), old };
            def.body.iter_mut().for_each(|stmt| renamer.visit_stmt(stmt));
        }
    }
    out
}

/// The variable that a function without parameters returns at its end.
pub(crate) fn returned(def: &StmtFunctionDef) -> Option<&str> {
    let Some(Stmt::Return(last)) = def.body.last() else { return None };
    let name = last.value.as_ref()?.as_name_expr()?;
    def.parameters.is_empty().then_some(name.id.as_str())
}

/// How the parsers of `function` are used; `None` where they may go elsewhere.
pub(crate) fn builder(whole: &[Stmt], bound: &Bound<'_>, function: &str) -> Option<Builder> {
    let mut calls = Calls { function, all: 0, known: 0, variables: Vec::new() };
    calls.visit_body(whole);
    let are_own = calls.variables.iter().all(|name| bound.times(name) == 1);
    if bound.times(function) != 1 || calls.all != calls.known || !are_own {
        return None;
    }
    for name in &calls.variables {
        let mut uses = Uses { name, all: 0, known: 0 };
        uses.visit_body(whole);
        if uses.all != uses.known {
            return None;
        }
    }
    Some(Builder { function: function.to_owned(), variables: calls.variables })
}

/// Whether an expression is `function()`.
pub(crate) fn is_call_of(expr: &Expr, function: &str) -> bool {
    let Expr::Call(call) = expr else { return false };
    matches!(&*call.func, Expr::Name(name) if name.id.as_str() == function) && call.arguments.is_empty()
}

/// The variables that a function binds to new parsers.
struct Holders<'a> {
    makers: &'a BTreeSet<&'a str>,
    names: BTreeSet<String>,
    /// Whether a variable may be of another scope.
    is_shared: bool,
}

impl<'a> Visitor<'a> for Holders<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Assign(assign) => {
                if let [Expr::Name(target)] = &*assign.targets
                    && let Expr::Call(call) = &*assign.value
                {
                    let makes = match &*call.func {
                        Expr::Name(name) => {
                            name.id.as_str() == "ArgumentParser" || self.makers.contains(name.id.as_str())
                        }
                        Expr::Attribute(attribute) => attribute.attr.as_str() == "ArgumentParser",
                        _ => false,
                    };
                    if makes {
                        self.names.insert(target.id.to_string());
                    }
                }
            }
            Stmt::Global(_) | Stmt::Nonlocal(_) | Stmt::FunctionDef(_) | Stmt::ClassDef(_) => {
                self.is_shared = true;
            }
            _ => {}
        }
        visit_stmt(self, stmt);
    }
}

struct Renamer {
    old: String,
    new: String,
}

impl Transformer for Renamer {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        if let Expr::Name(name) = expr
            && name.id.as_str() == self.old
        {
            name.id = self.new.as_str().into();
        }
    }
}

/// The calls of a function that makes parsers.
struct Calls<'a> {
    function: &'a str,
    all: usize,
    known: usize,
    variables: Vec<String>,
}

impl<'a> Visitor<'a> for Calls<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::Assign(assign) = stmt
            && let [Expr::Name(target)] = &*assign.targets
            && is_call_of(&assign.value, self.function)
        {
            self.known += 1;
            self.variables.push(target.id.to_string());
        }
        visit_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if name.id.as_str() == self.function && name.ctx.is_load() => self.all += 1,
            // What is said of the function itself.
            Expr::Attribute(attribute) if attribute.attr.starts_with("__") => {
                let is_its =
                    matches!(&*attribute.value, Expr::Name(name) if name.id.as_str() == self.function);
                self.known += usize::from(is_its);
            }
            Expr::Call(call) => {
                if let Expr::Attribute(attribute) = &*call.func
                    && METHODS.contains(&attribute.attr.as_str())
                    && is_call_of(&attribute.value, self.function)
                {
                    self.known += 1;
                }
            }
            _ => {}
        }
        visit_expr(self, expr);
    }
}

/// The uses of a variable that holds such a parser.
struct Uses<'a> {
    name: &'a str,
    all: usize,
    known: usize,
}

impl<'a> Visitor<'a> for Uses<'_> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if name.id.as_str() == self.name && name.ctx.is_load() => self.all += 1,
            Expr::Call(call) => {
                if let Expr::Attribute(attribute) = &*call.func
                    && METHODS.contains(&attribute.attr.as_str())
                    && matches!(&*attribute.value, Expr::Name(name) if name.id.as_str() == self.name)
                {
                    self.known += 1;
                }
            }
            _ => {}
        }
        visit_expr(self, expr);
    }
}
