//! What a field of a dataclass gets from a class or function of Python's own: a `lambda` that calls it.
//!
//! ```text
//! field(default_factory=deque)                     field(default_factory=lambda: deque())
//! field(default_factory=collections.Counter)       field(default_factory=lambda: collections.Counter())
//! ```
//!
//! Empty lists, dicts and sets, and the classes and functions of the program, are made by inference as they are.
//! Source: Library Reference, `dataclasses.field`.

use std::collections::BTreeSet;

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::Ranged;

use crate::rewrite::bound::Bound;
use crate::rewrite::quote::parsed;

/// The module's statements with such factories replaced; `None` where there is none.
pub(crate) fn replaced(_: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let bound = Bound::of(body);
    let imported = body.iter().filter_map(Stmt::as_import_from_stmt).flat_map(|import| &import.names);
    let imported = imported.map(|alias| alias.asname.as_ref().unwrap_or(&alias.name).as_str()).collect();
    let factories = Factories { bound: &bound, imported };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| factories.visit_stmt(stmt));
    Some(out)
}

struct Factories<'b> {
    bound: &'b Bound<'b>,
    /// What the module imports from others by name.
    imported: BTreeSet<&'b str>,
}

impl Factories<'_> {
    /// The text of a factory that is none of the program's.
    fn text(&self, factory: &Expr) -> Option<String> {
        match factory {
            Expr::Name(name) => {
                let name = name.id.as_str();
                let is_own = matches!(name, "list" | "dict" | "set") && self.bound.is_builtin(name);
                let is_import = self.imported.contains(name) && self.bound.times(name) == 1;
                (!is_own && (is_import || self.bound.is_builtin(name))).then(|| name.to_owned())
            }
            Expr::Attribute(attribute) => match &*attribute.value {
                Expr::Name(module)
                    if self.bound.is_imported(&module.id) && self.bound.times(&module.id) == 0 =>
                {
                    Some(format!("{}.{}", module.id, attribute.attr))
                }
                _ => None,
            },
            _ => None,
        }
    }
}

impl Transformer for Factories<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Call(call) = expr else { return };
        let is_field = match &*call.func {
            Expr::Name(name) => name.id == "field",
            Expr::Attribute(attribute) => attribute.attr.as_str() == "field",
            _ => false,
        };
        if !is_field {
            return;
        }
        for keyword in &mut call.arguments.keywords {
            if keyword.arg.as_ref().is_some_and(|name| name.as_str() == "default_factory")
                && let Some(text) = self.text(&keyword.value)
                && let Some(Stmt::Expr(made)) =
                    parsed(&format!("lambda: {text}()\n"), keyword.value.range()).pop()
            {
                keyword.value = *made.value;
            }
        }
    }
}
