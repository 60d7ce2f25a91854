//! A text that is split for a loop is split as the loop goes, without the list.
//!
//! ```text
//! for word in text.split_whitespace().iter()      for word in text.words()
//! text.splitlines(false).iter().map(…)            text.each_line().map(…)
//! ```
//!
//! A text does not change, and what is made holds it, so that the variable may.

use crate::rir::visit::{VisitMut, walk_expr_mut};
use crate::rir::{Expr, Fn, Path};

/// Rewrites the loops and chains of `func`.
pub(super) fn run(func: &mut Fn) {
    Pieces.block(&mut func.body);
}

struct Pieces;

impl VisitMut for Pieces {
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        match expr {
            Expr::For(_, _, iter, _) => one_by_one(iter),
            // An iterator that a variable holds has a type that is written.
            Expr::Method(iter, name, _, _) if consumes(name) => one_by_one(iter),
            _ => {}
        }
    }
}

/// Adapters and ends of a chain.
fn consumes(name: &str) -> bool {
    matches!(
        name,
        "map" | "filter" | "filter_map" | "flat_map" | "any" | "all" | "find" | "enumerate" | "zip"
    )
}

/// The pieces of a text, instead of the iterator of their list, also counted or beside other items.
fn one_by_one(iter: &mut Expr) {
    if let Expr::Call(callee, args) = iter
        && matches!(&**callee, Expr::Path(Path::RtIn("builtins", name)) if name == "enumerate" || name == "zip")
    {
        return args.iter_mut().for_each(one_by_one);
    }
    let Expr::Method(list, name, _, args) = iter else { return };
    if name != "iter" || !args.is_empty() {
        return;
    }
    let Expr::Method(text, split, _, args) = &mut **list else { return };
    let each = match (split.as_str(), args.as_slice()) {
        ("split_whitespace", []) => "words",
        ("splitlines", [Expr::Bool(false)]) => "each_line",
        _ => return,
    };
    let text = std::mem::replace(&mut **text, Expr::unit());
    *iter = text.method(each, Vec::new());
}
