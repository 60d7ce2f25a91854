//! Entries of dicts: what is read, changed and stored again under one key is looked up once.
//!
//! ```text
//! counts.set(word.clone(), counts.get_or(&word, 0) + 1);      counts.change_or(word, 0, |value| value + 1);
//! totals.set(key, totals.at(&key) + x);                       totals.change(&key, |value| value + x);
//!
//! if table.contains(&key) {                                   if !table.modify(&key, |value| value + 1) {
//!     table.set(key, table.at(&key) + 1);                         table.set(key, 1);
//! } else {                                                    }
//!     table.set(key, 1);
//! }
//!
//! if !groups.contains(&key) {                                 groups.set_default_with(key, List::new).append(x);
//!     groups.set(key.clone(), List::new());
//! }
//! groups.at(&key).append(x);
//! ```
//!
//! The value is read before the rest of what is stored is evaluated, in both forms; the runtime looks the key up again
//! where the rest changed the keys, or where comparing keys runs code of the program; tests of such keys stay as they are.

mod dicts;
mod looks;

use rustc_hash::FxHashMap;

use self::dicts::{Dicts, has_plain_keys};
use self::looks::{first, is_beside, is_calm, is_key, is_new, is_quiet, named, touches};
use super::mentions::Mentions;
use super::resolve::{is_temporary, variable};
use super::{is_pure, same};
use crate::rir::visit::{VisitMut, leaves, walk_block_mut, walk_expr_mut};
use crate::rir::{Block, Closure, Expr, Fn, Pat, Path, Stmt, Ty, UnOp};

/// The methods that change an entry, which they hand to a closure.
pub(super) const CHANGES: &[&str] = &["change", "try_change", "change_or", "modify"];

/// Joins the look-ups of `func`, whose variables are resolved; `fields` are the types of attributes.
pub(super) fn run(func: &mut Fn, fields: &FxHashMap<String, Ty>) {
    Entries { dicts: Dicts::of(func, fields) }.block(&mut func.body);
}

struct Entries<'a> {
    dicts: Dicts<'a>,
}

impl VisitMut for Entries<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        if let Some(change) = self.changed(expr) {
            *expr = change;
        } else if let Some(test) = self.modified(expr) {
            *expr = test;
        } else if let Expr::Method(_, name, _, args) = expr
            && name == "set_default_with"
            && let Some(make) = args.get_mut(1)
            && let Some(function) = function_of(make)
        {
            *make = function;
        }
    }

    fn block(&mut self, block: &mut Block) {
        walk_block_mut(self, block);
        let mut at = 0;
        while at < block.stmts.len() {
            let tail = block.tail.as_deref();
            if let Some(stored) = self.stored(&block.stmts[at..], tail) {
                block.stmts.splice(at..at + 2, [stored]);
            } else if let Some(called) = directly(&block.stmts[at..], tail) {
                block.stmts.splice(at..at + 2, [called]);
                // A key that is held is before the dict that is.
                at = at.saturating_sub(1);
            } else {
                at += 1;
            }
        }
        for at in 0.. {
            if at + 1 >= block.stmts.len() {
                break;
            }
            if let Some(joined) = self.with_default(block, at) {
                block.stmts.splice(at..at + 2, [joined]);
            }
        }
    }
}

