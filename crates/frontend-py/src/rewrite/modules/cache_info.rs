//! `f.cache_info()` and `f.cache_clear()` of a function under `@cache` or `@lru_cache`, which become functions of the
//! compiler's.
//!
//! CPython tells `f(1)` from `f(x=1)`, and our cache does not: the counts are the same only where every call is written
//! alike. Elsewhere, and where the function is more than called, `cache_info` stays an attribute, which is refused.
//!
//! ```text
//! f.cache_clear()         _cache_clear(f)
//! f.cache_info()          _cache_info(_cache_counts(f), 128)
//! ```
//!
//! Source: Library Reference, `functools.lru_cache`.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::visitor::{Visitor, walk_expr as visit_expr, walk_stmt as visit_stmt};
use ruff_python_ast::{Expr, ExprContext, Stmt, StmtFunctionDef};
use ruff_text_size::Ranged;

use crate::rewrite::bound::Bound;
use crate::rewrite::quote::parsed;

/// The class of the counts and what makes an object of it.
const LIBRARY: &str = include_str!("../../library/cache_info.py");

/// The module's statements with such calls replaced; `None` where there is none.
pub(crate) fn replaced(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !source.contains(".cache_info") && !source.contains(".cache_clear") {
        return None;
    }
    let mut uses = Uses::default();
    uses.visit_body(body);
    let bound = Bound::of(body);
    uses.cached.retain(|name, _| bound.times(name) == 1);
    let calls = Calls { uses: &uses, found: Cell::new(false), counts: Cell::new(false) };
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| calls.visit_stmt(stmt));
    if !calls.found.get() {
        return None;
    }
    if calls.counts.get() {
        let at = out.iter().position(|stmt| !is_head(stmt)).unwrap_or(out.len());
        let range = body.first().map(Ranged::range).unwrap_or_default();
        out.splice(at..at, parsed(LIBRARY, range));
    }
    Some(out)
}

/// The docstring and the imports of `__future__`, before which nothing can stand.
fn is_head(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::Expr(only) => only.value.is_string_literal_expr(),
        Stmt::ImportFrom(import) => import.module.as_deref() == Some("__future__"),
        _ => false,
    }
}

/// The functions under a cache, and what is done with them.
#[derive(Default)]
struct Uses {
    /// By name, how many results the cache keeps, as Python writes it.
    cached: BTreeMap<String, String>,
    /// How many arguments calls of a name have.
    shapes: BTreeMap<String, BTreeSet<usize>>,
    /// Names that stand elsewhere than before a parenthesis, or are called in another way than by position.
    open: BTreeSet<String>,
}

impl Uses {
    fn is_counted(&self, name: &str) -> bool {
        !self.open.contains(name) && self.shapes.get(name).is_none_or(|shapes| shapes.len() == 1)
    }
}

impl<'a> Visitor<'a> for Uses {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::FunctionDef(def) = stmt
            && let Some(size) = size_of(def)
        {
            self.cached.insert(def.name.to_string(), size);
        }
        visit_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Call(call) => {
                if let Expr::Name(name) = &*call.func {
                    let arguments = &call.arguments;
                    let is_plain =
                        arguments.keywords.is_empty() && !arguments.args.iter().any(Expr::is_starred_expr);
                    if is_plain {
                        self.shapes.entry(name.id.to_string()).or_default().insert(arguments.args.len());
                    } else {
                        self.open.insert(name.id.to_string());
                    }
                    self.visit_arguments(arguments);
                    return;
                }
                if cache_method(expr).is_some() {
                    return;
                }
            }
            Expr::Name(name) if name.ctx == ExprContext::Load => {
                self.open.insert(name.id.to_string());
            }
            _ => {}
        }
        visit_expr(self, expr);
    }
}

/// What the decorator says of the size; `None` for another function.
fn size_of(def: &StmtFunctionDef) -> Option<String> {
    let [decorator] = def.decorator_list.as_slice() else { return None };
    let word = |expr: &Expr| match expr {
        Expr::Name(name) => Some(name.id.to_string()),
        Expr::Attribute(attribute) => Some(attribute.attr.to_string()),
        _ => None,
    };
    match &decorator.expression {
        Expr::Call(call) if word(&call.func)? == "lru_cache" => {
            let given = call.arguments.find_argument_value("maxsize", 0);
            match given {
                None => Some("128".to_owned()),
                Some(Expr::NoneLiteral(_)) => Some("None".to_owned()),
                Some(Expr::NumberLiteral(number)) => match &number.value {
                    ruff_python_ast::Number::Int(size) => Some(size.to_string()),
                    _ => None,
                },
                Some(_) => None,
            }
        }
        name => match word(name)?.as_str() {
            "lru_cache" => Some("128".to_owned()),
            "cache" => Some("None".to_owned()),
            _ => None,
        },
    }
}

/// `f.cache_info()`, `f.cache_clear()`: the function and the method.
fn cache_method(expr: &Expr) -> Option<(&str, &str)> {
    let call = expr.as_call_expr()?;
    let attribute = call.func.as_attribute_expr()?;
    let name = attribute.value.as_name_expr()?;
    let method = attribute.attr.as_str();
    (matches!(method, "cache_info" | "cache_clear") && call.arguments.is_empty())
        .then_some((name.id.as_str(), method))
}

struct Calls<'u> {
    uses: &'u Uses,
    found: Cell<bool>,
    counts: Cell<bool>,
}

impl Transformer for Calls<'_> {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Some((name, method)) = cache_method(expr) else { return };
        let Some(size) = self.uses.cached.get(name) else { return };
        let text = match method {
            "cache_clear" => format!("_cache_clear({name})"),
            _ if self.uses.is_counted(name) => {
                self.counts.set(true);
                format!("_cache_info(_cache_counts({name}), {size})")
            }
            _ => return,
        };
        if let Some(Stmt::Expr(call)) = parsed(&text, expr.range()).pop() {
            self.found.set(true);
            *expr = *call.value;
        }
    }
}
