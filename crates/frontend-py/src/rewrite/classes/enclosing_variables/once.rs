//! Functions that run once: their variables are as good as the module's.

use ruff_python_ast::visitor::{Visitor, walk_expr};
use ruff_python_ast::{Expr, Stmt};

use super::variables::Uses;

/// Whether a function of the module is called in one place, which is reached once.
pub(super) fn runs_once(module: &[Stmt], name: &str, depth: usize) -> bool {
    let mut uses = Uses { name, n_times: 0 };
    uses.visit_body(module);
    if uses.n_times != 1 || depth == 0 {
        return false;
    }
    let is_straight =
        |stmt: &Stmt| matches!(stmt, Stmt::Expr(_) | Stmt::Assign(_) | Stmt::Return(_) | Stmt::AnnAssign(_));
    let calls_it = |body: &[Stmt]| {
        body.iter().any(|stmt| {
            let mut uses = Uses { name, n_times: 0 };
            uses.visit_stmt(stmt);
            is_straight(stmt) && uses.n_times == 1 && !repeats(stmt)
        })
    };
    module.iter().any(|stmt| match stmt {
        Stmt::If(guard) => calls_it(&guard.body),
        Stmt::FunctionDef(def) => calls_it(&def.body) && runs_once(module, def.name.as_str(), depth - 1),
        _ => calls_it(std::slice::from_ref(stmt)),
    })
}

/// Whether a statement has an expression that is evaluated several times, or later.
fn repeats(stmt: &Stmt) -> bool {
    struct Repeats(bool);
    impl Visitor<'_> for Repeats {
        fn visit_expr(&mut self, expr: &Expr) {
            self.0 |= matches!(
                expr,
                Expr::ListComp(_)
                    | Expr::SetComp(_)
                    | Expr::DictComp(_)
                    | Expr::Generator(_)
                    | Expr::Lambda(_)
            );
            walk_expr(self, expr);
        }
    }
    let mut found = Repeats(false);
    found.visit_stmt(stmt);
    found.0
}
