//! Generators that only their consumer can ask, and that raise nothing: iterators of Rust.
//!
//! ```text
//! fn odd(mut source: Generator<i64, (), ()>)        fn odd(source: impl Iterator<Item = i64>)
//!     -> Generator<i64, (), ()> {                       -> impl Iterator<Item = i64> {
//!     Generator::stepping(move || {                     source.filter(move |x| x % 2 == 1)
//!         for x in source.by_ref() {                }
//!             let x = x?;
//!             if x % 2 == 1 { return Ok(Some(x)); }
//!         }
//!         Ok(None)
//!     })
//! }
//! ```
//!
//! A generator of Python is an object: it may have several names, be sent values and be closed. What such a function gives
//! is an iterator instead where its step has no way to raise, and where a value of it goes straight to a loop, to one
//! variable, or to a parameter, which are only ever asked for the next item. Another value of it is made an object where it
//! is used: `Generator::over(odd(…))`. No function on the way calls itself, as the type of an iterator says what it is made
//! of. All functions and variables are taken for such until one is found to be used otherwise (the greatest fixpoint).
//!
//! In: the items of a file, generators as `stepping.rs` left them. Out: the same items. Cost: linear per round; a round takes
//! back at least one function or variable.

mod check;
mod rewrite;
mod shape;

use rustc_hash::{FxHashMap, FxHashSet};

use super::borrow::{Called, call_of};
use super::mentions::Counts;
use super::own::iterators::{CONSUMERS, EAGER};
use super::resolve::{bound, variable};
use crate::rir::visit::{Visit, walk_closure, walk_expr, walk_stmt};
use crate::rir::{Closure, Expr, Fn, Item, Pat, Path, Stmt, Ty};

/// Rewrites the generators of `items` that are iterators.
pub(super) fn run(items: &mut [Item]) {
    let Some(mut plain) = Plain::of(items) else { return };
    plain.settle(items);
    if plain.is_empty() {
        return;
    }
    rewrite::run(items, &plain);
}

/// What is an iterator of Rust.
#[derive(Default)]
struct Plain {
    /// Functions that give one.
    makers: FxHashSet<String>,
    /// The parameters of functions, in order: whether each is one.
    params: FxHashMap<String, Vec<bool>>,
    /// Variables that hold one, by function; parameters among them.
    variables: Vec<FxHashSet<String>>,
    /// Other names of such variables.
    aliases: Vec<FxHashMap<String, String>>,
    /// Functions whose iterator is asked again after it ended.
    asked: FxHashSet<String>,
}

impl Plain {
    /// All that may be one; `None` where no function gives any.
    fn of(items: &[Item]) -> Option<Self> {
        if !items.iter().any(|item| matches!(item, Item::Fn(func) if is_maker(func))) {
            return None;
        }
        let called = Called::of(items);
        let mut plain = Plain::default();
        let recursive = recursive(items);
        for item in items {
            let Item::Fn(func) = item else { continue };
            if called.as_values.contains(&func.name) || recursive.contains(&func.name) {
                continue;
            }
            if is_maker(func) {
                plain.makers.insert(func.name.clone());
            }
            let params = func.params.iter().map(|param| generated(&param.ty).is_some()).collect();
            plain.params.insert(func.name.clone(), params);
        }
        if plain.makers.is_empty() {
            return None;
        }
        for func in functions(items) {
            let mut variables =
                Variables { makers: &plain.makers, found: FxHashSet::default(), aliases: Vec::new() };
            variables.block(&func.body);
            let Variables { mut found, aliases, .. } = variables;
            if let Some(params) = plain.params.get(&func.name) {
                let of_kind = func.params.iter().zip(params).filter(|(_, is_one)| **is_one);
                found.extend(of_kind.map(|(param, _)| param.name.clone()));
            }
            let aliases: FxHashMap<String, String> =
                aliases.into_iter().filter(|(_, of)| found.contains(of)).collect();
            found.extend(aliases.keys().cloned());
            plain.variables.push(found);
            plain.aliases.push(aliases);
        }
        Some(plain)
    }

    fn is_empty(&self) -> bool {
        self.makers.is_empty() && self.variables.iter().all(FxHashSet::is_empty)
    }

    /// Takes back what is used otherwise, until nothing is.
    fn settle(&mut self, items: &[Item]) {
        loop {
            let mut dropped = check::Dropped::default();
            for (at, func) in functions(items).enumerate() {
                check::function(func, at, self, &mut dropped);
            }
            if !dropped.apply(self, items) {
                self.asked = dropped.asked;
                self.makers.retain(|maker| dropped.direct.contains(maker));
                return;
            }
        }
    }

