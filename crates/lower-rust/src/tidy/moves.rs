//! The last use of a variable takes its value: no clone of what nobody reads any more.
//!
//! ```text
//! let found = List::new(); … found.clone()        let found = List::new(); … found
//! f(name.clone())                                 f(name)               where `name` is not used again
//! println!("{}", name.clone())                    println!("{}", name)
//! xs.clone().iter()                               xs.iter()
//! ```
//!
//! Liveness runs backwards over the tree (Appel, *Modern Compiler Implementation*, ch. 10); a loop keeps alive what it
//! mentions and does not declare. Nothing of the runtime lends: what a method returns is its own. So a value that is
//! named once in a statement is not borrowed there.

use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::mentions::Counts;
use super::parts;
use super::resolve::{bound, captured, variable};
use crate::rir::visit::{Visit, VisitMut, walk_closure, walk_expr, walk_expr_mut, walk_stmt};
use crate::rir::{Arm, BinOp, Block, Closure, Expr, Fn, Pat, Path, Stmt, Ty};

type Live = FxHashSet<String>;

/// Methods of the runtime that take `&self` and that lowering calls on clones.
const LOOKING: &[&str] = &[
    "append",
    "at",
    "class_name",
    "concat",
    "contains",
    "copy",
    "get",
    "is_int",
    "is_none",
    "is_some",
    "items",
    "iter",
    "keys",
    "len",
    "repeat",
    "slice",
    "slice_by",
    "strip",
    "values",
];

/// Methods that give a reference.
const LENDING: &[&str] = &["as_ref", "as_slice", "as_str", "as_deref"];

/// Drops the clones of `func` that are not needed.
pub(super) fn run(func: &mut Fn) {
    Look.block(&mut func.body);
    let mut owned = Owned::default();
    for param in &func.params {
        owned.add(&param.name, !is_reference(&param.ty));
    }
    owned.block(&func.body);
    let held = captured(&func.body);
    let owned: FxHashSet<String> = owned
        .found
        .into_iter()
        .filter(|(name, is_owned)| *is_owned && !held.contains(name))
        .map(|(name, _)| name)
        .collect();
    let mut moves = Moves { owned, places: Vec::new() };
    moves.block(&mut func.body, &mut Live::default(), &Rc::default());
}

/// Places that are only looked at.
struct Look;

impl VisitMut for Look {
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        match expr {
            Expr::Format { first, args, .. } if first.is_none() => args.iter_mut().for_each(|arg| {
                if let Some(place) = cloned_variable(arg) {
                    *arg = Expr::local(place);
                }
            }),
            Expr::Method(receiver, name, _, args)
                if (LOOKING.contains(&name.as_str()) || is_special(name)) && !args.iter().any(assigns) =>
            {
                if let Some(place) = cloned_variable(receiver) {
                    **receiver = Expr::local(place);
                }
            }
            _ => {}
        }
    }
}

/// Special methods of the program's classes take `&self`.
fn is_special(name: &str) -> bool {
    name.len() > 4 && name.starts_with("__") && name.ends_with("__")
}

/// `x` of `x.clone()`.
fn cloned_variable(expr: &Expr) -> Option<&str> {
    expr.clone_of().and_then(variable)
}

/// Whether evaluating `expr` assigns a variable.
pub(super) fn assigns(expr: &Expr) -> bool {
    struct Assigns(bool);
    impl Visit for Assigns {
        fn expr(&mut self, expr: &Expr) {
            self.0 |= matches!(expr, Expr::Assign(..) | Expr::AssignOp(..));
            walk_expr(self, expr);
        }
    }
    let mut out = Assigns(false);
    out.expr(expr);
    out.0
}

fn is_reference(ty: &Ty) -> bool {
    matches!(ty, Ty::Ref(_) | Ty::RefMut(_) | Ty::RefStatic(_) | Ty::Infer)
}

/// Which variables hold a value of their own, as far as the text tells.
#[derive(Default)]
struct Owned {
    found: FxHashMap<String, bool>,
}

impl Owned {
    fn add(&mut self, name: &str, is_owned: bool) {
        let known = self.found.entry(name.to_owned()).or_insert(is_owned);
        *known &= is_owned;
    }

