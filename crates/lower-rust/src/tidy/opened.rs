//! An attribute that was asked for `None` is opened once, where it was asked.
//!
//! ```text
//! if node.left.get().is_none() {                           if let Some(left) = node.left.get() {
//!     node.left.set(Some(new));                                insert(left, key);
//! } else {                                                 } else {
//!     insert(node.left.get().expect("…"), key);                node.left.set(Some(new));
//! }                                                        }
//! while node.next.get().is_some() {                        while let Some(next) = node.next.get() {
//!     node = node.next.get().expect("…");                      node = next;
//! }                                                        }
//! ```
//!
//! What is read again after something was done may be another object: that stays as it is.

use rustc_hash::FxHashMap;

use super::fields::held;
use super::inline::is_quiet;
use super::makes_a_value;
use super::narrow::{CONSUMING, Held, if_let};
use super::resolve::{renamed, variable};
use crate::rir::visit::{VisitMut, walk_block_mut, walk_expr_mut};
use crate::rir::{Block, Expr, Fn, Pat, Path, Stmt, Ty};

/// Opens the attributes of `func`; `attributes` are the types of those that are of one in all classes.
pub(super) fn run(func: &mut Fn, attributes: &FxHashMap<String, Ty>) {
    Opened { attributes, count: 0 }.block(&mut func.body);
}

struct Opened<'a> {
    attributes: &'a FxHashMap<String, Ty>,
    count: u32,
}

impl VisitMut for Opened<'_> {
    fn block(&mut self, block: &mut Block) {
        self.guards(block);
        walk_block_mut(self, block);
    }

    fn expr(&mut self, expr: &mut Expr) {
        let taken = std::mem::replace(expr, Expr::unit());
        *expr = match taken {
            Expr::If(test, mut then, otherwise) => match asked(&test) {
                Some((place, true)) => match self.open(&place, &mut then) {
                    Some(pat) => if_let((pat, place, Held::Copied), then, otherwise),
                    None => Expr::If(test, then, otherwise),
                },
                Some((place, false)) => self.asked_for_none(place, test, then, otherwise),
                None => Expr::If(test, then, otherwise),
            },
            Expr::While(label, test, mut body) => match asked(&test) {
                Some((place, true)) => match self.open(&place, &mut body) {
                    Some(pat) => Expr::WhileLet(label, pat, Box::new(place), body),
                    None => Expr::While(label, test, body),
                },
                _ => Expr::While(label, test, body),
            },
            other => other,
        };
        walk_expr_mut(self, expr);
    }
}

impl Opened<'_> {
    /// `if x.next.get().is_none() { out }` in a block opens the attribute for what follows.
    fn guards(&mut self, block: &mut Block) {
        for at in 0..block.stmts.len() {
            let Stmt::Expr(Expr::If(test, out, None)) = &block.stmts[at] else { continue };
            let Some((place, false)) = asked(test) else { continue };
            if !out.diverges() {
                continue;
            }
            let mut rest = Block { stmts: block.stmts.split_off(at + 1), tail: block.tail.take() };
            if let Some(pat) = self.open(&place, &mut rest)
                && let Some(Stmt::Expr(Expr::If(_, out, None))) = block.stmts.pop()
            {
                block.stmts.push(Stmt::LetElse(pat, Box::new(place), out));
            }
            block.stmts.append(&mut rest.stmts);
            block.tail = rest.tail;
        }
    }

    /// `if x.next.get().is_none() { … } else { … }`.
    fn asked_for_none(
        &mut self,
        place: Expr,
        test: Box<Expr>,
        then: Block,
        otherwise: Option<Box<Expr>>,
    ) -> Expr {
        let Some(otherwise) = otherwise else { return Expr::If(test, then, None) };
        let mut block = match *otherwise {
            Expr::Block(block) => block,
            other => Block::of(other),
        };
        match self.open(&place, &mut block) {
            Some(pat) => if_let((pat, place, Held::Copied), block, Some(Box::new(Expr::Block(then)))),
            None => {
                let is_chain = block.stmts.is_empty()
                    && matches!(block.tail.as_deref(), Some(Expr::If(..) | Expr::IfLet(..)));
                let otherwise = if is_chain { block.into_expr() } else { Expr::Block(block) };
                Expr::If(test, then, Some(Box::new(otherwise)))
            }
        }
    }

    /// Opens `place` in `block`: the pattern that gives its value a name.
    fn open(&mut self, place: &Expr, block: &mut Block) -> Option<Pat> {
        let Expr::Method(field, ..) = place else { return None };
        let Expr::Field(_, attribute) = &**field else { return None };
        self.count += 1;
        let name = renamed(attribute, &format!("{attribute}@opened{}", self.count));
        let mut read = Read { place: format!("{place:?}"), name: &name, is_done: false, count: 0 };
        read.block(block);
        let count = read.count;
        if count == 1 || self.is_number(attribute) {
            Taken(&name).block(block);
        }
        (count > 0).then(|| Pat::Call(Path::local("Some"), vec![Pat::Bind(name, false)]))
    }

    /// Whether an attribute that may be `None` is a number otherwise.
    fn is_number(&self, attribute: &str) -> bool {
        let held = self.attributes.get(attribute).and_then(held);
        matches!(held, Some(Ty::Named(Path::Local(option), args))
            if option == "Option"
                && matches!(args.as_slice(), [Ty::Named(Path::Local(name), _)] if matches!(&**name, "bool" | "f64" | "i64")))
    }
}

