//! What is only looked at is looked at where it is: no handle of its own, no clone of an `Option` that is opened at once.
//!
//! ```text
//! node.children.clone().contains(&letter)          node.children.contains(&letter)
//! node.clone().expect("…").value.get()             node.as_ref().expect("…").value.get()
//! node.clone().is_some_and(|it| it.is(&tail.clone()))      node.as_ref().is_some_and(|it| it.is(&tail))
//! token.kind.clone() == Str::from("(")             token.kind == "("
//! line.concat(&Str::from("!"))                     line.concat("!")
//! if let Some(left) = self.left.clone() { f(left.key) }    if let Some(left) = &self.left { f(left.key) }
//! ```
//!
//! What is evaluated while the place is borrowed may only look at its variable, too. Nothing of the runtime lends but what
//! [`super::moves`] lists, and of that nothing is looked at here.

use rustc_hash::FxHashSet;

use super::mentions::{Counts, Mentions};
use super::narrow::CONSUMING;
use super::resolve::{bound, variable};
use crate::rir::visit::{Visit, VisitMut, walk_expr, walk_expr_mut, walk_stmt};
use crate::rir::{BinOp, Block, Closure, Expr, Fn, Pat, Stmt, Ty};

/// Methods of the runtime's containers and texts that take `&self` and give what is its own.
const LOOKING: &[&str] = &[
    "add",
    "append",
    "appendleft",
    "at",
    "class_name",
    "clear",
    "concat",
    "contains",
    "copy",
    "delete",
    "discard",
    "get",
    "index",
    "insert",
    "is",
    "is_empty",
    "is_none",
    "is_some",
    "len",
    "payload",
    "pop",
    "popleft",
    "push",
    "remove",
    "repeat",
    "set",
    "slice",
    "slice_by",
    "strip",
    "try_at",
    "try_delete",
    "try_pop",
    "try_popleft",
    "try_remove",
    "try_set",
];

/// Methods of texts alone that take `&str`: a container of texts has none of the name that is given one.
const OF_TEXTS: &[&str] = &[
    "concat",
    "endswith",
    "find",
    "lstrip_chars",
    "partition",
    "removeprefix",
    "removesuffix",
    "replace",
    "rfind",
    "rpartition",
    "rstrip_chars",
    "split",
    "startswith",
    "strip_chars",
    "try_split",
];

/// What opens an `Option`.
const OPENING: &[&str] = &["expect", "with_attribute", "try_with_attribute"];

/// Looks at the places of `func` where they are.
pub(super) fn run(func: &mut Fn) {
    let mut asked = Asked::default();
    asked.block(&func.body);
    let references = func.params.iter().filter(|param| matches!(param.ty, Ty::Ref(_) | Ty::RefMut(_)));
    let references = references.map(|param| param.name.clone()).collect();
    let mut bound = Bound::default();
    bound.block(&func.body);
    LookedAt { asked: asked.0, references, bound: bound.0 }.block(&mut func.body);
}

/// The variables that patterns bind, which may be references.
#[derive(Default)]
struct Bound(FxHashSet<String>);

impl Visit for Bound {
    fn stmt(&mut self, stmt: &Stmt) {
        match stmt {
            // One that is declared holds what it is given.
            Stmt::Let { pat: Pat::Bind(..), init, .. }
                if !matches!(init, Some(Expr::Ref(_) | Expr::RefMut(_))) =>
            {
                init.iter().for_each(|init| self.expr(init));
            }
            stmt => walk_stmt(self, stmt),
        }
    }

    fn pat(&mut self, pat: &Pat) {
        self.0.extend(bound(pat));
    }
}

/// The places that are asked whether they hold a value, as they are written. Clippy wants an `if let` of who opens one in
/// place after that, which cannot be had beside another condition.
#[derive(Default)]
struct Asked(FxHashSet<String>);

impl Visit for Asked {
    fn expr(&mut self, expr: &Expr) {
        if let Expr::Method(place, name, _, _) = expr
            && matches!(name.as_str(), "is_some" | "is_none")
        {
            self.0.insert(format!("{place:?}"));
        }
        walk_expr(self, expr);
    }
}

struct LookedAt {
    asked: FxHashSet<String>,
    /// Parameters that are references.
    references: FxHashSet<String>,
    /// Variables of which nobody knows whether they are.
    bound: FxHashSet<String>,
}

