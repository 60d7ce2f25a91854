//! `dict.__getitem__` of a class with `__missing__`, and `__getitem__` of an object as a function.
//!
//! ```text
//! class Cache(dict):                              class Cache(dict):
//!     def __missing__(self, key): …                   def __missing__(self, key): …
//!     def __getitem__(self, *key):                    def __getitem__(self, *key):
//!         return super().__getitem__(key)                 return self.__found_or_missing__(key)
//!                                                     def __found_or_missing__(self, key, /):
//!                                                         if super().__contains__(key):
//!                                                             return super().__found__(key)
//!                                                         return self.__missing__(key)
//! ```
//!
//! A class that leaves `__getitem__` to `dict` gets one, where the program takes it from an object: `Cache().__getitem__`.
//! `super().__found__` is the `__getitem__` of a dict that has the key.
//!
//! Source: the standard types, `dict`: `d[key]`.

use std::cell::Cell;

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr, walk_stmt};
use ruff_python_ast::visitor::{Visitor, walk_expr as visit_expr};
use ruff_python_ast::{Expr, Stmt, StmtClassDef};
use ruff_text_size::Ranged;

use crate::rewrite::bound::Bound;
use crate::rewrite::quote::parsed;

const FOUND_OR_MISSING: &str = "    def __found_or_missing__(self, key, /):
        if super().__contains__(key):
            return super().__found__(key)
        return self.__missing__(key)
";

/// The module's statements with such classes completed; `None` where there is none.
pub(crate) fn written_out(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !source.contains("__getitem__") || !source.contains("dict") || !Bound::of(body).is_builtin("dict") {
        return None;
    }
    let mut taken = Taken(false);
    taken.visit_body(body);
    let classes = Classes { is_taken: taken.0, has_changed: Cell::new(false) };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| classes.visit_stmt(stmt));
    classes.has_changed.get().then_some(out)
}

/// Whether `__getitem__` of an object is taken as a function, or called by its name.
struct Taken(bool);

impl<'a> Visitor<'a> for Taken {
    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Attribute(attribute) = expr
            && attribute.attr.as_str() == "__getitem__"
        {
            let is_base = matches!(&*attribute.value, Expr::Call(call)
                if matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "super"));
            self.0 |=
                !is_base && !matches!(&*attribute.value, Expr::Name(name) if name.id.as_str() == "dict");
        }
        visit_expr(self, expr);
    }
}

struct Classes {
    is_taken: bool,
    has_changed: Cell<bool>,
}

impl Transformer for Classes {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        let Stmt::ClassDef(def) = stmt else { return };
        if !is_dict(def) {
            return;
        }
        let mut text = String::new();
        if defines(def, "__missing__") {
            let has_called = Cell::new(false);
            for stmt in &mut def.body {
                let Stmt::FunctionDef(method) = stmt else { continue };
                let Some(receiver) = method.parameters.iter().next() else { continue };
                let calls = Calls { receiver: receiver.name().to_string(), has_called: &has_called };
                method.body.iter_mut().for_each(|stmt| calls.visit_stmt(stmt));
            }
            if has_called.get() {
                text.push_str(FOUND_OR_MISSING);
            }
        }
        if self.is_taken && !defines(def, "__getitem__") {
            let value = if defines(def, "__missing__") {
                if text.is_empty() {
                    text.push_str(FOUND_OR_MISSING);
                }
                "self.__found_or_missing__(key)"
            } else {
                "super().__getitem__(key)"
            };
            text.push_str(&format!("    def __getitem__(self, key, /):\n        return {value}\n"));
        }
        if !text.is_empty() {
            let mut class = parsed(&format!("class _:\n{text}"), def.range());
            if let Some(Stmt::ClassDef(methods)) = class.pop() {
                def.body.extend(methods.body);
                self.has_changed.set(true);
            }
        }
    }

    // No class stands in an expression.
    fn visit_expr(&self, _: &mut Expr) {}
}

/// Whether `dict` is the one base of a class.
fn is_dict(def: &StmtClassDef) -> bool {
    def.arguments.as_ref().is_some_and(|arguments| {
        arguments.keywords.is_empty()
            && matches!(&*arguments.args, [Expr::Name(base)] if base.id.as_str() == "dict")
    })
}

fn defines(def: &StmtClassDef, name: &str) -> bool {
    def.body.iter().filter_map(Stmt::as_function_def_stmt).any(|method| method.name.as_str() == name)
}

/// Calls of `super().__getitem__` in a method.
struct Calls<'c> {
    receiver: String,
    has_called: &'c Cell<bool>,
}

impl Transformer for Calls<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Call(call) = expr else { return };
        let Expr::Attribute(method) = &mut *call.func else { return };
        let is_base = matches!(&*method.value, Expr::Call(base)
            if base.arguments.is_empty() && matches!(&*base.func, Expr::Name(name) if name.id.as_str() == "super"));
        if !is_base || method.attr.as_str() != "__getitem__" {
            return;
        }
        if let Some(Stmt::Expr(receiver)) =
            parsed(&format!("{}\n", self.receiver), method.value.range()).pop()
        {
            method.value = receiver.value;
            method.attr.id = "__found_or_missing__".into();
            self.has_called.set(true);
        }
    }
}
