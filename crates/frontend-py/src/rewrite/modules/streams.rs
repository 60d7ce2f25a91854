//! `sys.stdout = file`: a call that makes `file` what is printed to.
//!
//! ```text
//! sys.stdout = io.StringIO()            sys._set_stdout(io.StringIO())
//! sys.stdout = out = io.StringIO()      sys._set_stdout(out := io.StringIO())
//! ```

use ruff_python_ast::visitor::Visitor;
use ruff_python_ast::visitor::transformer::{Transformer, walk_stmt};
use ruff_python_ast::{AtomicNodeIndex, Expr, ExprNamed, Stmt};
use ruff_text_size::Ranged;

use crate::rewrite::bound::Bound;
use crate::rewrite::quote::parsed;

/// Makes calls of such assignments.
pub(crate) fn replace(source: &str, body: &mut [Stmt]) {
    if !["in", "out", "err"].iter().any(|name| source.contains(&format!("sys.std{name} ="))) {
        return;
    }
    let mut bound = Bound::default();
    bound.visit_body(body);
    if !bound.is_module("sys", "sys") {
        return;
    }
    drop(bound);
    body.iter_mut().for_each(|stmt| Writer.visit_stmt(stmt));
}

struct Writer;

impl Transformer for Writer {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        let Stmt::Assign(assign) = stmt else { return };
        let (target, name) = match &*assign.targets {
            [Expr::Attribute(target)] => (target, None),
            [Expr::Attribute(target), Expr::Name(name)] | [Expr::Name(name), Expr::Attribute(target)] => {
                (target, Some(name))
            }
            _ => return,
        };
        let is_stream = matches!(&*target.value, Expr::Name(module) if module.id.as_str() == "sys")
            && matches!(target.attr.as_str(), "stdin" | "stdout" | "stderr");
        if !is_stream {
            return;
        }
        let call = parsed(&format!("sys._set_{}(0)\n", target.attr), assign.range()).into_iter().next();
        let Some(Stmt::Expr(mut call)) = call else { return };
        let value = match name {
            None => (*assign.value).clone(),
            Some(name) => Expr::Named(ExprNamed {
                node_index: AtomicNodeIndex::default(),
                range: assign.range(),
                target: Box::new(Expr::Name(name.clone())),
                value: assign.value.clone(),
            }),
        };
        if let Expr::Call(call) = &mut *call.value {
            call.arguments.args = vec![value].into();
        }
        *stmt = Stmt::Expr(call);
    }
}