impl Entries<'_> {
    /// `d.set(k, …d.at(&k)…)` as a change of the entry.
    fn changed(&self, store: &Expr) -> Option<Expr> {
        let Expr::Method(dict, set, _, args) = store else { return None };
        let [key, value] = args.as_slice() else { return None };
        if set != "set" || !self.dicts.has(dict) || !is_key(named(key)) {
            return None;
        }
        let mut value = value.clone();
        let name = "value@entry".to_owned();
        let read = std::mem::replace(first(&mut value), Expr::local(name.clone()));
        let is_local = variable(dict).is_some();
        if variable(&value) == Some(&name)
            || leaves(&value)
            || !is_calm(&value)
            || !(is_local || is_quiet(&value))
        {
            return None;
        }
        let (read, raised) = match read {
            Expr::Try(read) => (*read, Some(None)),
            Expr::Attempt(label, read) => (*read, Some(Some(label))),
            read => (read, None),
        };
        let Expr::Method(of, method, _, mut asked) = read else { return None };
        let is_it = same(&of, dict)
            && match asked.first() {
                Some(Expr::Ref(asked)) => same(asked, named(key)),
                Some(asked) => method == "set_default" && same(named(asked), named(key)),
                None => false,
            };
        if !is_it {
            return None;
        }
        let change = |body: Expr| {
            Expr::Closure(Closure {
                params: vec![(Pat::Bind(name.clone(), false), None)],
                ret: None,
                body: Box::new(body),
                is_move: false,
            })
        };
        let dict = (**dict).clone();
        let lent = named(key).clone().by_ref();
        match (method.as_str(), raised) {
            ("at", None) => Some(dict.method("change", vec![lent, change(value)])),
            ("try_at", Some(label)) => {
                let done = Expr::call(Path::local("Ok"), vec![value]);
                let call = dict.method("try_change", vec![lent, change(done)]);
                Some(match label {
                    None => call.tried(),
                    Some(label) => Expr::Attempt(label, Box::new(call)),
                })
            }
            ("get_or" | "set_default", None) => {
                let default = asked.pop().filter(is_pure)?;
                Some(dict.method("change_or", vec![key.clone(), default, change(value)]))
            }
            _ => None,
        }
    }

    /// `let count = d.get_or(&k, 0) + 1; d.set(k, count);` as a change of the entry.
    fn stored(&self, stmts: &[Stmt], tail: Option<&Expr>) -> Option<Stmt> {
        let [
            Stmt::Let { pat: Pat::Bind(name, false), init: Some(init), .. },
            Stmt::Expr(Expr::Method(dict, set, types, args)),
            rest @ ..,
        ] = stmts
        else {
            return None;
        };
        let [key, value] = args.as_slice() else { return None };
        let is_free = is_temporary(name)
            && variable(value) == Some(name)
            && !Mentions::in_expr(name, key)
            && !rest.iter().any(|stmt| Mentions::in_stmt(name, stmt))
            && !tail.is_some_and(|tail| Mentions::in_expr(name, tail));
        if !is_free || variable(dict).is_none() {
            return None;
        }
        let store = Expr::Method(dict.clone(), set.clone(), types.clone(), vec![key.clone(), init.clone()]);
        self.changed(&store).map(Stmt::Expr)
    }

    /// `if d.contains(&k) { d.change(&k, f); … } else { … }`, either way around.
    fn modified(&self, expr: &mut Expr) -> Option<Expr> {
        let Expr::If(test, then, Some(otherwise)) = expr else { return None };
        let (asked, there, missing) = match &mut **test {
            Expr::Unary(UnOp::Not, asked) => match &mut **otherwise {
                Expr::Block(there) => (&**asked, there, Expr::Block(then.clone())),
                _ => return None,
            },
            asked => (&*asked, then, (**otherwise).clone()),
        };
        let (dict, key) = self.asked(asked)?;
        if there.tail.is_some() {
            return None;
        }
        let at = there.stmts.iter().position(|stmt| !is_beside(stmt))?;
        let Stmt::Expr(Expr::Method(of, change, _, args)) = &there.stmts[at] else { return None };
        let before = &there.stmts[..at];
        if change != "change"
            || !same(of, dict)
            || !matches!(args.first(), Some(Expr::Ref(changed)) if same(changed, key))
            || before.iter().any(|stmt| touches(stmt, &args[1]) || touches(stmt, key))
        {
            return None;
        }
        let test = (**of).clone().method("modify", args.clone());
        there.stmts.remove(at);
        let there = std::mem::take(there);
        Some(match missing {
            missing if !there.stmts.is_empty() => Expr::If(Box::new(test), there, Some(Box::new(missing))),
            Expr::Block(missing) => Expr::If(Box::new(test.not()), missing, None),
            missing => {
                Expr::If(Box::new(test.not()), Block { stmts: vec![Stmt::Expr(missing)], tail: None }, None)
            }
        })
    }

    /// `if !d.contains(&k) { d.set(k, v); }`, and what the next statement reads first is `d.at(&k)`.
    fn with_default(&self, block: &mut Block, at: usize) -> Option<Stmt> {
        let (Stmt::Expr(Expr::If(test, then, None)), Some(next)) =
            (&block.stmts[at], block.stmts.get(at + 1))
        else {
            return None;
        };
        let Expr::Unary(UnOp::Not, asked) = &**test else { return None };
        let (dict, key) = self.asked(asked)?;
        let (stored, default) = match (then.stmts.as_slice(), &then.tail) {
            ([Stmt::Expr(Expr::Method(of, set, _, args))], None) if set == "set" && same(of, dict) => {
                match args.as_slice() {
                    [stored, default] if same(named(stored), key) && is_new(default) => (stored, default),
                    _ => return None,
                }
            }
            _ => return None,
        };
        let mut next = next.clone();
        let read = match &mut next {
            Stmt::Expr(expr) | Stmt::Let { init: Some(expr), .. } => self.first_call(expr),
            _ => return None,
        };
        let Expr::Method(of, method, types, args) = read else { return None };
        if !same(of, dict) || !matches!(args.first(), Some(Expr::Ref(asked)) if same(asked, key)) {
            return None;
        }
        // A key that the statement names again is not moved.
        let stored = stored.clone();
        match (method.as_str(), args.as_mut_slice()) {
            ("change", [_, change]) if is_pure(default) => {
                let args = vec![stored, default.clone(), std::mem::replace(change, Expr::unit())];
                *read = Expr::Method(of.clone(), "change_or".to_owned(), types.clone(), args);
            }
            ("at", [_]) => {
                *read = match default {
                    Expr::Call(make, _) => {
                        of.clone().method("set_default_with", vec![stored, (**make).clone()])
                    }
                    default => of.clone().method("set_default", vec![stored, default.clone()]),
                };
            }
            _ => return None,
        }
        Some(next)
    }

    /// The first call of a method in an expression that is one on a dict, if it is.
    fn first_call<'e>(&self, expr: &'e mut Expr) -> &'e mut Expr {
        if matches!(expr, Expr::Method(receiver, ..)
            if matches!(**receiver, Expr::Method(..)) && !self.dicts.has(receiver))
        {
            return match expr {
                Expr::Method(receiver, ..) => self.first_call(receiver),
                expr => expr,
            };
        }
        expr
    }

    /// The dict and the key of `d.contains(&k)`.
    fn asked<'e>(&self, test: &'e Expr) -> Option<(&'e Expr, &'e Expr)> {
        let Expr::Method(dict, contains, _, args) = test else { return None };
        let [Expr::Ref(key)] = args.as_slice() else { return None };
        let is_plain = self.dicts.named(dict).is_some_and(has_plain_keys);
        (contains == "contains" && is_plain && is_key(key)).then_some((&**dict, &**key))
    }
}

