//! Special methods that may end without an answer: Python raises `TypeError` where it asks for one.
//!
//! ```text
//! def __str__(self):                     def __str__(self):
//!     if self.name:                          if self.name:
//!         return self.name                       return self.name
//!                                            raise TypeError("__str__ returned non-string (type NoneType)")
//! ```
//!
//! A method that the program calls by its name stays as it is: that call gets `None`. `str` asks the `__repr__` of a class
//! without a `__str__`, and complains of a `__str__`: such a class gets one that is written as its `__repr__`.
//!
//! Source: Language Reference, 3.3.1 "Basic customization", and the messages of CPython's `PyObject_Str` and its kin.

use ruff_python_ast::visitor::transformer::{Transformer, walk_stmt};
use ruff_python_ast::visitor::{Visitor, walk_expr as visit_expr, walk_stmt as visit_stmt};
use ruff_python_ast::{Expr, Stmt, StmtFunctionDef};
use ruff_text_size::{Ranged, TextRange};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::rewrite::blocks::{blocks, blocks_mut};
use crate::rewrite::quote::parsed;

/// The methods, and what Python says of one that answers `None`.
const METHODS: &[(&str, &str)] = &[
    ("__str__", "__str__ returned non-string (type NoneType)"),
    ("__repr__", "__repr__ returned non-string (type NoneType)"),
    ("__bool__", "__bool__ should return bool, returned NoneType"),
    ("__len__", "'NoneType' object cannot be interpreted as an integer"),
];

/// The module's statements, in which such methods raise; `None` where there is none.
pub(crate) fn raised(_source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let mut called = Called::default();
    called.visit_body(body);
    let methods = METHODS.iter().filter(|(name, _)| !called.0.contains(name)).copied().collect();
    let mut classes = Classes::default();
    classes.visit_body(body);
    let asked = Asked { methods, classes, found: false.into() };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| asked.visit_stmt(stmt));
    asked.found.get().then_some(out)
}

/// The attributes that are read, and the texts that may be names of some.
#[derive(Default)]
struct Called<'a>(FxHashSet<&'a str>);

impl<'a> Visitor<'a> for Called<'a> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Attribute(attribute) => {
                self.0.insert(attribute.attr.as_str());
            }
            Expr::StringLiteral(text) => {
                self.0.insert(text.value.to_str());
            }
            _ => {}
        }
        visit_expr(self, expr);
    }
}

/// The classes of a module: the names of their bases, where all are names, and of their methods.
#[derive(Default)]
struct Classes(FxHashMap<String, (Option<Vec<String>>, FxHashSet<String>)>);

impl<'a> Visitor<'a> for Classes {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::ClassDef(def) = stmt {
            let name = |base: &Expr| base.as_name_expr().map(|name| name.id.to_string());
            let methods = def.body.iter().filter_map(|stmt| match stmt {
                Stmt::FunctionDef(method) => Some(method.name.to_string()),
                _ => None,
            });
            let known = (def.bases().iter().map(name).collect(), methods.collect());
            self.0.insert(def.name.to_string(), known);
        }
        visit_stmt(self, stmt);
    }
}

impl Classes {
    /// Whether `str` of objects of `class` asks the `__repr__` that it defines: no class above has a `__str__`, and no
    /// class below another `__repr__`.
    fn is_shown_by_repr(&self, class: &str) -> bool {
        let is_below = |of: &str| of != class && self.derives(of, class);
        self.has_no_str(class)
            && !self.0.iter().any(|(of, (_, methods))| methods.contains("__repr__") && is_below(of))
    }

    fn has_no_str(&self, class: &str) -> bool {
        class == "object"
            || self.0.get(class).is_some_and(|(bases, methods)| {
                !methods.contains("__str__")
                    && bases.as_ref().is_some_and(|bases| bases.iter().all(|base| self.has_no_str(base)))
            })
    }

    /// Whether `of` is `class` or derived from it.
    fn derives(&self, of: &str, class: &str) -> bool {
        let bases = self.0.get(of).and_then(|(bases, _)| bases.as_ref());
        of == class || bases.into_iter().flatten().any(|base| base != of && self.derives(base, class))
    }
}

struct Asked {
    classes: Classes,
    methods: Vec<(&'static str, &'static str)>,
    found: std::cell::Cell<bool>,
}