    /// Whether a variable of the `at`th function is one of several names of an iterator.
    fn has_alias(&self, at: usize, name: &str) -> bool {
        self.aliases[at].iter().any(|(alias, of)| alias == name || of == name)
    }

    fn is_param(&self, func: &str, at: usize) -> bool {
        self.params.get(func).and_then(|params| params.get(at)).copied().unwrap_or(false)
    }
}

/// The functions and methods of a file, in order.
fn functions(items: &[Item]) -> impl Iterator<Item = &Fn> {
    items.iter().flat_map(|item| match item {
        Item::Fn(func) => std::slice::from_ref(func),
        Item::Impl(item) => item.fns.as_slice(),
        _ => &[],
    })
}

/// Whether a function makes a generator of one step, and holds nothing that is lent to it.
fn is_maker(func: &Fn) -> bool {
    let is_lent = |ty: &Ty| matches!(ty, Ty::Ref(_) | Ty::RefMut(_));
    func.ret.as_ref().and_then(generated).is_some()
        && func.body.tail.as_deref().and_then(step).is_some()
        && !func.params.iter().any(|param| is_lent(&param.ty))
}

/// The type of the items of a generator that takes and returns nothing.
fn generated(ty: &Ty) -> Option<&Ty> {
    match ty {
        Ty::Named(Path::Rt("Generator"), args) => match args.as_slice() {
            [item, sent, result] if *sent == Ty::unit() && *result == Ty::unit() => Some(item),
            _ => None,
        },
        _ => None,
    }
}

/// The closure of `Generator::stepping(move || …)`.
fn step(expr: &Expr) -> Option<&Closure> {
    let Expr::Call(callee, args) = expr else { return None };
    let is_stepping = matches!(&**callee, Expr::Path(Path::Assoc(of, name))
        if **of == Path::Rt("Generator") && name == "stepping");
    match args.as_slice() {
        [Expr::Closure(closure)] if is_stepping => Some(closure),
        _ => None,
    }
}

/// Functions that may call themselves, directly or through others.
fn recursive(items: &[Item]) -> FxHashSet<String> {
    struct Callees(FxHashSet<String>);
    impl Visit for Callees {
        fn expr(&mut self, expr: &Expr) {
            if let Some((name, _)) = call_of(expr) {
                self.0.insert(name.to_owned());
            }
            walk_expr(self, expr);
        }
    }
    let mut calls: FxHashMap<&str, FxHashSet<String>> = FxHashMap::default();
    for item in items {
        let Item::Fn(func) = item else { continue };
        let mut callees = Callees(FxHashSet::default());
        callees.block(&func.body);
        calls.insert(&func.name, callees.0);
    }
    let reaches_itself = |name: &str| {
        let mut seen: FxHashSet<&str> = FxHashSet::default();
        let mut waiting = vec![name];
        while let Some(next) = waiting.pop() {
            for callee in calls.get(next).into_iter().flatten() {
                if callee == name {
                    return true;
                }
                if seen.insert(callee) {
                    waiting.push(callee);
                }
            }
        }
        false
    };
    calls.keys().filter(|name| reaches_itself(name)).map(|name| (*name).to_owned()).collect()
}

/// The variables that hold what a maker gives, and the clones of variables.
struct Variables<'m> {
    makers: &'m FxHashSet<String>,
    found: FxHashSet<String>,
    aliases: Vec<(String, String)>,
}

impl Visit for Variables<'_> {
    fn stmt(&mut self, stmt: &Stmt) {
        if let Stmt::Let { pat: Pat::Bind(name, _), init: Some(init), .. } = stmt {
            if call_of(init).is_some_and(|(maker, _)| self.makers.contains(maker)) {
                self.found.insert(name.clone());
            } else if let Some(of) = init.clone_of().and_then(variable) {
                self.aliases.push((name.clone(), of.to_owned()));
            }
        }
        walk_stmt(self, stmt);
    }
}

/// Variables that are named once, and not more often than they are bound: what they hold may be moved there.
#[derive(Default)]
struct Moved {
    /// How many loops and closures there are around here.
    depth: usize,
    bound: FxHashMap<String, usize>,
    /// Where each was named, at which depth; `None` where it was several times.
    named: FxHashMap<String, Option<usize>>,
}

