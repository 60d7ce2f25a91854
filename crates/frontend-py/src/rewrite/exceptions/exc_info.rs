//! `sys.exc_info()` where a handler's own text says what is being handled.
//!
//! ```text
//! except ValueError:                      except ValueError as _handled:
//!     kind, value, _ = sys.exc_info()         kind, value, _ = (type(_handled), _handled, object())
//! ```
//!
//! A traceback tells nothing but that it is there. Elsewhere the exception depends on the caller, and the call stays as it is.

use std::cell::Cell;

use ruff_python_ast::visitor::Visitor;
use ruff_python_ast::visitor::transformer::{
    Transformer, walk_except_handler, walk_expr, walk_stmt as transform_stmt,
};
use ruff_python_ast::{AtomicNodeIndex, ExceptHandler, Expr, Identifier, Stmt};
use ruff_text_size::Ranged;

use crate::rewrite::bound::Bound;
use crate::rewrite::quote::parsed;

/// Replaces such calls.
pub(crate) fn replace(source: &str, body: &mut [Stmt]) {
    // What a traceback knows is more than there is here.
    if !source.contains("sys.exc_info()") || source.contains(".tb_") {
        return;
    }
    let mut bound = Bound::default();
    bound.visit_body(body);
    if !bound.is_module("sys", "sys") || !bound.is_builtin("type") {
        return;
    }
    drop(bound);
    let handlers = Handlers::default();
    body.iter_mut().for_each(|stmt| handlers.visit_stmt(stmt));
}

/// Looks for handlers, the inner ones first.
#[derive(Default)]
struct Handlers {
    /// How many are around. An inner one unbinds its name at its end.
    depth: Cell<usize>,
}

impl Transformer for Handlers {
    fn visit_except_handler(&self, handler: &mut ExceptHandler) {
        let depth = self.depth.get();
        self.depth.set(depth + 1);
        walk_except_handler(self, handler);
        self.depth.set(depth);
        let handled = if depth == 0 { "_handled".to_owned() } else { format!("_handled_{}", depth + 1) };
        let ExceptHandler::ExceptHandler(handler) = handler;
        let name = handler.name.as_ref().map_or(handled.as_str(), |name| name.as_str()).to_owned();
        let calls = Calls { name, is_changed: Cell::new(false) };
        handler.body.iter_mut().for_each(|stmt| calls.visit_stmt(stmt));
        if calls.is_changed.get() && handler.name.is_none() && handler.type_.is_some() {
            let node_index = AtomicNodeIndex::default();
            handler.name =
                Some(Identifier { id: handled.as_str().into(), range: handler.range(), node_index });
        }
        if calls.is_changed.get() && handler.type_.is_none() {
            let text = format!("try: 0\nexcept BaseException as {handled}: 0\n");
            let made = parsed(&text, handler.range()).into_iter().next();
            if let Some(Stmt::Try(made)) = made
                && let Some(ExceptHandler::ExceptHandler(made)) = made.handlers.into_iter().next()
            {
                (handler.type_, handler.name) = (made.type_, made.name);
            }
        }
    }
}

/// The calls in one handler; what a function within it handles, its callers say.
struct Calls {
    name: String,
    is_changed: Cell<bool>,
}

impl Transformer for Calls {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        if !matches!(stmt, Stmt::FunctionDef(_) | Stmt::ClassDef(_)) {
            transform_stmt(self, stmt);
        }
    }

    fn visit_expr(&self, expr: &mut Expr) {
        if matches!(expr, Expr::Lambda(_)) {
            return;
        }
        walk_expr(self, expr);
        let Expr::Call(call) = &*expr else { return };
        let is_its = matches!(&*call.func, Expr::Attribute(function)
            if function.attr.as_str() == "exc_info"
                && matches!(&*function.value, Expr::Name(module) if module.id.as_str() == "sys"));
        if !is_its || !call.arguments.is_empty() {
            return;
        }
        let text = format!("(type({0}), {0}, object())\n", self.name);
        if let Some(Stmt::Expr(made)) = parsed(&text, call.range()).into_iter().next() {
            *expr = *made.value;
            self.is_changed.set(true);
        }
    }
}
