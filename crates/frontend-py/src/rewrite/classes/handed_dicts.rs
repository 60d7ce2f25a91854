//! Functions that hand on the `__dict__` of an object, where whoever calls them only looks at it.
//!
//! ```text
//! def to_dict(self):
//!     return self.__dict__
//! print(json.dumps(p.to_dict()))
//! ```

use std::collections::BTreeSet;

use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, ExprContext, Stmt, StmtFunctionDef};
use ruff_text_size::{Ranged, TextRange};

/// A name of a function where it is used, with a dot before that of a method.
pub(super) type Use = (String, (u32, u32));

/// How uses name a function.
pub(super) fn called(def: &StmtFunctionDef, is_method: bool) -> String {
    format!("{}{}", if is_method { "." } else { "" }, def.name)
}

/// The function that an expression names.
pub(super) fn named(expr: &Expr) -> Option<Use> {
    let place = |range: TextRange| (range.start().to_u32(), range.end().to_u32());
    match expr {
        Expr::Name(name) => Some((name.id.to_string(), place(name.range()))),
        Expr::Attribute(attribute) => Some((format!(".{}", attribute.attr), place(attribute.range()))),
        _ => None,
    }
}

/// The functions of a program that hand such a dict on.
pub(super) struct Handed {
    pub(super) functions: BTreeSet<String>,
    uses: BTreeSet<Use>,
}

impl Handed {
    /// All that return one.
    pub(super) fn of(body: &[Stmt], has_builtin_vars: bool) -> Self {
        let mut found = Found { has_builtin_vars, ..Found::default() };
        found.visit_body(body);
        Handed { functions: found.returning, uses: found.uses }
    }

    /// Leaves those of which every use is `looked` at; whether there are fewer now.
    pub(super) fn shrink(&mut self, looked: &BTreeSet<Use>) -> bool {
        let n_known = self.functions.len();
        for one in &self.uses {
            if !looked.contains(one) {
                self.functions.remove(&one.0);
            }
        }
        self.functions.len() < n_known
    }
}

#[derive(Default)]
struct Found {
    has_builtin_vars: bool,
    /// The functions that return the dict of an object.
    returning: BTreeSet<String>,
    uses: BTreeSet<Use>,
    /// The function that is being looked at.
    inside: String,
    is_class_body: bool,
}

impl Found {
    fn is_dict(&self, value: &Expr) -> bool {
        match value {
            Expr::Attribute(attribute) => attribute.attr.as_str() == "__dict__",
            Expr::Call(call) => {
                self.has_builtin_vars && matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "vars")
            }
            Expr::If(either) => self.is_dict(&either.body) || self.is_dict(&either.orelse),
            _ => false,
        }
    }

    /// `super().default(o)`, which a function returns that overrides it.
    fn is_overridden(&self, value: &Expr) -> bool {
        let Expr::Call(call) = value else { return false };
        let Expr::Attribute(method) = &*call.func else { return false };
        let is_super = match &*method.value {
            Expr::Call(of) => matches!(&*of.func, Expr::Name(name) if name.id.as_str() == "super"),
            Expr::Attribute(class) => class.attr.as_str() == "JSONEncoder",
            Expr::Name(class) => class.id.as_str() == "JSONEncoder",
            _ => false,
        };
        is_super && self.inside.strip_prefix('.') == Some(method.attr.as_str())
    }
}

impl<'a> Visitor<'a> for Found {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::ClassDef(_) => {
                let outer = std::mem::replace(&mut self.is_class_body, true);
                walk_stmt(self, stmt);
                self.is_class_body = outer;
            }
            Stmt::FunctionDef(def) => {
                let is_method = std::mem::replace(&mut self.is_class_body, false);
                let outer = std::mem::replace(&mut self.inside, called(def, is_method));
                walk_stmt(self, stmt);
                self.inside = outer;
                self.is_class_body = is_method;
            }
            Stmt::Return(only) => {
                let Some(value) = &only.value else { return };
                if self.is_dict(value) {
                    self.returning.insert(self.inside.clone());
                }
                match &**value {
                    Expr::Call(call) if self.is_overridden(value) => {
                        call.arguments.args.iter().for_each(|it| self.visit_expr(it));
                    }
                    value => self.visit_expr(value),
                }
            }
            _ => walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        let is_read = match expr {
            Expr::Name(name) => name.ctx == ExprContext::Load,
            Expr::Attribute(attribute) => attribute.ctx == ExprContext::Load,
            _ => false,
        };
        if let Some((name, place)) = named(expr).filter(|_| is_read) {
            if self.is_class_body {
                self.uses.insert((format!(".{name}"), place));
            }
            self.uses.insert((name, place));
        }
        walk_expr(self, expr);
    }
}
