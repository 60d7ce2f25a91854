//! Methods of a builtin base, or of a container of `collections`, that are called by its name: `super()` in a class that has no other base.
//! So it is with the `__init__` that a class of the program has of a builtin base.
//!
//! ```text
//! class Bad(Exception):                            class Bad(Exception):
//!     def __init__(self, code):                        def __init__(self, code):
//!         Exception.__init__(self, f"code {code}")         super().__init__(f"code {code}")
//! ```

use std::collections::BTreeSet;

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr, walk_stmt};
use ruff_python_ast::visitor::{Visitor, walk_expr as visit_expr, walk_stmt as visit_stmt};
use ruff_python_ast::{Expr, Stmt, StmtClassDef};
use ruff_text_size::Ranged;

use crate::rewrite::bound::{Bound, imported};
use crate::rewrite::quote::parsed;

/// Classes of `collections` that are derived from as builtin ones are.
const CONTAINERS: &[&str] = &["deque", "Counter", "defaultdict", "OrderedDict"];

/// Replaces such calls.
pub(crate) fn replace(source: &str, body: &mut [Stmt]) {
    if !is_mentioned(source) {
        return;
    }
    let mut called = Called::default();
    called.visit_body(body);
    if called.found.is_empty() {
        return;
    }
    let bound = Bound::of(body);
    let is_container = |base: &str| {
        let is_imported = CONTAINERS.iter().any(|name| imported(body, "collections", name) == Some(base));
        is_imported && bound.times(base) == 1
    };
    let uninitialised = uninitialised(body, &bound);
    called.found.retain(|base| bound.is_builtin(base) || is_container(base) || uninitialised.contains(base));
    let rewriter = Classes { bases: called.found, uninitialised };
    body.iter_mut().for_each(|stmt| rewriter.visit_stmt(stmt));
}

/// Classes of the program that have the `__init__` of a builtin base: none is written in them, nor in what they are derived
/// from.
fn uninitialised(body: &[Stmt], bound: &Bound<'_>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for def in body.iter().filter_map(Stmt::as_class_def_stmt) {
        let has_init = |stmt: &Stmt| match stmt {
            Stmt::FunctionDef(method) => matches!(method.name.as_str(), "__init__" | "__new__"),
            Stmt::Assign(_) | Stmt::AnnAssign(_) | Stmt::Pass(_) | Stmt::Expr(_) => false,
            _ => true,
        };
        let is_known = |base: &String| bound.is_builtin(base) || found.contains(base);
        if def.decorator_list.is_empty()
            && bound.times(def.name.as_str()) == 1
            && only_base(def).is_some_and(|base| is_known(&base))
            && !def.body.iter().any(has_init)
        {
            found.insert(def.name.to_string());
        }
    }
    found
}

/// Whether the text has `Base.__method__(` somewhere; `super().__method__(` is none.
fn is_mentioned(source: &str) -> bool {
    source.split(".__").skip(1).zip(source.split(".__")).any(|(after, before)| {
        let name = after.split(|c: char| c != '_' && !c.is_alphanumeric()).next().unwrap_or_default();
        name.ends_with("__") && after[name.len()..].starts_with('(') && !before.ends_with(')')
    })
}

/// Looks for calls of special methods by the name of the one base of a class around them.
#[derive(Default)]
struct Called {
    bases: Vec<String>,
    /// Those bases.
    found: BTreeSet<String>,
}

impl<'a> Visitor<'a> for Called {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        let base = stmt.as_class_def_stmt().and_then(only_base);
        let n_bases = self.bases.len();
        self.bases.extend(base);
        visit_stmt(self, stmt);
        self.bases.truncate(n_bases);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Call(call) = expr
            && let Expr::Attribute(method) = &*call.func
            && let Expr::Name(base) = &*method.value
        {
            let is_base = self.bases.iter().any(|known| base.id == *known);
            if is_base && method.attr.starts_with("__") {
                self.found.insert(base.id.to_string());
            }
        }
        visit_expr(self, expr);
    }
}

struct Classes {
    /// The bases whose methods are called.
    bases: BTreeSet<String>,
    /// Those of them of which only `__init__` is a builtin's.
    uninitialised: BTreeSet<String>,
}

impl Transformer for Classes {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        let Stmt::ClassDef(def) = stmt else { return };
        let Some(base) = only_base(def).filter(|base| self.bases.contains(base)) else { return };
        for stmt in &mut def.body {
            let Stmt::FunctionDef(method) = stmt else { continue };
            let Some(receiver) = method.parameters.args.first() else { continue };
            let calls = Calls {
                base: &base,
                receiver: receiver.parameter.name.to_string(),
                only_init: self.uninitialised.contains(&base),
            };
            method.body.iter_mut().for_each(|stmt| calls.visit_stmt(stmt));
        }
    }

    // No class stands in an expression.
    fn visit_expr(&self, _: &mut Expr) {}
}

/// The one base of a class; `object` where none is written.
fn only_base(def: &StmtClassDef) -> Option<String> {
    let Some(arguments) = &def.arguments else { return Some("object".to_owned()) };
    match (&*arguments.args, &*arguments.keywords) {
        ([], []) => Some("object".to_owned()),
        ([Expr::Name(name)], []) => Some(name.id.to_string()),
        _ => None,
    }
}

struct Calls<'c> {
    base: &'c str,
    receiver: String,
    only_init: bool,
}

impl Transformer for Calls<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        // `super()` means another receiver in a function of its own.
        if !matches!(stmt, Stmt::FunctionDef(_) | Stmt::ClassDef(_)) {
            walk_stmt(self, stmt);
        }
    }

    fn visit_expr(&self, expr: &mut Expr) {
        if expr.is_lambda_expr() {
            return;
        }
        walk_expr(self, expr);
        let Expr::Call(call) = expr else { return };
        let Expr::Attribute(method) = &mut *call.func else { return };
        let is_name =
            |expr: &Expr, wanted: &str| matches!(expr, Expr::Name(name) if name.id.as_str() == wanted);
        let is_special = match method.attr.as_str() {
            "__init__" => true,
            name => !self.only_init && name.starts_with("__") && name != "__new__",
        };
        let has_receiver = call.arguments.args.first().is_some_and(|first| is_name(first, &self.receiver));
        if !is_special || !has_receiver || !is_name(&method.value, self.base) {
            return;
        }
        if let Some(Stmt::Expr(base)) = parsed("super()\n", method.value.range()).pop() {
            *method.value = *base.value;
            let mut args = call.arguments.args.to_vec();
            args.remove(0);
            call.arguments.args = args.into();
        }
    }
}
