//! What was put together, where it is used: no variable and no list in between.
//!
//! ```text
//! let items_ = xs.iter().map(f).collect::<List<Str>>();
//! Str::from(",").join(items_.iter())                            Str::from(",").join(xs.iter().map(f))
//! ```

use super::super::mentions::Counts;
use super::super::resolve::{is_temporary, variable};
use super::is_chain;
use crate::rir::visit::{Visit, VisitMut, walk_expr_mut};
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

/// `let items = chain.collect(); items.sort(reverse);` is `sorted(chain, reverse)`; so is a sorted copy.
pub(super) fn sorted(made: &Stmt, sort: &Stmt) -> Option<Stmt> {
    let Stmt::Let { pat: pat @ Pat::Bind(name, _), init: Some(Expr::Method(items, made, types, _)), .. } =
        made
    else {
        return None;
    };
    let Stmt::Expr(Expr::Method(receiver, method, _, args)) = sort else { return None };
    let function = match method.as_str() {
        "sort" => "sorted",
        "sort_by_key" => "sorted_by_key",
        _ => return None,
    };
    let items = match (made.as_str(), types.as_slice()) {
        ("copy", []) => (**items).clone().method("iter", Vec::new()),
        ("collect", [Ty::Named(Path::Rt("List"), _)]) => (**items).clone(),
        _ => return None,
    };
    // What comes before the items are put together must not be seen to.
    let is_calm = |arg: &Expr| matches!(arg, Expr::Closure(_)) || crate::coerce::is_calm(arg);
    if made == "collect" && !args.iter().all(is_calm) {
        return None;
    }
    let mut counts = Counts::default();
    args.iter().for_each(|arg| counts.expr(arg));
    if variable(receiver) != Some(name) || counts.0.contains_key(name) {
        return None;
    }
    let mut all = vec![items];
    all.extend(args.iter().cloned());
    all.iter_mut().for_each(own);
    let init = Some(Expr::call(Path::RtIn("builtins", function.to_owned()), all));
    Some(Stmt::Let { pat: pat.clone(), ty: None, init })
}

/// `|item| f(item.clone())` as `|item| f(item)`: the function is handed the item itself.
fn own(key: &mut Expr) {
    let Expr::Closure(closure) = key else { return };
    let [(Pat::Bind(name, _), _)] = closure.params.as_slice() else { return };
    if Counts::of(&closure.body).0.get(name) == Some(&1)
        && let Expr::Call(_, args) = &mut *closure.body
    {
        for arg in args {
            if arg.clone_of().and_then(variable) == Some(name) {
                *arg = Expr::local(name.clone());
            }
        }
    }
}

/// A slice of which only the items are wanted is no list: `xs.slice_items(1..)`.
pub(super) fn items_of_slices(block: &mut Block) {
    for at in 0..block.stmts.len() {
        let (before, after) = block.stmts.split_at_mut(at + 1);
        let Some(Stmt::Let { pat: Pat::Bind(name, false), ty, init: Some(init) }) = before.last_mut() else {
            continue;
        };
        let call = match init {
            Expr::Try(call) => &mut **call,
            call => call,
        };
        let Expr::Method(_, method, _, _) = call else { continue };
        let items = match method.as_str() {
            "slice" => "slice_items",
            "slice_by" => "slice_items_by",
            "try_slice_by" => "try_slice_items_by",
            _ => continue,
        };
        let mut counts = Counts::default();
        after.iter().for_each(|stmt| counts.stmt(stmt));
        block.tail.iter().for_each(|tail| counts.expr(tail));
        let mut taken = Taken { name, found: false };
        if counts.0.get(name) == Some(&1) {
            after.iter_mut().for_each(|stmt| taken.stmt(stmt));
        }
        if taken.found {
            items.clone_into(method);
            *ty = None;
        }
    }
}

/// Makes `name` of `name.into_items()`.
struct Taken<'a> {
    name: &'a str,
    found: bool,
}

impl VisitMut for Taken<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Method(slice, method, _, _)
                if method == "into_items" && variable(slice) == Some(self.name) =>
            {
                self.found = true;
                *expr = std::mem::replace(&mut **slice, Expr::unit());
            }
            expr => walk_expr_mut(self, expr),
        }
    }
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