impl Moved {
    fn of(func: &Fn) -> FxHashSet<String> {
        let mut moved = Moved::default();
        moved.block(&func.body);
        let Moved { bound, named, .. } = moved;
        let is_once =
            |(name, depth): &(String, Option<usize>)| *depth == Some(*bound.get(name).unwrap_or(&0));
        named.into_iter().filter(is_once).map(|(name, _)| name).collect()
    }

    fn again(&mut self, body: impl FnOnce(&mut Self)) {
        self.depth += 1;
        body(self);
        self.depth -= 1;
    }
}

impl Visit for Moved {
    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::For(_, pat, iter, body) => {
                self.expr(iter);
                self.again(|moved| {
                    moved.pat(pat);
                    moved.block(body);
                });
            }
            Expr::While(..) | Expr::WhileLet(..) | Expr::Loop(..) => {
                self.again(|moved| walk_expr(moved, expr));
            }
            Expr::Path(_) => {
                if let Some(name) = variable(expr) {
                    let depth = self.depth;
                    self.named.entry(name.to_owned()).and_modify(|once| *once = None).or_insert(Some(depth));
                }
            }
            _ => walk_expr(self, expr),
        }
    }

    fn pat(&mut self, pat: &Pat) {
        self.bound.extend(bound(pat).into_iter().map(|name| (name, self.depth)));
    }

    fn closure(&mut self, closure: &Closure) {
        self.again(|moved| walk_closure(moved, closure));
    }
}

/// Whether an expression takes all items that `items` has, at once.
fn takes_all(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::Method(items, name, _, _) if EAGER.contains(&name.as_str()) => Some(items),
        Expr::Method(_, name, _, args) if name == "extend" => args.first(),
        Expr::Call(callee, args) => match &**callee {
            Expr::Path(Path::RtIn("builtins", name)) if CONSUMERS.contains(&name.as_str()) => args.first(),
            _ => None,
        },
        _ => None,
    }
}

/// The variable of `items.values()`.
fn values_of(expr: &Expr) -> Option<&str> {
    next_of(expr, "values")
}

/// The variable whose next item is asked for here, `items.next()`.
fn next_of<'e>(expr: &'e Expr, method: &str) -> Option<&'e str> {
    match expr {
        Expr::Method(receiver, name, _, args) if name == method && args.is_empty() => variable(receiver),
        _ => None,
    }
}

/// What a loop goes over: a variable, where it takes its items one by one.
fn looped(iter: &Expr) -> &Expr {
    match iter {
        Expr::Method(of, name, _, args)
            if matches!(name.as_str(), "by_ref" | "clone") && args.is_empty() && variable(of).is_some() =>
        {
            of
        }
        iter => iter,
    }
}

/// The name under `Some(name)`; `_` where it is not bound.
fn item_of(pat: &Pat) -> Option<&Pat> {
    match pat {
        Pat::Call(Path::Local(some), parts) if some == "Some" => match parts.as_slice() {
            [pat @ (Pat::Bind(..) | Pat::Wild)] => Some(pat),
            _ => None,
        },
        _ => None,
    }
}

/// The result whose value an expression takes: `x?`, `attempt!('label, x)`, `exc::or_end(x)`.
fn result_of(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::Try(value) | Expr::Attempt(_, value) => Some(value),
        Expr::Call(callee, args) if super::is_or_end(callee) => args.first(),
        _ => None,
    }
}

/// How often each variable of a function is named, and how often as a result whose value is taken.
#[derive(Default)]
struct Results {
    all: Counts,
    taken: FxHashMap<String, u32>,
}

impl Results {
    fn of(func: &Fn) -> Self {
        let mut results = Results::default();
        results.all.block(&func.body);
        results.block(&func.body);
        results
    }

    fn named(&self, name: &str) -> u32 {
        self.all.0.get(name).copied().unwrap_or(0)
    }

    /// Whether the item that `pat` binds is only looked at for its value.
    fn are_taken(&self, pat: &Pat) -> bool {
        match pat {
            Pat::Wild => true,
            Pat::Bind(name, _) => self.named(name) == self.taken.get(name).copied().unwrap_or(0),
            _ => false,
        }
    }
}

impl Visit for Results {
    fn expr(&mut self, expr: &Expr) {
        if let Some(name) = result_of(expr).and_then(variable) {
            *self.taken.entry(name.to_owned()).or_default() += 1;
        }
        walk_expr(self, expr);
    }
}