impl VisitMut for LookedAt {
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr_mut(self, expr);
        match expr {
            Expr::Method(receiver, name, _, args) => {
                if LOOKING.contains(&name.as_str()) && cloned(receiver).is_some_and(|root| looks(root, args))
                {
                    unclone(receiver);
                } else if matches!(name.as_str(), "is_some_and" | "is_none_or")
                    && let [Expr::Closure(closure)] = args.as_mut_slice()
                    && cloned(receiver).is_some_and(|root| looks(root, std::slice::from_ref(&closure.body)))
                    && borrows(closure)
                {
                    as_ref(receiver);
                } else if !CONSUMING.contains(&name.as_str()) && !name.starts_with("into_") {
                    self.open(receiver, args);
                }
                if OF_TEXTS.contains(&name.as_str()) {
                    for arg in args.iter_mut() {
                        if let Expr::Ref(value) = &*arg
                            && let Some(text) = value.literal_text()
                        {
                            *arg = Expr::Str(text.to_owned());
                        }
                    }
                }
                for at in 0..args.len() {
                    let others = args.iter().enumerate().filter(|(other, _)| *other != at);
                    let others = others.map(|(_, other)| other).chain([&**receiver]);
                    if let Expr::Ref(value) = &args[at]
                        && !value.clone_of().and_then(variable).is_some_and(|name| self.bound.contains(name))
                        && cloned(value)
                            .is_some_and(|root| others.into_iter().all(|other| is_looked_at(root, other)))
                        && let Expr::Ref(value) = &mut args[at]
                    {
                        unclone(value);
                        // A reference is handed on.
                        if variable(value).is_some_and(|name| self.references.contains(name)) {
                            args[at] = std::mem::replace(&mut **value, Expr::unit());
                        }
                    }
                }
            }
            Expr::Field(object, _) => self.open(object, &[]),
            Expr::IfLet(Pat::Call(_, inner), value, then, _) => {
                if let [Pat::Bind(name, false)] = inner.as_slice()
                    && matches!(value.clone_of(), Some(Expr::Field(..)))
                    && cloned(value).is_some_and(|root| is_looked_at(root, &Expr::Block(then.clone())))
                    && is_lent(name, then)
                    && let Expr::Method(place, ..) = &mut **value
                {
                    let place = std::mem::replace(&mut **place, Expr::unit());
                    **value = place.by_ref();
                }
            }
            Expr::Binary(op, left, right) if op.is_comparison() => {
                let is_place = |side: &Expr, other: &Expr| {
                    matches!(side.clone_of(), Some(Expr::Field(..)))
                        && cloned(side).is_some_and(|root| is_looked_at(root, other))
                };
                if is_place(left, right) {
                    unclone(left);
                }
                if is_place(right, left) {
                    unclone(right);
                }
                // A literal comes last, and is compared as it is.
                if matches!(op, BinOp::Eq | BinOp::Ne) && left.literal_text().is_some() {
                    std::mem::swap(left, right);
                }
                if matches!(op, BinOp::Eq | BinOp::Ne)
                    && let Some(text) = right.literal_text()
                    && !matches!(**left, Expr::Str(_))
                {
                    **right = Expr::Str(text.to_owned());
                }
            }
            _ => {}
        }
    }
}

impl LookedAt {
    /// Opens a place itself where `object` is a clone of it, opened; looks at the attribute of a place itself.
    fn open(&self, object: &mut Expr, args: &[Expr]) {
        if let Expr::Field(of, _) | Expr::TupleField(of, _) = object
            && cloned(of).is_some_and(|root| looks(root, args))
        {
            unclone(of);
        }
        let opening = match object {
            Expr::Try(opening) | Expr::Attempt(_, opening) => &mut **opening,
            opening => opening,
        };
        if let Expr::Method(option, name, _, _) = opening
            && OPENING.contains(&name.as_str())
            && cloned(option).is_some_and(|root| looks(root, args))
        {
            let is_asked = option.clone_of().is_some_and(|place| self.asked.contains(&format!("{place:?}")));
            if name != "expect" || !is_asked {
                as_ref(option);
            }
        }
    }
}

/// The variable of a place that `expr` clones: `x.clone()`, `self.name.clone()`.
fn cloned(expr: &Expr) -> Option<&str> {
    fn root(place: &Expr) -> Option<&str> {
        match place {
            Expr::Field(of, _) | Expr::Try(of) | Expr::Attempt(_, of) => root(of),
            Expr::Method(of, name, _, _) if name == "as_ref" || OPENING.contains(&name.as_str()) => root(of),
            place if super::is_named(place, "self") => Some("self"),
            place => variable(place),
        }
    }
    root(expr.clone_of()?)
}