    fn pattern(&mut self, pat: &Pat, is_owned: bool) {
        for name in bound(pat) {
            self.add(&name, is_owned);
        }
    }

    fn is_owned(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Method(receiver, name, _, _) => match name.as_str() {
                "expect" | "unwrap" | "unwrap_or" | "ok" | "map" => self.is_owned(receiver),
                name => !LENDING.contains(&name),
            },
            Expr::Path(Path::Local(name)) if variable(expr).is_some() => {
                self.found.get(name).is_some_and(|is_owned| *is_owned)
            }
            Expr::Try(value) | Expr::Attempt(_, value) | Expr::Await(value) | Expr::Watched(value) => {
                self.is_owned(value)
            }
            Expr::Tuple(items) | Expr::Array(items) | Expr::Vec(items) => {
                items.iter().all(|item| self.is_owned(item))
            }
            Expr::Block(block) | Expr::Labelled(_, block) => {
                block.tail.as_deref().is_some_and(|tail| self.is_owned(tail))
            }
            Expr::If(_, then, Some(otherwise)) | Expr::IfLet(_, _, then, Some(otherwise)) => {
                (then.diverges() || then.tail.as_deref().is_some_and(|tail| self.is_owned(tail)))
                    && (otherwise.diverges() || self.is_owned(otherwise))
            }
            Expr::Match(_, arms) => arms.iter().all(|arm| arm.body.diverges() || self.is_owned(&arm.body)),
            Expr::Call(..)
            | Expr::Struct(..)
            | Expr::Binary(..)
            | Expr::Int(..)
            | Expr::Float(_)
            | Expr::Bool(_)
            | Expr::Cast(..) => true,
            Expr::Path(Path::Local(name)) => name == "None",
            _ => false,
        }
    }

    /// The variables of a pattern that a value is matched with.
    fn matched(&mut self, pat: &Pat, value: &Expr) {
        let is_owned = self.is_owned(value);
        self.pattern(pat, is_owned);
    }
}

impl Visit for Owned {
    fn stmt(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Let { pat, ty, init } => {
                let is_owned = match ty {
                    Some(ty) => !is_reference(ty),
                    None => init.as_ref().is_some_and(|init| self.is_owned(init)),
                };
                self.pattern(pat, is_owned);
            }
            Stmt::LetElse(pat, value, _) => self.matched(pat, value),
            Stmt::Expr(_) => {}
        }
        walk_stmt(self, stmt);
    }

    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::IfLet(pat, value, _, _) | Expr::WhileLet(_, pat, value, _) => self.matched(pat, value),
            Expr::Match(value, arms) => arms.iter().for_each(|arm| self.matched(&arm.pat, value)),
            // An array lends its items.
            Expr::For(_, pat, iter, _) => {
                let lends = matches!(&**iter, Expr::Method(of, _, _, _)
                    if matches!(**of, Expr::Array(_) | Expr::Vec(_) | Expr::Str(_)));
                let is_owned = !lends && self.is_owned(iter);
                self.pattern(pat, is_owned);
            }
            _ => {}
        }
        walk_expr(self, expr);
    }

    fn closure(&mut self, closure: &Closure) {
        for (pat, ty) in &closure.params {
            self.pattern(pat, ty.as_ref().is_some_and(|ty| !is_reference(ty)));
        }
        walk_closure(self, closure);
    }
}

/// A place that control may go to.
struct Place {
    label: Option<String>,
    is_loop: bool,
    /// What is live after it, and where it begins again.
    after: Live,
    head: Live,
}

struct Moves {
    owned: FxHashSet<String>,
    places: Vec<Place>,
}

impl Moves {
    /// A block, from its end; `live` is what is live after it, then before it. `held` is what an expression around it
    /// may borrow.
    fn block(&mut self, block: &mut Block, live: &mut Live, held: &Rc<Counts>) {
        if let Some(tail) = &mut block.tail {
            self.full(tail, live, held);
        }
        for stmt in block.stmts.iter_mut().rev() {
            match stmt {
                Stmt::Let { pat, init, .. } => {
                    bound(pat).iter().for_each(|name| {
                        live.remove(name);
                    });
                    if let Some(init) = init {
                        self.full(init, live, held);
                    }
                }
                Stmt::LetElse(pat, value, otherwise) => {
                    bound(pat).iter().for_each(|name| {
                        live.remove(name);
                    });
                    let mut other = Live::default();
                    self.block(otherwise, &mut other, held);
                    live.extend(other);
                    self.full(value, live, held);
                }
                Stmt::Expr(expr) => self.full(expr, live, held),
            }
        }
    }

