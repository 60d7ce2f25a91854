//! Annotations that raise where Python evaluates them: those of parameters and results where a function is defined, those of
//! variables in the bodies of modules and classes.
//!
//! They are read as types, so nothing of them is left when the program runs; what raises is written as a statement beside
//! them. Names that nothing binds, or that are bound further down only, and operators that these values do not have.
//!
//! ```text
//!                                        List
//! def total(items: List[int]): …         def total(items: List[int]): …
//!
//! class Node:                            class Node:
//!     def add(self, other: Node): …          Node
//!                                            def add(self, other: Node): …
//! ```
//!
//! Source: the language reference, sections 8.7 and 7.2.2; PEP 563 for `from __future__ import annotations`.

mod operators;
mod scopes;

use std::collections::BTreeMap;

use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{AtomicNodeIndex, Expr, ExprContext, ExprName, Parameters, Stmt, StmtExpr, Suite};
use ruff_text_size::{Ranged, TextSize};

use self::scopes::Scopes;
use super::blocks::{blocks, blocks_mut};

/// The module's statements with what its annotations raise; `None` where they raise nothing.
pub(crate) fn evaluated(_source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if body.iter().any(postpones) {
        return None;
    }
    let mut found = Found { scopes: Scopes::of_module(body), raised: BTreeMap::new() };
    found.visit_body(body);
    if found.raised.is_empty() {
        return None;
    }
    let mut out: Suite = body.iter().cloned().collect();
    place(&mut out, &mut found.raised);
    Some(out.into_iter().collect())
}

/// `from __future__ import annotations`.
fn postpones(stmt: &Stmt) -> bool {
    matches!(stmt, Stmt::ImportFrom(import) if import.module.as_deref() == Some("__future__")
        && import.names.iter().any(|alias| alias.name.as_str() == "annotations"))
}

/// Puts what is raised beside the statements that begin there: before a function, after a variable, which has its value
/// before its annotation is evaluated.
fn place(body: &mut Suite, raised: &mut BTreeMap<TextSize, Stmt>) {
    for mut stmt in std::mem::take(body) {
        let here = raised.remove(&stmt.start());
        match &mut stmt {
            Stmt::FunctionDef(def) => place(&mut def.body, raised),
            Stmt::ClassDef(def) => place(&mut def.body, raised),
            stmt => blocks_mut(stmt).into_iter().for_each(|block| place(block, raised)),
        }
        if stmt.is_ann_assign_stmt() {
            body.push(stmt);
            body.extend(here);
        } else {
            body.extend(here);
            body.push(stmt);
        }
    }
}

/// Looks for annotations that raise.
struct Found<'a> {
    scopes: Scopes<'a>,
    /// By the beginning of a statement, what it raises first.
    raised: BTreeMap<TextSize, Stmt>,
}

impl<'a> Found<'a> {
    fn evaluate(&mut self, annotation: &'a Expr, of: &Stmt) {
        if self.raised.contains_key(&of.start()) {
            return;
        }
        let mut names = Names::default();
        names.visit_expr(annotation);
        let unbound = names.0.into_iter().find(|name| !self.scopes.is_bound(&name.id, name.range.start()));
        let raise = match unbound {
            Some(name) => Some(Stmt::Expr(StmtExpr {
                range: name.range,
                node_index: AtomicNodeIndex::default(),
                value: Box::new(Expr::Name(name.clone())),
            })),
            None => operators::raised(annotation, &self.scopes),
        };
        if let Some(raise) = raise {
            self.raised.insert(of.start(), raise);
        }
    }
}

/// The annotations of parameters, in the order in which they are evaluated.
fn annotations(parameters: &Parameters) -> impl Iterator<Item = &Expr> {
    parameters.iter().filter_map(|parameter| parameter.annotation())
}

impl<'a> Visitor<'a> for Found<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(def) => {
                let depth = self.scopes.enter_type_params(def.type_params.as_deref());
                let returns = def.returns.as_deref();
                annotations(&def.parameters).chain(returns).for_each(|it| self.evaluate(it, stmt));
                // Within functions only definitions have annotations that are evaluated.
                if def.body.iter().any(defines) {
                    self.scopes.enter_function(def);
                    self.visit_body(&def.body);
                }
                self.scopes.leave_to(depth);
            }
            Stmt::ClassDef(def) => {
                let depth = self.scopes.enter_type_params(def.type_params.as_deref());
                self.scopes.enter_class(def);
                self.visit_body(&def.body);
                self.scopes.leave_to(depth);
            }
            Stmt::AnnAssign(assign) if !self.scopes.is_in_function() => {
                self.evaluate(&assign.annotation, stmt);
            }
            stmt => walk_stmt(self, stmt),
        }
    }

    /// No definition stands in an expression.
    fn visit_expr(&mut self, _: &'a Expr) {}
}

/// Whether a statement is a definition, or has one in its blocks.
fn defines(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::FunctionDef(_) | Stmt::ClassDef(_) => true,
        stmt => blocks(stmt).into_iter().flatten().any(defines),
    }
}

/// Names that an expression reads for sure, in the order of the text.
#[derive(Default)]
struct Names<'a>(Vec<&'a ExprName>);

impl<'a> Visitor<'a> for Names<'a> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if name.ctx == ExprContext::Load => self.0.push(name),
            // What binds names itself, or may not get to them.
            Expr::Lambda(_)
            | Expr::ListComp(_)
            | Expr::SetComp(_)
            | Expr::DictComp(_)
            | Expr::Generator(_)
            | Expr::Named(_)
            | Expr::If(_)
            | Expr::BoolOp(_) => {}
            expr => walk_expr(self, expr),
        }
    }
}