/// `x` of `x.clone()`.
fn unclone(expr: &mut Expr) {
    if let Expr::Method(place, ..) = expr {
        *expr = std::mem::replace(&mut **place, Expr::unit());
    }
}

/// `x.as_ref()` of `x.clone()`.
fn as_ref(expr: &mut Expr) {
    if let Expr::Method(_, name, ..) = expr {
        "as_ref".clone_into(name);
    }
}

fn looks(root: &str, args: &[Expr]) -> bool {
    args.iter().all(|arg| is_looked_at(root, arg))
}

/// Whether `expr` only looks at the variable `name`: what it reads of it are attributes.
fn is_looked_at(name: &str, expr: &Expr) -> bool {
    struct Looked<'a> {
        name: &'a str,
        is_all: bool,
    }
    impl Looked<'_> {
        fn is_it(&self, expr: &Expr) -> bool {
            variable(expr) == Some(self.name) || (self.name == "self" && super::is_named(expr, "self"))
        }
    }
    impl Visit for Looked<'_> {
        fn expr(&mut self, expr: &Expr) {
            match expr {
                // What it is, or one of its attributes, becomes another.
                Expr::Assign(place, value) | Expr::AssignOp(_, place, value) => {
                    self.is_all &= !Mentions::in_expr(self.name, place);
                    self.expr(value);
                }
                // An attribute that is read, or changed as a cell of a shared object.
                Expr::Field(of, _) if self.is_it(of) => {}
                expr if expr.clone_of().is_some_and(|of| self.is_it(of)) => {}
                expr => {
                    self.is_all &= !self.is_it(expr);
                    walk_expr(self, expr);
                }
            }
        }
    }
    let mut looked = Looked { name, is_all: true };
    looked.expr(expr);
    looked.is_all
}

/// Whether all that `block` does with the variable `name` is to call its methods and to read its attributes.
fn is_lent(name: &str, block: &Block) -> bool {
    let mut lent = Lent { name, n_lent: 0, n_all: 0 };
    lent.block(block);
    lent.n_lent == lent.n_all
}

struct Lent<'a> {
    name: &'a str,
    n_lent: u32,
    n_all: u32,
}

impl Visit for Lent<'_> {
    fn expr(&mut self, expr: &Expr) {
        let is_it = |expr: &Expr| variable(expr) == Some(self.name);
        let lends = match expr {
            Expr::Method(of, method, _, _) => is_it(of) && !CONSUMING.contains(&method.as_str()),
            Expr::Field(of, _) => is_it(of),
            _ => false,
        };
        self.n_lent += u32::from(lends);
        self.n_all += u32::from(is_it(expr));
        walk_expr(self, expr);
    }
}

/// Has `closure` take a reference, where all that it does with what it is given is to look at it.
fn borrows(closure: &mut Closure) -> bool {
    let [(Pat::Bind(name, _), None)] = closure.params.as_slice() else { return false };
    let mut given = Given { name, n_looked: 0, n_compared: 0 };
    given.expr(&mut closure.body.clone());
    let all = Counts::of(&closure.body).0.get(name).copied().unwrap_or_default();
    if all != given.n_looked + given.n_compared {
        return false;
    }
    Given { name, n_looked: 0, n_compared: 0 }.expr(&mut closure.body);
    true
}

/// Reads a variable that is a reference now.
struct Given<'a> {
    name: &'a str,
    n_looked: u32,
    n_compared: u32,
}

impl VisitMut for Given<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        let is_it = |expr: &Expr| variable(expr) == Some(self.name);
        match expr {
            Expr::Method(of, name, _, _) if is_it(of) && LOOKING.contains(&name.as_str()) => {
                self.n_looked += 1
            }
            Expr::Field(of, _) if is_it(of) => self.n_looked += 1,
            Expr::Binary(op, left, right) if op.is_comparison() => {
                for side in [left, right] {
                    if is_it(side) {
                        self.n_compared += 1;
                        **side = std::mem::replace(&mut **side, Expr::unit()).deref();
                    }
                }
            }
            _ => {}
        }
        walk_expr_mut(self, expr);
    }
}