/// The `f` of `|| f()`.
fn function_of(make: &Expr) -> Option<Expr> {
    let Expr::Closure(Closure { params, body, .. }) = make else { return None };
    match &**body {
        Expr::Call(function, args)
            if params.is_empty()
                && args.is_empty()
                && matches!(**function, Expr::Path(_) | Expr::GenericAssoc(..)) =>
        {
            Some((**function).clone())
        }
        _ => None,
    }
}

/// `let held = self.counts.clone(); held.change(…);`, and `let held = f(x); counts.change(&held, …);`, where nothing else
/// names what is held.
fn directly(stmts: &[Stmt], tail: Option<&Expr>) -> Option<Stmt> {
    let [Stmt::Let { pat: Pat::Bind(held, false), ty: None, init: Some(init) }, Stmt::Expr(call), rest @ ..] =
        stmts
    else {
        return None;
    };
    let is_free = is_temporary(held)
        && !rest.iter().any(|stmt| Mentions::in_stmt(held, stmt))
        && !tail.is_some_and(|tail| Mentions::in_expr(held, tail));
    let mut call = call.clone();
    let inner = match &mut call {
        Expr::Try(call) | Expr::Attempt(_, call) => &mut **call,
        call => call,
    };
    let Expr::Method(dict, method, _, args) = inner else { return None };
    let (key, change) = args.split_first_mut()?;
    if !is_free
        || !CHANGES.contains(&method.as_str())
        || change.iter().any(|arg| Mentions::in_expr(held, arg))
    {
        return None;
    }
    if variable(dict) == Some(held) && !Mentions::in_expr(held, key) {
        **dict = match place(init) {
            Some(place) => place.clone(),
            None if matches!(init, Expr::Method(..)) && !leaves(init) => init.clone(),
            None => return None,
        };
        return Some(Stmt::Expr(call));
    }
    let key = if let Expr::Ref(key) = key { &mut **key } else { key };
    let is_key = variable(named(key)) == Some(held) && variable(dict).is_some_and(|dict| dict != held);
    if !is_key || leaves(init) {
        return None;
    }
    *key = init.clone();
    Some(Stmt::Expr(call))
}

/// The place of which `init` is the handle: `x` of `x.clone()`, or `self.x.get()`.
fn place(init: &Expr) -> Option<&Expr> {
    match init {
        Expr::Method(cell, get, _, args) if get == "get" && args.is_empty() => {
            matches!(**cell, Expr::Field(..)).then_some(init)
        }
        init => init.clone_of(),
    }
}
