//! What was put together, where it is used: no variable and no list in between.
//!
//! ```text
//! let items_ = xs.iter().map(f).collect::<List<Str>>();
//! Str::from(",").join(items_.iter())                            Str::from(",").join(xs.iter().map(f))
//! ```

use super::super::mentions::Counts;
use super::super::resolve::{is_temporary, variable};
use super::is_chain;
use crate::rir::visit::Visit;
use crate::rir::{Block, Expr, Pat, Path, Stmt, Ty};

/// Puts what a statement made where the next one begins with it, if nothing else names it.
pub(super) fn inline(block: &mut Block, at: usize) -> bool {
    let (before, after) = block.stmts.split_at_mut(at + 1);
    let Some(Stmt::Let { pat: Pat::Bind(name, false), init: Some(init), .. }) = before.last_mut() else {
        return false;
    };
    let end = match (&*after, block.tail.as_deref()) {
        ([], tail) => tail,
        ([Stmt::Expr(Expr::Return(Some(value)))], _) => Some(&**value),
        _ => None,
    };
    let is_end = end.and_then(variable) == Some(name);
    if !is_chain(init) || !(is_end || is_temporary(name)) {
        return false;
    }
    let mut counts = Counts::default();
    after.iter().for_each(|stmt| counts.stmt(stmt));
    block.tail.iter().for_each(|tail| counts.expr(tail));
    if counts.0.get(name) != Some(&1) {
        return false;
    }
    let next = match (after.first_mut(), &mut block.tail) {
        (Some(Stmt::Let { init: Some(next), .. }), _) => next,
        (Some(Stmt::Expr(Expr::Return(Some(next)))), _) => &mut **next,
        (Some(_), _) => return false,
        (None, Some(tail)) => &mut **tail,
        (None, None) => return false,
    };
    let first = first_of(next);
    if variable(first) != Some(name) {
        return false;
    }
    *first = std::mem::replace(init, Expr::unit());
    true
}

/// `let items = chain.collect(); items.sort(reverse); items` is `sorted(chain, reverse)`.
pub(super) fn sorted(block: &mut Block) {
    let [.., Stmt::Let { pat: Pat::Bind(name, _), init: Some(init), .. }, Stmt::Expr(sort)] =
        block.stmts.as_mut_slice()
    else {
        return;
    };
    let (Some(tail), Expr::Method(receiver, method, _, args)) = (&mut block.tail, sort) else { return };
    let is_it = method == "sort" && variable(receiver) == Some(name) && variable(tail) == Some(name);
    let Expr::Method(chain, collect, types, _) = init else { return };
    if !is_it || collect != "collect" || !matches!(types.as_slice(), [Ty::Named(Path::Rt("List"), _)]) {
        return;
    }
    let mut all = vec![std::mem::replace(&mut **chain, Expr::unit())];
    all.append(args);
    **tail = Expr::call(Path::RtIn("builtins", "sorted".to_owned()), all);
    block.stmts.truncate(block.stmts.len() - 2);
}

/// What is evaluated first: the receiver of the receiver.
fn first_of(expr: &mut Expr) -> &mut Expr {
    let is_wrapped = matches!(&*expr, Expr::Call(callee, args) if args.len() == 1 && is_ok(callee));
    if !is_wrapped && !matches!(expr, Expr::Method(..)) {
        return expr;
    }
    match expr {
        Expr::Method(receiver, ..) => first_of(receiver),
        Expr::Call(_, args) => first_of(&mut args[0]),
        expr => expr,
    }
}

/// Whether it is `Ok`.
pub(super) fn is_ok(callee: &Expr) -> bool {
    matches!(callee, Expr::Path(Path::Local(name)) if name == "Ok")
}

/// Makes `items` of `items.collect::<List<T>>().iter()` where `is_plain` says so of the types.
pub(super) fn direct(items: &mut Expr, is_plain: &dyn Fn(&[Ty]) -> bool) {
    if let Expr::Method(list, name, _, args) = items
        && name == "iter"
        && args.is_empty()
        && let Expr::Method(chain, collect, types, _) = &mut **list
        && collect == "collect"
        && matches!(types.as_slice(), [Ty::Named(Path::Rt("List"), _)])
        && is_plain(types)
    {
        *items = std::mem::replace(&mut **chain, Expr::unit());
    }
}

/// Whether a value is a collection that was just put together.
pub(super) fn is_collected(value: &Expr) -> bool {
    matches!(value, Expr::Method(_, name, types, _) if name == "collect" && !types.is_empty())
}

/// Whether `types` is a list of what compares without a call of the program, and in any order of evaluation alike.
pub(super) fn is_list_of_plain(types: &[Ty]) -> bool {
    let [Ty::Named(Path::Rt("List"), items)] = types else { return false };
    matches!(items.as_slice(), [Ty::Named(Path::Rt("Str"), _)])
        || matches!(items.as_slice(), [Ty::Named(Path::Local(name), _)]
            if matches!(name.as_str(), "i64" | "f64" | "bool"))
}