    /// An expression that stands where a statement does: what it borrows ends with it.
    fn full(&mut self, expr: &mut Expr, live: &mut Live, held: &Rc<Counts>) {
        match expr {
            Expr::Block(block) => self.block(block, live, held),
            Expr::Labelled(label, block) => {
                self.places.push(Place {
                    label: Some(label.clone()),
                    is_loop: false,
                    after: live.clone(),
                    head: Live::default(),
                });
                self.block(block, live, held);
                self.places.pop();
            }
            Expr::If(test, then, otherwise) => {
                let mut other = live.clone();
                self.block(then, live, held);
                if let Some(otherwise) = otherwise {
                    self.full(otherwise, &mut other, held);
                }
                live.extend(other);
                self.full(test, live, held);
            }
            Expr::IfLet(pat, value, then, otherwise) => {
                let inner = with(held, value);
                let mut other = live.clone();
                self.block(then, live, &inner);
                bound(pat).iter().for_each(|name| {
                    live.remove(name);
                });
                if let Some(otherwise) = otherwise {
                    self.full(otherwise, &mut other, &inner);
                }
                live.extend(other);
                self.full(value, live, held);
            }
            Expr::Match(value, arms) => {
                let inner = with(held, value);
                let after = std::mem::take(live);
                for arm in arms {
                    let mut here = after.clone();
                    self.arm(arm, &mut here, &inner);
                    live.extend(here);
                }
                self.full(value, live, held);
            }
            Expr::Loop(label, body) => self.a_loop((label.clone(), None), None, body, live, held),
            Expr::While(label, test, body) => {
                self.a_loop((label.clone(), None), Some(test), body, live, held)
            }
            Expr::WhileLet(label, pat, value, body) => {
                self.a_loop((label.clone(), Some(pat)), Some(value), body, live, held);
            }
            Expr::For(label, pat, iter, body) => {
                let inner = with(held, iter);
                self.a_loop((label.clone(), Some(pat)), None, body, live, &inner);
                bound(pat).iter().for_each(|name| {
                    live.remove(name);
                });
                self.full(iter, live, held);
            }
            Expr::Return(value) => {
                live.clear();
                if let Some(value) = value {
                    self.full(value, live, held);
                }
            }
            expr => {
                let named = Rc::new(Counts::of(expr));
                self.inside(expr, live, &named, held);
            }
        }
    }

    fn arm(&mut self, arm: &mut Arm, live: &mut Live, held: &Rc<Counts>) {
        self.full(&mut arm.body, live, held);
        if let Some(guard) = &mut arm.guard {
            // The arms after it look at the value again.
            Keep.note(guard, live);
        }
        bound(&arm.pat).iter().for_each(|name| {
            live.remove(name);
        });
    }

    fn a_loop(
        &mut self,
        (label, pat): (Option<String>, Option<&Pat>),
        test: Option<&mut Expr>,
        body: &mut Block,
        live: &mut Live,
        held: &Rc<Counts>,
    ) {
        // What is named inside and not declared there is live all through.
        let mut mentioned = Counts::default();
        let mut declared = Declared::default();
        mentioned.block(body);
        declared.block(body);
        pat.iter().for_each(|pat| declared.pat(pat));
        if let Some(test) = &test {
            mentioned.expr(test);
            declared.expr(test);
        }
        let mut head = live.clone();
        head.extend(mentioned.0.into_keys().filter(|name| !declared.0.contains(name)));
        self.places.push(Place { label, is_loop: true, after: live.clone(), head: head.clone() });
        let mut inside = head.clone();
        self.block(body, &mut inside, held);
        if let Some(test) = test {
            inside.extend(head.iter().chain(live.iter()).cloned());
            self.full(test, &mut inside, held);
        }
        self.places.pop();
        // What is live where control leaves from the middle is live at the entry.
        live.extend(inside);
        live.extend(head);
    }

