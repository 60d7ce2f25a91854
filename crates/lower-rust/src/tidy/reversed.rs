//! A slice that is assigned its own items backwards is reversed where it is.
//!
//! ```text
//! xs.set_slice(Some(a), Some(b), None, xs.slice(a..b).slice_items_by(None, None, Some(-1)))   xs.reverse_part(a..b)
//! xs.set_slice(None, Some(k + 1), None, xs.slice_items_by(Some(k), None, Some(-1)))           xs.reverse_to(k)
//! ```
//!
//! `xs[a:b] = xs[a:b][::-1]`, `xs[a:b] = reversed(xs[a:b])` and `xs[:k + 1] = xs[k::-1]` in Python. The bounds are looked
//! at twice there and once here, so they have to be simple.

use super::resolve::variable;
use super::{is_named, same};
use crate::lower::is_simple;
use crate::rir::visit::{VisitMut, walk_block_mut};
use crate::rir::{BinOp, Block, Expr, Fn, Pat, Path, Stmt, UnOp};

/// Rewrites the slices of `func`.
pub(super) fn run(func: &mut Fn) {
    Reversed.block(&mut func.body);
}

struct Reversed;

impl VisitMut for Reversed {
    fn block(&mut self, block: &mut Block) {
        walk_block_mut(self, block);
        let mut at = 0;
        while at < block.stmts.len() {
            let before = at.checked_sub(1).map(|before| block.stmts[before].clone());
            let Stmt::Expr(expr) = &mut block.stmts[at] else {
                at += 1;
                continue;
            };
            let store = if let Expr::Try(inner) = &*expr { inner } else { &*expr };
            if let Some(reversed) = reversed(store, None) {
                *expr = reversed;
            } else if let Some(Stmt::Let { pat: Pat::Bind(name, _), init: Some(init), .. }) = &before
                && let Some(reversed) = reversed(store, Some((name, init)))
            {
                *expr = reversed;
                at -= 1;
                block.stmts.remove(at);
            }
            at += 1;
        }
    }
}

/// What `store` is where it reverses; `held` is the variable that the statement before binds, and its value.
fn reversed(store: &Expr, held: Option<(&String, &Expr)>) -> Option<Expr> {
    let Expr::Method(list, name, _, args) = store else { return None };
    let [start, stop, step, items] = args.as_slice() else { return None };
    let is_plain = matches!(name.as_str(), "set_slice" | "try_set_slice") && is_none(step) && is_place(list);
    if !is_plain
        || ![start, stop].into_iter().all(|bound| is_none(bound) || some(bound).is_some_and(is_simple))
    {
        return None;
    }
    let list = (**list).clone();
    match (held, items) {
        (None, Expr::Method(of, name, _, bounds)) if name == "slice_items_by" => match bounds.as_slice() {
            // Backwards from an item to the start.
            [last, to, by] if same(of, &list) && is_none(to) && is_minus_one(by) && is_none(start) => {
                let last = some(last)?;
                is_after(some(stop)?, last).then(|| list.method("reverse_to", vec![last.clone()]))
            }
            [from, to, by] if is_none(from) && is_none(to) && is_minus_one(by) => {
                part(of, &list, start, stop)
            }
            _ => None,
        },
        // `reversed` is an iterator, of which a list is made first.
        (Some((name, init)), items) if uses_once(items, name) => {
            let Expr::Call(callee, args) = init else { return None };
            let is_iter = matches!(&**callee, Expr::Path(Path::Assoc(of, made)) if **of == Path::Rt("Iter") && made == "of");
            let [Expr::Method(of, reversed, _, _)] = args.as_slice() else { return None };
            (is_iter && reversed == "reversed").then(|| part(of, &list, start, stop)).flatten()
        }
        _ => None,
    }
}

/// `list.reverse_part(start..stop)`, where `of` is that slice of it.
fn part(of: &Expr, list: &Expr, start: &Expr, stop: &Expr) -> Option<Expr> {
    let Expr::Method(inner, name, _, args) = of else { return None };
    let [Expr::Range(from, to)] = args.as_slice() else { return None };
    let is_bound = |bound: Option<&Expr>, wanted: &Expr| match bound {
        Some(bound) => some(wanted).is_some_and(|wanted| same(bound, wanted)),
        None => is_none(wanted),
    };
    let is_same = name == "slice"
        && same(inner, list)
        && is_bound(from.as_deref(), start)
        && is_bound(to.as_deref(), stop);
    is_same.then(|| list.clone().method("reverse_part", args.clone()))
}

/// `{ let items = List::new(); items.extend(held.values()); items.into_items() }`.
fn uses_once(items: &Expr, held: &str) -> bool {
    let Expr::Block(Block { stmts, tail: Some(tail) }) = items else { return false };
    let [
        Stmt::Let { pat: Pat::Bind(list, _), init: Some(_), .. },
        Stmt::Expr(Expr::Method(to, extend, _, args)),
    ] = stmts.as_slice()
    else {
        return false;
    };
    let is_of = |expr: &Expr, name: &str| variable(expr) == Some(name);
    is_of(to, list)
        && extend == "extend"
        && matches!(args.as_slice(), [Expr::Method(of, values, _, _)] if is_of(of, held) && values == "values")
        && matches!(&**tail, Expr::Method(of, into, _, _) if is_of(of, list) && into == "into_items")
}

/// A variable, or an attribute of one.
fn is_place(expr: &Expr) -> bool {
    match expr {
        Expr::Field(object, _) => is_named(object, "self") || variable(object).is_some(),
        expr => variable(expr).is_some(),
    }
}

fn is_none(expr: &Expr) -> bool {
    is_named(expr, "None")
}

/// `value` of `Some(value)`.
fn some(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::Call(callee, args) if is_named(callee, "Some") => args.first(),
        _ => None,
    }
}

fn is_minus_one(expr: &Expr) -> bool {
    match some(expr) {
        Some(Expr::Int(-1, _)) => true,
        Some(Expr::Unary(UnOp::Neg, value)) => matches!(**value, Expr::Int(1, _)),
        _ => false,
    }
}

/// Whether `stop` is `last + 1`.
fn is_after(stop: &Expr, last: &Expr) -> bool {
    match (stop, last) {
        (Expr::Int(stop, _), Expr::Int(last, _)) => last.checked_add(1) == Some(*stop),
        (Expr::Binary(BinOp::Add, value, one), last) => {
            is_simple(last) && matches!(**one, Expr::Int(1, _)) && same(value, last)
        }
        (stop, Expr::Binary(BinOp::Sub, value, one)) => matches!(**one, Expr::Int(1, _)) && same(stop, value),
        _ => false,
    }
}