impl Transformer for Asked {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        let Stmt::ClassDef(def) = stmt else { return };
        let mut shown = None;
        if self.classes.is_shown_by_repr(def.name.as_str()) {
            shown = def.body.iter().find_map(|stmt| match stmt {
                Stmt::FunctionDef(method) if method.name.as_str() == "__repr__" => Some(method.clone()),
                _ => None,
            });
        }
        if let (Some(mut shown), Some((name, message))) =
            (shown, self.methods.iter().find(|(name, _)| *name == "__str__"))
            && answer(&mut shown, message)
        {
            shown.name.id = (*name).into();
            def.body.push(Stmt::FunctionDef(shown));
        }
        for stmt in &mut def.body {
            if let Stmt::FunctionDef(method) = stmt
                && let Some((_, message)) =
                    self.methods.iter().find(|(name, _)| method.name.as_str() == *name)
                && answer(method, message)
            {
                self.found.set(true);
            }
        }
    }
}

/// Lets a method raise where it ends without an answer; whether it does.
fn answer(method: &mut StmtFunctionDef, message: &str) -> bool {
    if method.is_async || !method.decorator_list.is_empty() || !may_be_changed(&method.body) {
        return false;
    }
    let mut changed = false;
    replace(&mut method.body, message, &mut changed);
    if !leaves(&method.body) {
        let at = method.body.last().map(Ranged::range).unwrap_or_default();
        method.body.extend(raise(message, at));
        changed = true;
    }
    changed
}

fn raise(message: &str, range: TextRange) -> Vec<Stmt> {
    parsed(&format!("raise TypeError({message:?})\n"), range)
}

/// Whether no `try` of a method would see what its `return`s raise instead, and nothing is yielded.
fn may_be_changed(body: &[Stmt]) -> bool {
    body.iter().all(|stmt| match stmt {
        Stmt::Try(_) => leaves(std::slice::from_ref(stmt)) && !has_bare_return(stmt),
        Stmt::Expr(only) => !matches!(&*only.value, Expr::Yield(_) | Expr::YieldFrom(_)),
        stmt => blocks(stmt).into_iter().all(|block| may_be_changed(block)),
    })
}

fn has_bare_return(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::Return(found) => is_bare(found.value.as_deref()),
        stmt => blocks(stmt).into_iter().flatten().any(has_bare_return),
    }
}

fn is_bare(value: Option<&Expr>) -> bool {
    value.is_none_or(Expr::is_none_literal_expr)
}

/// `return` and `return None` as what Python raises for them.
fn replace(body: &mut [Stmt], message: &str, changed: &mut bool) {
    for stmt in body {
        match stmt {
            Stmt::Return(found) if is_bare(found.value.as_deref()) => {
                if let Some(raise) = raise(message, found.range).pop() {
                    *stmt = raise;
                    *changed = true;
                }
            }
            Stmt::Try(_) => {}
            stmt => blocks_mut(stmt).into_iter().for_each(|block| replace(block, message, changed)),
        }
    }
}

/// Whether the end of a block is never reached, as far as its text says.
fn leaves(body: &[Stmt]) -> bool {
    match body.last() {
        Some(Stmt::Return(_) | Stmt::Raise(_)) => true,
        Some(Stmt::If(stmt)) => {
            let has_else = stmt.elif_else_clauses.last().is_some_and(|clause| clause.test.is_none());
            has_else && leaves(&stmt.body) && stmt.elif_else_clauses.iter().all(|clause| leaves(&clause.body))
        }
        Some(Stmt::With(stmt)) => leaves(&stmt.body),
        Some(Stmt::For(stmt)) => leaves(&stmt.orelse),
        // A loop without an end, or one that leaves from inside.
        Some(Stmt::While(stmt)) => stmt.test.is_boolean_literal_expr() || stmt.test.is_number_literal_expr(),
        Some(Stmt::Try(stmt)) => {
            let handlers = stmt.handlers.iter().all(|handler| match handler {
                ruff_python_ast::ExceptHandler::ExceptHandler(handler) => leaves(&handler.body),
            });
            leaves(&stmt.finalbody) || handlers && (leaves(&stmt.body) || leaves(&stmt.orelse))
        }
        Some(Stmt::Match(stmt)) => {
            let has_rest =
                stmt.cases.last().is_some_and(|case| case.pattern.is_irrefutable() && case.guard.is_none());
            has_rest && stmt.cases.iter().all(|case| leaves(&case.body))
        }
        _ => false,
    }
}
