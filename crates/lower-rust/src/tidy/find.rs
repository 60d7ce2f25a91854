//! The first item that passes a test is found.
//!
//! ```text
//! for &x in xs {                     xs.iter().find(|&&x| x % 2 == 0).copied()
//!     if x % 2 == 0 {
//!         return Some(x);
//!     }
//! }
//! None
//! ```

use super::is_named;
use super::resolve::variable;
use crate::rir::visit::leaves;
use crate::rir::{Block, Closure, Expr, Fn, Pat, Path, Stmt};

/// Writes the loop that `func` ends with so.
pub(super) fn run(func: &mut Fn) {
    let body = &mut func.body;
    let at = match (body.stmts.as_slice(), &body.tail) {
        ([.., Stmt::Expr(Expr::For(..))], Some(last)) if is_named(last, "None") => body.stmts.len() - 1,
        ([.., Stmt::Expr(Expr::For(..)), Stmt::Expr(Expr::Return(Some(last)))], None)
            if is_named(last, "None") =>
        {
            body.stmts.len() - 2
        }
        _ => return,
    };
    let Stmt::Expr(found) = &body.stmts[at] else { return };
    let Some(found) = search(found) else { return };
    body.stmts.truncate(at);
    body.tail = Some(Box::new(found));
}

/// What a loop finds that returns the first item which passes a test.
fn search(found: &Expr) -> Option<Expr> {
    let Expr::For(None, pat, items, body) = found else { return None };
    let [Stmt::Expr(Expr::If(test, then, None))] = body.stmts.as_slice() else { return None };
    if body.tail.is_some() || leaves(test) {
        return None;
    }
    let item = |name: &str| returned(then).is_some_and(|item| variable(item) == Some(name));
    let lent = |pat: &Pat| Pat::Ref(Box::new(pat.clone()));
    match (pat, &**items) {
        (Pat::Bind(name, false), Expr::Range(Some(_), Some(_)) | Expr::RangeInclusive(..)) if item(name) => {
            let range = (**items).clone();
            Some(range.method("find", vec![closure(lent(pat), test)]))
        }
        (Pat::Ref(bound), list) if matches!(&**bound, Pat::Bind(name, false) if item(name)) => {
            let list = match list {
                Expr::Path(_) => list.clone(),
                Expr::Ref(list) if variable(list).is_some() => (**list).clone(),
                _ => return None,
            };
            let first = list.method("iter", Vec::new()).method("find", vec![closure(lent(pat), test)]);
            Some(first.method("copied", Vec::new()))
        }
        _ => None,
    }
}

/// `x` of `{ return Some(x); }`.
fn returned(then: &Block) -> Option<&Expr> {
    let value = match (then.stmts.as_slice(), &then.tail) {
        ([Stmt::Expr(Expr::Return(Some(value)))], None) => value,
        ([], Some(tail)) => match &**tail {
            Expr::Return(Some(value)) => value,
            _ => return None,
        },
        _ => return None,
    };
    match &**value {
        Expr::Call(some, args) if matches!(&**some, Expr::Path(Path::Local(name)) if name == "Some") => {
            args.first()
        }
        _ => None,
    }
}

fn closure(pat: Pat, test: &Expr) -> Expr {
    let body = Box::new(test.clone());
    Expr::Closure(Closure { params: vec![(pat, None)], ret: None, body, is_move: false })
}
