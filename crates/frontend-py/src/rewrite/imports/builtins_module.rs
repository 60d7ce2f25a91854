//! `builtins.print`, and `from builtins import range`: Python's own names, where the program binds them to nothing else.
//!
//! ```text
//! import builtins
//! builtins.print(x)             print(x)
//! from builtins import range
//! ```

use ruff_python_ast::visitor::transformer::{Transformer, walk_expr, walk_stmt};
use ruff_python_ast::visitor::{Visitor, walk_expr as visit_expr};
use ruff_python_ast::{Alias, AtomicNodeIndex, Expr, ExprContext, ExprName, Stmt, StmtPass};
use ruff_text_size::Ranged;

use crate::rewrite::bound::Bound;

const MODULE: &str = "builtins";

/// Its functions and types.
const NAMES: &str = "abs all any ascii bin bool bytearray bytes callable chr classmethod complex dict divmod enumerate \
                     filter float format frozenset getattr hasattr hash hex id input int isinstance issubclass iter \
                     len list map max min next object oct open ord pow print property range repr reversed round set \
                     setattr slice sorted staticmethod str sum super tuple type zip";

fn is_known(name: &str) -> bool {
    NAMES.split(' ').any(|known| known == name)
}

/// The module's statements without such uses; `None` where there is none.
pub(crate) fn replaced(_: &str, body: &[Stmt]) -> Option<Vec<Stmt>> {
    let bound = Bound::of(body);
    let mut out = body.to_vec();
    let uses = Uses { bound: &bound, has_module: bound.is_module(MODULE, MODULE) };
    out.iter_mut().for_each(|stmt| uses.visit_stmt(stmt));
    let mut rest = Rest(false);
    rest.visit_body(&out);
    if !rest.0 {
        out.iter_mut().for_each(|stmt| Imports.visit_stmt(stmt));
    }
    Some(out)
}

struct Uses<'a> {
    bound: &'a Bound<'a>,
    has_module: bool,
}

impl Transformer for Uses<'_> {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        let Stmt::ImportFrom(import) = stmt else { return };
        if import.level > 0 || import.module.as_deref() != Some(MODULE) {
            return;
        }
        let is_own = |alias: &Alias| {
            let name = alias.name.as_str();
            let keeps_name = alias.asname.as_ref().is_none_or(|other| other.as_str() == name);
            keeps_name && is_known(name) && self.bound.times(name) == 1
        };
        import.names.retain(|alias| !is_own(alias));
        if import.names.is_empty() {
            *stmt = pass(stmt);
        }
    }

    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        let Expr::Attribute(attribute) = &*expr else { return };
        let name = attribute.attr.id.clone();
        let is_its = matches!(&*attribute.value, Expr::Name(module) if module.id.as_str() == MODULE);
        if self.has_module && is_its && is_known(&name) && self.bound.is_builtin(&name) {
            let (range, node_index) = (attribute.range(), AtomicNodeIndex::default());
            *expr = Expr::Name(ExprName { id: name, ctx: ExprContext::Load, range, node_index });
        }
    }
}

/// Whether the module is still named.
struct Rest(bool);

impl<'a> Visitor<'a> for Rest {
    fn visit_expr(&mut self, expr: &'a Expr) {
        self.0 |= matches!(expr, Expr::Name(name) if name.id.as_str() == MODULE);
        visit_expr(self, expr);
    }
}

/// Drops `import builtins`.
struct Imports;

impl Transformer for Imports {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        let Stmt::Import(import) = stmt else { return };
        import.names.retain(|alias| alias.name.as_str() != MODULE || alias.asname.is_some());
        if import.names.is_empty() {
            *stmt = pass(stmt);
        }
    }
}

fn pass(stmt: &Stmt) -> Stmt {
    Stmt::Pass(StmtPass { range: stmt.range(), node_index: AtomicNodeIndex::default() })
}