/// Takes a variable as it is, instead of clones of it.
struct Taken<'n>(&'n str);

impl VisitMut for Taken<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        if expr.clone_of().and_then(variable) == Some(self.0) {
            *expr = Expr::local(self.0);
        }
        walk_expr_mut(self, expr);
    }
}

/// The attribute `x.next.get()` that is asked about, and whether for a value.
fn asked(test: &Expr) -> Option<(Expr, bool)> {
    let Expr::Method(place, name, _, _) = test else { return None };
    let is_question = matches!(name.as_str(), "is_some" | "is_none");
    (is_question && is_attribute(place)).then(|| ((**place).clone(), name == "is_some"))
}

/// `x.next.get()`, `self.root.get()`, `x.next.get().expect("…").next.get()`.
fn is_attribute(expr: &Expr) -> bool {
    let Expr::Method(field, get, _, args) = expr else { return false };
    let Expr::Field(object, _) = &**field else { return false };
    get == "get" && args.is_empty() && (variable(object).is_some() || super::is_named(object, "self"))
}

/// Reads the opened attribute, in order of evaluation, until something is done.
struct Read<'a> {
    place: String,
    name: &'a str,
    is_done: bool,
    count: u32,
}

impl Read<'_> {
    /// Whether it is `place.expect("…")`.
    fn is_it(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Method(place, name, _, _) => name == "expect" && format!("{place:?}") == self.place,
            _ => false,
        }
    }
}

impl VisitMut for Read<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        if self.is_done {
            return;
        }
        match expr {
            Expr::Method(object, name, ..) if self.is_it(object) && !CONSUMING.contains(&name.as_str()) => {
                **object = Expr::local(self.name);
                self.count += 1;
            }
            Expr::Field(object, _) if self.is_it(object) => {
                **object = Expr::local(self.name);
                self.count += 1;
                return;
            }
            _ if self.is_it(expr) => {
                *expr = Expr::local(self.name).cloned();
                self.count += 1;
                return;
            }
            // What is evaluated again, or later.
            Expr::Loop(..)
            | Expr::While(..)
            | Expr::WhileLet(..)
            | Expr::Closure(_)
            | Expr::AsyncMove(_)
            | Expr::Labelled(..) => {
                self.is_done = true;
                return;
            }
            Expr::For(_, _, iter, _) => {
                self.expr(iter);
                self.is_done = true;
                return;
            }
            _ => {}
        }
        walk_expr_mut(self, expr);
        self.is_done |= match expr {
            Expr::Method(of, name, _, args) => {
                let looks =
                    matches!(name.as_str(), "clone" | "get" | "expect" | "is_some" | "is_none" | "is");
                !(looks && (args.is_empty() || is_quiet(of) || name == "expect"))
            }
            Expr::Call(callee, _) => !makes_a_value(callee),
            Expr::Assign(..) | Expr::AssignOp(..) | Expr::Await(_) => true,
            _ => false,
        };
    }
}