    /// A part of a statement. `named` counts what the statement names.
    fn inside(&mut self, expr: &mut Expr, live: &mut Live, named: &Rc<Counts>, held: &Rc<Counts>) {
        if let Some(name) = cloned_variable(expr)
            && self.owned.contains(name)
            && !live.contains(name)
            && named.0.get(name) == Some(&1)
            && !held.0.contains_key(name)
        {
            let place = Expr::local(name);
            live.insert(name.to_owned());
            *expr = place;
            return;
        }
        match expr {
            Expr::Path(_) => {
                if let Some(name) = variable(expr) {
                    live.insert(name.to_owned());
                }
            }
            Expr::Assign(place, value) if variable(place).is_some() => {
                if let Some(name) = variable(place) {
                    live.remove(name);
                }
                self.inside(value, live, named, held);
            }
            Expr::Attempt(label, value) => {
                if let Some(place) =
                    self.places.iter().rev().find(|place| place.label.as_ref() == Some(label))
                {
                    live.extend(place.after.iter().cloned());
                }
                self.inside(value, live, named, held);
            }
            Expr::Return(value) => {
                live.clear();
                if let Some(value) = value {
                    self.inside(value, live, named, held);
                }
            }
            Expr::Break(label, value) => {
                if let Some(place) = self.target(label.as_ref()) {
                    *live = place.after.clone();
                }
                if let Some(value) = value {
                    self.inside(value, live, named, held);
                }
            }
            Expr::Continue(label) => {
                if let Some(place) = self.target(label.as_ref()) {
                    *live = place.head.clone();
                }
            }
            Expr::Binary(BinOp::And | BinOp::Or, left, right) => {
                let other = live.clone();
                self.inside(right, live, named, held);
                live.extend(other);
                self.inside(left, live, named, held);
            }
            Expr::Block(_)
            | Expr::Labelled(..)
            | Expr::If(..)
            | Expr::IfLet(..)
            | Expr::Match(..)
            | Expr::Loop(..)
            | Expr::While(..)
            | Expr::WhileLet(..)
            | Expr::For(..) => {
                // What stands around it may borrow what it names beside it.
                let mut around = Counts(held.0.clone());
                let mut own = Counts::default();
                own.expr(expr);
                for (name, count) in &named.0 {
                    if own.0.get(name) != Some(count) {
                        around.0.insert(name.clone(), 1);
                    }
                }
                self.full(expr, live, &Rc::new(around));
            }
            Expr::Closure(closure) => {
                Keep.note(&mut closure.body, live);
                let mut inner = Live::default();
                let places = std::mem::take(&mut self.places);
                self.full(&mut closure.body, &mut inner, &Rc::default());
                self.places = places;
            }
            Expr::AsyncMove(block) => {
                let mut inner = Live::default();
                let places = std::mem::take(&mut self.places);
                self.block(block, &mut inner, &Rc::default());
                self.places = places;
                live.extend(inner);
            }
            expr => parts(expr).into_iter().rev().for_each(|part| self.inside(part, live, named, held)),
        }
    }

    fn target(&self, label: Option<&String>) -> Option<&Place> {
        self.places.iter().rev().find(|place| match label {
            Some(label) => place.label.as_ref() == Some(label),
            None => place.is_loop,
        })
    }
}

/// What is held, and what `value` names.
fn with(held: &Rc<Counts>, value: &Expr) -> Rc<Counts> {
    let inner = Counts::of(value);
    if inner.0.is_empty() {
        return Rc::clone(held);
    }
    let mut all = Counts(held.0.clone());
    all.0.extend(inner.0);
    Rc::new(all)
}

/// What an expression names is live before it; nothing in it changes.
struct Keep;

impl Keep {
    fn note(&self, expr: &mut Expr, live: &mut Live) {
        live.extend(Counts::of(expr).0.into_keys());
    }
}

/// The variables that are declared.
#[derive(Default)]
struct Declared(FxHashSet<String>);

impl Visit for Declared {
    fn pat(&mut self, pat: &Pat) {
        self.0.extend(bound(pat));
    }
}
