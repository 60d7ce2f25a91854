//! What stays in front of everything that a rewriting adds.

use ruff_python_ast::Stmt;

/// The docstring and the imports of `__future__`, before which nothing can stand.
pub(crate) fn is_head(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::Expr(only) => only.value.is_string_literal_expr(),
        Stmt::ImportFrom(import) => import.module.as_deref() == Some("__future__"),
        _ => false,
    }
}
