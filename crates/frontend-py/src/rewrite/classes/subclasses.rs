//! `Base.__subclasses__()`: the classes that a module derives from one, written out.
//!
//! Only where all of them are statements of the module that stand before anything runs, so that every call sees them all.
//!
//! ```text
//! Shape.__subclasses__()      [Circle, Square]
//! cls.__subclasses__()        ([Circle, Square] if cls is Shape else [])
//! ```

use std::collections::BTreeMap;

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::visitor::{Visitor, walk_stmt};
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::Ranged;

use crate::rewrite::bound::Bound;
use crate::rewrite::quote::parsed;

/// The module's statements with such calls written out; `None` where there is none.
pub(crate) fn written_out(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !source.contains(".__subclasses__()") {
        return None;
    }
    let bound = Bound::of(body);
    let runs = body.iter().position(runs).unwrap_or(body.len());
    let mut derived: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for stmt in &body[..runs] {
        let Stmt::ClassDef(def) = stmt else { continue };
        if bound.times(&def.name) != 1 {
            return None;
        }
        derived.entry(def.name.as_str()).or_default();
        for base in def.bases() {
            if let Expr::Name(base) = base {
                derived.entry(base.id.as_str()).or_default().push(def.name.as_str());
            }
        }
    }
    // A class that is made elsewhere may derive from any.
    let mut others = Others(0);
    others.visit_body(body);
    let n_here = body[..runs].iter().filter(|stmt| stmt.is_class_def_stmt()).count();
    if others.0 != n_here {
        return None;
    }
    let calls = Calls { derived: &derived, bound: &bound };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| calls.visit_stmt(stmt));
    Some(out)
}

/// Whether a statement of a module may call what the module defines.
pub(crate) fn runs(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::ClassDef(def) => def.body.iter().any(runs),
        Stmt::FunctionDef(_) | Stmt::Import(_) | Stmt::ImportFrom(_) | Stmt::Pass(_) => false,
        Stmt::AnnAssign(assign) => assign.value.as_ref().is_some_and(|value| value.is_call_expr()),
        Stmt::Assign(assign) => assign.value.is_call_expr(),
        Stmt::Expr(only) => !only.value.is_string_literal_expr() && !only.value.is_ellipsis_literal_expr(),
        _ => true,
    }
}

/// Counts classes.
struct Others(usize);

impl<'a> Visitor<'a> for Others {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        self.0 += usize::from(stmt.is_class_def_stmt());
        walk_stmt(self, stmt);
    }
}

struct Calls<'a> {
    derived: &'a BTreeMap<&'a str, Vec<&'a str>>,
    bound: &'a Bound<'a>,
}

impl Calls<'_> {
    /// The list for a class that has a name of its own, or of one that a variable holds.
    fn list(&self, class: &str) -> Option<String> {
        let listed = |derived: &[&str]| format!("[{}]", derived.join(", "));
        if let Some(derived) = self.derived.get(class) {
            return Some(listed(derived));
        }
        if self.bound.is_builtin(class) || self.bound.is_imported(class) {
            return None;
        }
        let known = self.derived.iter().filter(|(_, derived)| !derived.is_empty());
        let choices: String =
            known.map(|(base, derived)| format!("{} if {class} is {base} else ", listed(derived))).collect();
        Some(format!("({choices}[])"))
    }
}

impl Transformer for Calls<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Call(call) = expr else { return };
        let Expr::Attribute(method) = &*call.func else { return };
        let Expr::Name(class) = &*method.value else { return };
        if method.attr.as_str() != "__subclasses__" || !call.arguments.is_empty() {
            return;
        }
        let Some(list) = self.list(class.id.as_str()) else { return };
        if let Some(Stmt::Expr(made)) = parsed(&format!("{list}\n"), call.range()).into_iter().next() {
            *expr = *made.value;
        }
    }
}
