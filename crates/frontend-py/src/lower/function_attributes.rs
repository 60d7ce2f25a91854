//! Attributes of functions: the names that the program sets on something that may be a function.
//!
//! Each evaluation of a `def` makes a function with attributes of its own. A `def` that is evaluated once a call of the
//! function around it gets a variable of that function for each name; one in a loop gets none. Of the attributes that each
//! function has from the start, its name and its docstring can be set.

use std::collections::BTreeSet;

use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, ExprContext, Stmt};
use rustc_hash::FxHashSet;

use super::with_stack;

/// The attributes that are set on names of functions, or on parameters of functions that decorate others.
pub(super) fn names(source: &str, body: &[Stmt]) -> BTreeSet<String> {
    let mut finder = Finder { has_setattr: source.contains("setattr"), ..Finder::default() };
    finder.visit_body(body);
    let Finder { defined, decorators, stores, .. } = finder;
    let is_function = |store: &Store<'_>| {
        defined.contains(store.name)
            || (store.is_param && store.functions.iter().any(|function| decorators.contains(function)))
    };
    stores.iter().filter(|store| is_function(store)).map(|store| store.attribute.to_owned()).collect()
}

/// `name.attribute = …`, `setattr(name, "attribute", …)`.
struct Store<'a> {
    name: &'a str,
    attribute: &'a str,
    /// The functions around it, the outermost first, where the name is a parameter.
    functions: Vec<&'a str>,
    /// Whether the name is a parameter of one of them.
    is_param: bool,
}

#[derive(Default)]
struct Finder<'a> {
    defined: FxHashSet<&'a str>,
    /// What stands after `@`: `route` of `@app.route("/")`.
    decorators: FxHashSet<&'a str>,
    stores: Vec<Store<'a>>,
    functions: Vec<&'a str>,
    params: Vec<&'a str>,
    /// Whether the program may call `setattr`; without, only targets of statements store.
    has_setattr: bool,
}

impl<'a> Visitor<'a> for Finder<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        let Stmt::FunctionDef(def) = stmt else {
            return match stmt {
                Stmt::Return(_) | Stmt::Expr(_) | Stmt::Raise(_) | Stmt::Assert(_) if !self.has_setattr => {}
                Stmt::Assign(assign) if !self.has_setattr => {
                    assign.targets.iter().for_each(|target| self.visit_expr(target));
                }
                _ => with_stack(|| walk_stmt(self, stmt)),
            };
        };
        self.defined.insert(def.name.as_str());
        for decorator in &def.decorator_list {
            self.decorators.extend(called(&decorator.expression));
        }
        let params = self.params.len();
        self.functions.push(def.name.as_str());
        let ordered = def.parameters.iter().map(|parameter| parameter.name().as_str());
        self.params.extend(ordered.filter(|name| !matches!(*name, "self" | "cls")));
        with_stack(|| walk_stmt(self, stmt));
        self.functions.pop();
        self.params.truncate(params);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Some((name, attribute)) = stored(expr)
            && (!attribute.starts_with("__") || matches!(attribute, "__name__" | "__qualname__" | "__doc__"))
        {
            let is_param = self.params.contains(&name);
            let functions = if is_param { self.functions.clone() } else { Vec::new() };
            self.stores.push(Store { name, attribute, functions, is_param });
        }
        let holds_target = matches!(expr, Expr::Tuple(_) | Expr::List(_) | Expr::Starred(_));
        if self.has_setattr || holds_target {
            with_stack(|| walk_expr(self, expr));
        }
    }
}

/// The name and the attribute of `name.attribute = …` and of `setattr(name, "attribute", …)`.
fn stored(expr: &Expr) -> Option<(&str, &str)> {
    let (object, attribute) = match expr {
        Expr::Attribute(attribute) if attribute.ctx == ExprContext::Store => {
            (&*attribute.value, attribute.attr.as_str())
        }
        Expr::Call(call) => match (&*call.func, &*call.arguments.args) {
            (Expr::Name(callee), [object, Expr::StringLiteral(attribute), _]) if callee.id == "setattr" => {
                (object, attribute.value.to_str())
            }
            _ => return None,
        },
        _ => return None,
    };
    let Expr::Name(name) = object else { return None };
    Some((name.id.as_str(), attribute))
}

/// The name of a decorator.
fn called(decorator: &Expr) -> Option<&str> {
    match decorator {
        Expr::Name(name) => Some(name.id.as_str()),
        Expr::Attribute(attribute) => Some(attribute.attr.as_str()),
        Expr::Call(call) => called(&call.func),
        _ => None,
    }
}
