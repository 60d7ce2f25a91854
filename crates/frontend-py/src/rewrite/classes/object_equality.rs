//! `return super().__eq__(other)` in a class without a base: two objects are equal if they are one.
//!
//! ```text
//! return super().__eq__(other)        if self is other:
//!                                         return True
//!                                     else:
//!                                         return NotImplemented
//! ```
//!
//! Source: Data Model, 3.3.1: "By default, `object` implements `__eq__()` by using `is`, returning `NotImplemented` in the
//! case of a false comparison".

use std::cell::Cell;

use ruff_python_ast::visitor::transformer::{Transformer, walk_stmt};
use ruff_python_ast::{Expr, ExprCall, Stmt, StmtClassDef};
use ruff_text_size::Ranged;

use crate::rewrite::bound::Bound;
use crate::rewrite::quote::parsed;

/// The module's statements with such `return`s replaced; `None` where there is none.
pub(crate) fn written_out(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let is_called = source.contains(").__eq__(") || source.contains("object.__eq__(");
    let bound = Bound::of(body);
    if !is_called || !bound.is_builtin("super") || !bound.is_builtin("object") {
        return None;
    }
    let classes = Classes { found: Cell::new(false) };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| classes.visit_stmt(stmt));
    classes.found.get().then_some(out)
}

struct Classes {
    found: Cell<bool>,
}

impl Transformer for Classes {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        let Stmt::ClassDef(def) = stmt else { return };
        if !has_no_base(def) {
            return;
        }
        let name = def.name.to_string();
        for stmt in &mut def.body {
            if let Stmt::FunctionDef(method) = stmt
                && let Some(receiver) = method.parameters.iter().next()
            {
                let returns =
                    Returns { class: &name, receiver: receiver.name().to_string(), found: &self.found };
                method.body.iter_mut().for_each(|stmt| returns.visit_stmt(stmt));
            }
        }
    }
}

fn has_no_base(def: &StmtClassDef) -> bool {
    let is_object = |base: &Expr| matches!(base, Expr::Name(name) if name.id.as_str() == "object");
    def.arguments
        .as_ref()
        .is_none_or(|arguments| arguments.keywords.is_empty() && arguments.args.iter().all(is_object))
}

/// What the methods of one class return.
struct Returns<'a> {
    class: &'a str,
    receiver: String,
    found: &'a Cell<bool>,
}

impl Transformer for Returns<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        if matches!(stmt, Stmt::FunctionDef(_) | Stmt::ClassDef(_)) {
            return;
        }
        walk_stmt(self, stmt);
        let Stmt::Return(found) = &*stmt else { return };
        let Some(Expr::Call(call)) = found.value.as_deref() else { return };
        let Some(other) = self.other(call) else { return };
        let receiver = &self.receiver;
        let text = format!("if {receiver} is {other}:\n    return True\nelse:\n    return NotImplemented\n");
        if let Some(asked) = parsed(&text, stmt.range()).pop() {
            *stmt = asked;
            self.found.set(true);
        }
    }
}

impl Returns<'_> {
    /// The variable that such a call compares with.
    fn other(&self, call: &ExprCall) -> Option<String> {
        let Expr::Attribute(method) = &*call.func else { return None };
        if method.attr.as_str() != "__eq__" || !call.arguments.keywords.is_empty() {
            return None;
        }
        let is_name =
            |expr: &Expr, name: &str| matches!(expr, Expr::Name(found) if found.id.as_str() == name);
        let other = match (&*method.value, &*call.arguments.args) {
            (object, [receiver, other]) if is_name(object, "object") && is_name(receiver, &self.receiver) => {
                other
            }
            (Expr::Call(of), [other]) if is_name(&of.func, "super") => match &*of.arguments.args {
                [] => other,
                [class, receiver] if is_name(class, self.class) && is_name(receiver, &self.receiver) => other,
                _ => return None,
            },
            _ => return None,
        };
        match other {
            Expr::Name(name) => Some(name.id.to_string()),
            _ => None,
        }
    }
}
