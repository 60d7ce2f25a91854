//! `__import__` of a literal name is an import.
//!
//! ```text
//! __import__("doctest").testmod()         import doctest as _import_doctest
//!                                         _import_doctest.testmod()
//! ```

use std::cell::RefCell;
use std::collections::BTreeMap;

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::{AtomicNodeIndex, Expr, ExprContext, ExprName, Stmt};
use ruff_text_size::{Ranged, TextRange};

use crate::rewrite::bound::Bound;
use crate::rewrite::head::is_head;
use crate::rewrite::quote::parsed;

/// The module's statements with such calls replaced; `None` where there is none.
pub(crate) fn replaced(source: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    if !source.contains("__import__") || !Bound::of(body).is_builtin("__import__") {
        return None;
    }
    let calls = Calls::default();
    let mut out = body.to_vec();
    out.iter_mut().for_each(|stmt| calls.visit_stmt(stmt));
    let modules = calls.modules.into_inner();
    if modules.is_empty() {
        return None;
    }
    let at = out.iter().take_while(|stmt| is_head(stmt)).count();
    let imports = modules
        .into_iter()
        .flat_map(|(module, range)| parsed(&format!("import {module} as _import_{module}\n"), range));
    out.splice(at..at, imports.collect::<Vec<_>>());
    Some(out)
}

/// The modules so far, and where each is first imported.
#[derive(Default)]
struct Calls {
    modules: RefCell<BTreeMap<String, TextRange>>,
}

impl Transformer for Calls {
    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Call(call) = &*expr else { return };
        let is_import = matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "__import__");
        let ([Expr::StringLiteral(module)], true) = (&*call.arguments.args, is_import) else { return };
        let module = module.value.to_str();
        let is_name = module.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        if !is_name || !call.arguments.keywords.is_empty() {
            return;
        }
        let range = call.range();
        self.modules.borrow_mut().entry(module.to_owned()).or_insert(range);
        *expr = Expr::Name(ExprName {
            id: format!("_import_{module}").into(),
            ctx: ExprContext::Load,
            range,
            node_index: AtomicNodeIndex::default(),
        });
    }
}
