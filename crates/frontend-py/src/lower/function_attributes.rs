//! Attributes of functions: those that the module sets right after the `def` are variables of the module.
//!
//! Nothing may read such an attribute before it is set, for then it is missing; a program that asks for attributes of
//! the function by name, or deletes one, is left as it is.
//!
//! ```text
//! def count():               def count():
//!     count.calls += 1           global count_calls
//!                                count_calls += 1
//! count.calls = 0            count_calls = 0
//! ```

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::visitor::transformer::{
    Transformer, walk_expr as rewrite_expr, walk_stmt as rewrite_stmt,
};
use ruff_python_ast::visitor::{Visitor, walk_expr};
use ruff_python_ast::{AtomicNodeIndex, Expr, ExprContext, ExprName, Stmt, StmtFunctionDef};
use ruff_text_size::Ranged;

use super::bound::Bound;
use super::library::parsed;

/// The module's statements with such attributes replaced; `None` where there is none.
pub(super) fn replaced(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let mut names = found(source, body);
    if names.is_empty() {
        return None;
    }
    let bound = Bound::of(body);
    names.retain(|(function, _), _| bound.times(function) == 1);
    let mut by_name = AskedByName::default();
    by_name.visit_body(body);
    names.retain(|(function, _), _| !by_name.0.contains(function.as_str()));
    if names.is_empty() {
        return None;
    }
    let rewriter = Rewriter { names, stored: RefCell::default(), is_possible: Cell::new(true) };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| rewriter.visit_stmt(stmt));
    rewriter.is_possible.get().then_some(out)
}

/// By function and attribute: the variable, of those that are set before any code can look.
fn found(source: &str, body: &[Stmt]) -> BTreeMap<(String, String), String> {
    let mut names = BTreeMap::new();
    let mut fresh: BTreeSet<&str> = BTreeSet::new();
    for stmt in body {
        match stmt {
            Stmt::FunctionDef(def) if def.decorator_list.is_empty() => {
                fresh.insert(def.name.as_str());
            }
            Stmt::Assign(assign) if is_still(&assign.value) => {
                if let [target] = assign.targets.as_slice()
                    && let Some((function, attribute)) = attribute_of_name(target)
                    && fresh.contains(function)
                    && !attribute.starts_with("__")
                {
                    let mut name = format!("{function}_{attribute}");
                    while source.contains(&name) {
                        name.push('_');
                    }
                    names.insert((function.to_owned(), attribute.to_owned()), name);
                }
            }
            Stmt::Import(_) | Stmt::ImportFrom(_) => {}
            _ => fresh.clear(),
        }
    }
    names
}

fn attribute_of_name(expr: &Expr) -> Option<(&str, &str)> {
    let Expr::Attribute(attribute) = expr else { return None };
    let Expr::Name(name) = &*attribute.value else { return None };
    Some((name.id.as_str(), attribute.attr.as_str()))
}

/// Whether evaluating a value runs no code of the program.
fn is_still(value: &Expr) -> bool {
    match value {
        Expr::NumberLiteral(_)
        | Expr::StringLiteral(_)
        | Expr::BooleanLiteral(_)
        | Expr::NoneLiteral(_)
        | Expr::Name(_) => true,
        Expr::List(list) => list.elts.iter().all(is_still),
        Expr::Tuple(tuple) => tuple.elts.iter().all(is_still),
        Expr::Set(set) => set.elts.iter().all(is_still),
        Expr::Dict(dict) => {
            dict.items.iter().all(|item| item.key.as_ref().is_some_and(is_still) && is_still(&item.value))
        }
        Expr::UnaryOp(operation) => operation.operand.is_number_literal_expr(),
        Expr::Call(call) => {
            let is_type = |name: &str| matches!(name, "dict" | "list" | "set");
            matches!(&*call.func, Expr::Name(name) if is_type(name.id.as_str())) && call.arguments.is_empty()
        }
        _ => false,
    }
}

/// The names that stand where a builtin looks at an object's attributes.
#[derive(Default)]
struct AskedByName<'a>(BTreeSet<&'a str>);

impl<'a> Visitor<'a> for AskedByName<'a> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Call(call) => {
                let asks = |name: &str| {
                    matches!(name, "hasattr" | "getattr" | "setattr" | "delattr" | "vars" | "dir" | "wraps")
                };
                if matches!(&*call.func, Expr::Name(name) if asks(name.id.as_str()))
                    && let Some(Expr::Name(name)) = call.arguments.args.first()
                {
                    self.0.insert(name.id.as_str());
                }
            }
            Expr::Attribute(attribute) => {
                if let Expr::Name(name) = &*attribute.value
                    && (attribute.ctx == ExprContext::Del || attribute.attr.as_str() == "__dict__")
                {
                    self.0.insert(name.id.as_str());
                }
            }
            _ => {}
        }
        walk_expr(self, expr);
    }
}

struct Rewriter {
    names: BTreeMap<(String, String), String>,
    /// What the functions around this place set, the innermost last.
    stored: RefCell<Vec<BTreeSet<String>>>,
    is_possible: Cell<bool>,
}

impl Rewriter {
    /// Runs `f`; what it set.
    fn within(&self, f: impl FnOnce()) -> BTreeSet<String> {
        self.stored.borrow_mut().push(BTreeSet::new());
        f();
        self.stored.borrow_mut().pop().unwrap_or_default()
    }
}

impl Transformer for Rewriter {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        match stmt {
            Stmt::FunctionDef(_) => {
                let stored = self.within(|| rewrite_stmt(self, stmt));
                if let Stmt::FunctionDef(def) = stmt
                    && !stored.is_empty()
                {
                    declare(def, &stored);
                }
            }
            Stmt::ClassDef(_) => {
                let stored = self.within(|| rewrite_stmt(self, stmt));
                self.is_possible.set(self.is_possible.get() && stored.is_empty());
            }
            _ => rewrite_stmt(self, stmt),
        }
    }

    fn visit_expr(&self, expr: &mut Expr) {
        rewrite_expr(self, expr);
        let Some((function, attribute)) = attribute_of_name(expr) else { return };
        let Some(name) = self.names.get(&(function.to_owned(), attribute.to_owned())) else { return };
        let Expr::Attribute(attribute) = &*expr else { return };
        if attribute.ctx == ExprContext::Store
            && let Some(here) = self.stored.borrow_mut().last_mut()
        {
            here.insert(name.clone());
        }
        *expr = Expr::Name(ExprName {
            id: name.as_str().into(),
            ctx: attribute.ctx,
            range: attribute.range,
            node_index: AtomicNodeIndex::default(),
        });
    }
}

/// `global a, b` at the head of a body.
fn declare(def: &mut StmtFunctionDef, names: &BTreeSet<String>) {
    let list: Vec<&str> = names.iter().map(String::as_str).collect();
    let has_doc = matches!(def.body.first(), Some(Stmt::Expr(only)) if only.value.is_string_literal_expr());
    let at = usize::from(has_doc);
    let declaration = parsed(&format!("global {}\n", list.join(", ")), def.name.range());
    def.body.splice(at..at, declaration);
}
