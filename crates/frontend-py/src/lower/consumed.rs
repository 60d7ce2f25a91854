//! Generator expressions that a builtin consumes at once: they run as comprehensions, in the function around them.
//!
//! ```text
//! list(f(x) for x in xs)            [f(x) for x in xs]
//! dict((k, v) for k, v in pairs)    {k: v for k, v in pairs}
//! sorted(f(x) for x in xs)          sorted([f(x) for x in xs])
//! any(f(x) for x in xs)             any over the items, one by one: it may stop before the last
//! ```
//!
//! Nothing between the making of such a generator and its end can be observed, but for one thing: a `StopIteration` that
//! it raises becomes a `RuntimeError` (PEP 479). A program that could raise one is left as it is.

use portalis_hir::ComprehensionKind;
use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, ExprCall, ExprGenerator, Stmt};
use rustc_hash::FxHashMap;

use crate::rewrite::bound::Bound;

/// What stands for a generator expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Consumed {
    pub(crate) kind: ComprehensionKind,
    /// Whether the comprehension is the call, too.
    pub(crate) is_call: bool,
}

/// The generator expressions of `body` that run as comprehensions, by the address of their node.
pub(super) fn collect(body: &[Stmt]) -> FxHashMap<usize, Consumed> {
    let mut found = Found::default();
    found.visit_body(body);
    if found.calls.is_empty() || found.may_stop {
        return FxHashMap::default();
    }
    let bound = Bound::of(body);
    found
        .calls
        .into_iter()
        .filter_map(|call| consumed(call, &bound))
        .map(|(generator, consumed)| (address(generator), consumed))
        .collect()
}

fn address(generator: &ExprGenerator) -> usize {
    std::ptr::from_ref(generator).addr()
}

/// The generator expression that is the first argument of `call`.
pub(super) fn argument(call: &ExprCall) -> Option<&ExprGenerator> {
    match call.arguments.args.first() {
        Some(Expr::Generator(generator)) => Some(generator),
        _ => None,
    }
}

fn consumed<'a>(call: &'a ExprCall, bound: &Bound) -> Option<(&'a ExprGenerator, Consumed)> {
    let generator = argument(call)?;
    let (n_args, n_keywords) = (call.arguments.args.len(), call.arguments.keywords.len());
    let is_alone = n_args == 1 && n_keywords == 0;
    let of = |kind: ComprehensionKind| Some(Consumed { kind, is_call: false });
    let found = match &*call.func {
        Expr::Name(name) if bound.is_builtin(name.id.as_str()) => match name.id.as_str() {
            "list" if is_alone => Some(Consumed { kind: ComprehensionKind::List, is_call: true }),
            "set" if is_alone => Some(Consumed { kind: ComprehensionKind::Set, is_call: true }),
            "dict" if is_alone => match &*generator.elt {
                Expr::Tuple(pair) if pair.elts.len() == 2 && !pair.elts.iter().any(Expr::is_starred_expr) => {
                    Some(Consumed { kind: ComprehensionKind::Dict, is_call: true })
                }
                _ => None,
            },
            "tuple" if is_alone => of(ComprehensionKind::List),
            "sorted" | "min" | "max" if n_args == 1 => of(ComprehensionKind::List),
            "any" | "all" if is_alone => of(ComprehensionKind::Items),
            // A start value is evaluated between the outermost iterable and the items.
            "sum" if call.arguments.iter_source_order().skip(1).all(|arg| arg.value().is_literal_expr()) => {
                of(ComprehensionKind::Items)
            }
            _ => None,
        },
        // `str.join` makes a list of what it is given before it looks at the first.
        Expr::Attribute(method) if is_alone && method.attr.as_str() == "join" => {
            method.value.is_string_literal_expr().then(|| of(ComprehensionKind::List)).flatten()
        }
        _ => None,
    };
    let found = found?;
    let mut stays = Stays(false);
    stays.visit_expr(&generator.elt);
    for clause in &generator.generators {
        stays.0 |= clause.is_async;
        std::iter::once(&clause.iter).chain(&clause.ifs).for_each(|expr| stays.visit_expr(expr));
    }
    (!stays.0).then_some((generator, found))
}

/// Whether something awaits or yields: an asynchronous generator, or an error.
struct Stays(bool);

impl<'a> Visitor<'a> for Stays {
    fn visit_expr(&mut self, expr: &'a Expr) {
        self.0 |= matches!(expr, Expr::Await(_) | Expr::Yield(_) | Expr::YieldFrom(_));
        walk_expr(self, expr);
    }
}

#[derive(Default)]
struct Found<'a> {
    calls: Vec<&'a ExprCall>,
    /// Whether something may raise `StopIteration`.
    may_stop: bool,
}

impl<'a> Visitor<'a> for Found<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::FunctionDef(def) = stmt {
            self.may_stop |= def.name.as_str() == "__next__";
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Call(call) => {
                if argument(call).is_some() {
                    self.calls.push(call);
                }
                // `next(iterator, default)` raises none.
                if let Expr::Name(name) = &*call.func
                    && name.id.as_str() == "next"
                    && call.arguments.args.len() == 2
                {
                    call.arguments.args.iter().for_each(|arg| self.visit_expr(arg));
                    return;
                }
            }
            Expr::Name(name) => self.may_stop |= matches!(name.id.as_str(), "next" | "StopIteration"),
            Expr::Attribute(attribute) => {
                self.may_stop |= matches!(attribute.attr.as_str(), "__next__" | "send" | "throw");
            }
            _ => {}
        }
        walk_expr(self, expr);
    }
}
