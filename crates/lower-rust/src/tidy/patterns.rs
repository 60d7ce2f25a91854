//! What a loop takes apart first, its pattern takes apart.
//!
//! ```text
//! for item_2 in pairs { let (item_3, item_4) = item_2; let i = item_3; … }       for (i, item_4) in pairs { … }
//! ```

use super::mentions::Mentions;
use super::resolve::{is_temporary, variable};
use crate::rir::visit::{VisitMut, walk_expr_mut, walk_pat_mut};
use crate::rir::{Block, Expr, Fn, Pat, Stmt};

/// Rewrites the loops of `func`, whose variables are resolved.
pub(super) fn run(func: &mut Fn) {
    Patterns.block(&mut func.body);
}

struct Patterns;

impl VisitMut for Patterns {
    fn expr(&mut self, expr: &mut Expr) {
        if let Expr::For(_, pat, _, body) = expr {
            while let Some(part) = first_part(body)
                && replace(pat, &part.from, &part.to)
            {
                body.stmts.remove(0);
            }
        }
        walk_expr_mut(self, expr);
    }
}

/// A variable of the compiler, and what the first statement of a block binds it to.
struct Part {
    from: String,
    to: Pat,
}

/// The variable that the first statement takes apart, or names otherwise, where nothing else mentions it.
fn first_part(body: &Block) -> Option<Part> {
    let Some(Stmt::Let { pat, init: Some(init), .. }) = body.stmts.first() else { return None };
    let from = variable(init).filter(|name| is_temporary(name))?.to_owned();
    let is_plain = match pat {
        Pat::Bind(..) => true,
        Pat::Tuple(parts) => parts.iter().all(|part| matches!(part, Pat::Bind(..) | Pat::Wild)),
        _ => false,
    };
    let is_mentioned = body.stmts.iter().skip(1).any(|stmt| Mentions::in_stmt(&from, stmt))
        || body.tail.as_ref().is_some_and(|tail| Mentions::in_expr(&from, tail));
    (is_plain && !is_mentioned).then(|| Part { from, to: pat.clone() })
}

/// Binds `to` where `pat` binds the variable `from`; whether it does.
pub(super) fn replace(pat: &mut Pat, from: &str, to: &Pat) -> bool {
    struct Replace<'a> {
        from: &'a str,
        to: &'a Pat,
        is_done: bool,
    }
    impl VisitMut for Replace<'_> {
        fn pat(&mut self, pat: &mut Pat) {
            match pat {
                Pat::Bind(name, false) if name == self.from => {
                    *pat = self.to.clone();
                    self.is_done = true;
                }
                // What is behind a reference is not taken apart by value.
                Pat::Ref(_) => {}
                pat => walk_pat_mut(self, pat),
            }
        }
    }
    let mut replace = Replace { from, to, is_done: false };
    replace.pat(pat);
    replace.is_done
}
