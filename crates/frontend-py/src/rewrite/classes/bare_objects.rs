//! Objects that are made without their `__init__`: `cls.__new__(cls)` and `object.__new__(C)`, in classes that have no
//! `__new__`. They get the one of `object`, which the classes with a `__new__` of their own are rewritten by.
//!
//! ```text
//! class Point:                              class Point:
//!     def __init__(self, x): …                  def __new__(cls, *args, **kwargs):
//!     @classmethod                                  return super().__new__(cls)
//!     def origin(cls):                          def __init__(self, x): …
//!         made = cls.__new__(cls)               @classmethod
//!         made.x = 0                            def origin(cls):
//!         return made                               made = cls._new_()
//! ```
//!
//! Source: Data Model, 3.3.1: `object.__new__`.

use std::cell::RefCell;
use std::collections::BTreeSet;

use ruff_python_ast::comparable::ComparableExpr;
use ruff_python_ast::visitor::transformer::{Transformer, walk_expr as rewrite_expr};
use ruff_python_ast::{Expr, Stmt, StmtClassDef};
use ruff_text_size::Ranged;

use super::new_method::{self, is_name, method, only_base};
use crate::rewrite::quote::parsed;

/// The module's statements with such objects made by their classes; `None` where there is none, or a class has to be called
/// as it is.
pub(crate) fn rewritten(text: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let mut out = body.to_vec();
    let mut roots = BTreeSet::new();
    for stmt in &mut out {
        let class = stmt.as_class_def_stmt().map(|def| def.name.to_string());
        let calls = Calls { body, class, roots: RefCell::default() };
        calls.visit_stmt(stmt);
        roots.append(&mut calls.roots.borrow_mut());
    }
    if roots.is_empty() {
        return None;
    }
    for stmt in &mut out {
        if let Stmt::ClassDef(def) = stmt
            && roots.contains(def.name.as_str())
        {
            let new = "def __new__(cls, *args, **kwargs):\n    return super().__new__(cls)\n";
            def.body.extend(parsed(new, def.name.range()));
        }
    }
    let out = new_method::rewritten(text, &out)?;
    let is_made = |root: &String| class_of(&out, root).is_some_and(|def| method(def, "_new_").is_some());
    roots.iter().all(is_made).then_some(out)
}

fn class_of<'b>(body: &'b [Stmt], name: &str) -> Option<&'b StmtClassDef> {
    let mut defs = body.iter().filter_map(Stmt::as_class_def_stmt);
    defs.find(|def| def.name.as_str() == name)
}

/// `C.__new__(C)` is `C._new_()`; remembers what the classes are derived from.
struct Calls<'b> {
    body: &'b [Stmt],
    /// The class around.
    class: Option<String>,
    roots: RefCell<BTreeSet<String>>,
}

impl Calls<'_> {
    /// What a class is derived from first, where no class on the way has a `__new__`.
    fn root(&self, name: &str) -> Option<String> {
        let mut def = class_of(self.body, name)?;
        loop {
            if method(def, "__new__").is_some() {
                return None;
            }
            match only_base(def).and_then(|base| class_of(self.body, base)) {
                Some(base) => def = base,
                None => return Some(def.name.to_string()),
            }
        }
    }

    /// The root of the class that an expression stands for.
    fn root_of(&self, class: &Expr) -> Option<String> {
        match class {
            Expr::Name(name) if class_of(self.body, name.id.as_str()).is_some() => {
                self.root(name.id.as_str())
            }
            Expr::Name(name) if name.id.as_str() == "cls" => self.root(self.class.as_deref()?),
            Expr::Attribute(of) if of.attr.as_str() == "__class__" && is_name(&of.value, "self") => {
                self.root(self.class.as_deref()?)
            }
            Expr::Call(of) if is_name(&of.func, "type") => match &*of.arguments.args {
                [object] if is_name(object, "self") => self.root(self.class.as_deref()?),
                _ => None,
            },
            _ => None,
        }
    }
}

impl Transformer for Calls<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        rewrite_expr(self, expr);
        let Expr::Call(call) = expr else { return };
        let Expr::Attribute(new) = &mut *call.func else { return };
        let ([class], []) = (&*call.arguments.args, &*call.arguments.keywords) else { return };
        let is_base = match &*new.value {
            Expr::Call(of) => is_name(&of.func, "super") && of.arguments.is_empty(),
            of => is_name(of, "object"),
        };
        let is_own = ComparableExpr::from(&*new.value) == ComparableExpr::from(class);
        if new.attr.as_str() != "__new__" || !(is_base || is_own) {
            return;
        }
        let Some(root) = self.root_of(class) else { return };
        self.roots.borrow_mut().insert(root);
        *new.value = class.clone();
        new.attr.id = "_new_".into();
        call.arguments.args = Box::default();
    }
}
