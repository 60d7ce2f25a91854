//! A variable that was asked for `None` is opened once, where it was asked.
//!
//! ```text
//! if node.is_none() { return 0; }                 let Some(node) = node else { return 0 };
//! node.clone().expect("…").value                  node.value
//! if node.is_some() { f(&node.clone().expect("…")); }     if let Some(node) = &node { f(node); }
//! while node.is_some() {                          while let Some(it) = node.clone() {
//!     node = node.clone().expect("…").next;           node = it.next;
//! }                                               }
//! ```
//!
//! The variable stays as it is as long as it is only opened in what follows; what is borrowed is not assigned meanwhile.

use rustc_hash::FxHashSet;

use super::resolve::{captured, variable};
use crate::rir::visit::{Visit, VisitMut, leaves, walk_block_mut, walk_expr, walk_expr_mut};
use crate::rir::{Block, Closure, Expr, Fn, Pat, Path, Stmt, Ty};

/// Methods of the standard library and of exceptions that take their receiver.
pub(super) const CONSUMING: &[&str] =
    &["caused_by", "expect", "map", "ok", "tried", "uncaught", "unwrap_or", "with", "without_cause"];

/// Opens the variables of `func`.
pub(super) fn run(func: &mut Fn) {
    let references = func.params.iter().filter(|param| matches!(param.ty, Ty::Ref(_)));
    let mut narrow = Narrow {
        count: 0,
        held: captured(&func.body),
        references: references.map(|param| param.name.clone()).collect(),
    };
    narrow.block(&mut func.body);
}

struct Narrow {
    count: u32,
    held: FxHashSet<String>,
    /// Parameters that are references.
    references: FxHashSet<String>,
}

/// How the opened value is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Held {
    /// It is copied out.
    Copied,
    /// By reference.
    Lent,
    /// It is a clone of its own.
    Owned,
}

impl VisitMut for Narrow {
    fn block(&mut self, block: &mut Block) {
        self.guards(block);
        walk_block_mut(self, block);
    }

    fn expr(&mut self, expr: &mut Expr) {
        let taken = std::mem::replace(expr, Expr::unit());
        *expr = match taken {
            Expr::If(test, mut then, otherwise) => match asked(&test) {
                Some((name, true)) => match self.open(&name, &mut then) {
                    Some(opened) => if_let(opened, then, otherwise),
                    None => Expr::If(test, then, otherwise),
                },
                Some((name, false)) => self.asked_for_none(&name, test, then, otherwise),
                None => Expr::If(test, then, otherwise),
            },
            Expr::While(label, test, mut body) => match asked(&test) {
                Some((name, true)) => match self.step(&name, &mut body) {
                    Some((pat, value)) => Expr::WhileLet(label, pat, Box::new(value), body),
                    None => Expr::While(label, test, body),
                },
                _ => Expr::While(label, test, body),
            },
            other => other,
        };
        walk_expr_mut(self, expr);
    }
}

impl Narrow {
    /// `if x.is_none() { out }` in a block opens `x` for what follows.
    fn guards(&mut self, block: &mut Block) {
        for at in 0..block.stmts.len() {
            let Stmt::Expr(Expr::If(test, out, None)) = &block.stmts[at] else { continue };
            let Some((name, false)) = asked(test) else { continue };
            if !out.diverges() {
                continue;
            }
            let mut rest =
                Block { stmts: block.stmts.split_off(at + 1), tail: std::mem::take(&mut block.tail) };
            let opened = self.open(&name, &mut rest);
            if let Some((pat, value, _)) = opened
                && let Some(Stmt::Expr(Expr::If(_, out, None))) = block.stmts.pop()
            {
                block.stmts.push(Stmt::LetElse(pat, Box::new(value), out));
            }
            block.stmts.append(&mut rest.stmts);
            block.tail = rest.tail;
        }
    }

    /// `if x.is_none() { … } else { … }`.
    fn asked_for_none(
        &mut self,
        name: &str,
        test: Box<Expr>,
        then: Block,
        otherwise: Option<Box<Expr>>,
    ) -> Expr {
        let mut block = match otherwise.map(|otherwise| *otherwise) {
            Some(Expr::Block(block)) => block,
            Some(other) => Block::of(other),
            None => return Expr::If(test, then, None),
        };
        match self.open(name, &mut block) {
            Some(opened) => if_let(opened, block, Some(Box::new(Expr::Block(then)))),
            None => {
                let otherwise = if matches!(block.tail.as_deref(), Some(Expr::If(..) | Expr::IfLet(..))) {
                    block.into_expr()
                } else {
                    Expr::Block(block)
                };
                Expr::If(test, then, Some(Box::new(otherwise)))
            }
        }
    }

    /// Opens `name` in `block`: the pattern, and what it is matched with.
    fn open(&mut self, name: &str, block: &mut Block) -> Option<(Pat, Expr, Held)> {
        let mut uses = Uses::of(name);
        uses.block(block);
        if self.held.contains(name) || uses.other || uses.assigned > 0 || uses.opened + uses.cloned == 0 {
            return None;
        }
        // What is opened in place is copied.
        let held = match (uses.opened, uses.cloned) {
            (_, 0) => Held::Copied,
            (0, _) => Held::Lent,
            _ => return None,
        };
        let value = Expr::local(name);
        let is_reference = self.references.contains(name);
        if is_reference && held == Held::Copied {
            return None;
        }
        let value = if held == Held::Lent && !is_reference { value.by_ref() } else { value };
        Some((self.rename(name, held, block), value, held))
    }

    /// A loop that ends by taking the next: `while x.is_some() { …; x = x.expect(…).next; }`.
    fn step(&mut self, name: &str, body: &mut Block) -> Option<(Pat, Expr)> {
        let mut uses = Uses::of(name);
        uses.block(body);
        let is_last = match (body.stmts.last(), &body.tail) {
            (Some(Stmt::Expr(Expr::Assign(place, _))), None) => variable(place) == Some(name),
            _ => false,
        };
        if self.held.contains(name)
            || self.references.contains(name)
            || uses.other
            || uses.opened > 0
            || uses.cloned == 0
            || uses.assigned != 1
            || !is_last
        {
            return None;
        }
        let value = Expr::local(name).cloned();
        Some((self.rename(name, Held::Owned, body), value))
    }

    fn rename(&mut self, name: &str, held: Held, block: &mut Block) -> Pat {
        self.count += 1;
        let inner = format!("{name}.{}", self.count);
        Opened { name, inner: &inner, held }.block(block);
        Pat::Call(Path::local("Some"), vec![Pat::Bind(inner, false)])
    }
}

/// `if let pat = value { then } else { otherwise }`; `value.map(…)` where that is what it does.
pub(super) fn if_let(
    (pat, value, held): (Pat, Expr, Held),
    then: Block,
    otherwise: Option<Box<Expr>>,
) -> Expr {
    let is_none = |expr: &Expr| matches!(expr, Expr::Path(Path::Local(name)) if name == "None");
    let gives_none = match otherwise.as_deref() {
        Some(Expr::Block(block)) => block.stmts.is_empty() && block.tail.as_deref().is_some_and(is_none),
        Some(other) => is_none(other),
        None => false,
    };
    if let (true, Pat::Call(_, bound), Some(Expr::Call(callee, args))) =
        (gives_none && then.stmts.is_empty(), &pat, then.tail.as_deref())
        && matches!(&**callee, Expr::Path(Path::Local(name)) if name == "Some")
        && let ([Pat::Bind(name, _)], [mapped]) = (bound.as_slice(), args.as_slice())
        && !leaves(mapped)
    {
        let closure = Closure {
            params: vec![(Pat::Bind(name.clone(), false), None)],
            ret: None,
            body: Box::new(mapped.clone()),
            is_move: false,
        };
        let option = match value {
            Expr::Ref(place) => place.method("as_ref", Vec::new()),
            value if held == Held::Copied => value,
            value => value.method("as_ref", Vec::new()),
        };
        return option.method("map", vec![Expr::Closure(closure)]);
    }
    Expr::IfLet(pat, Box::new(value), then, otherwise)
}

/// The variable that `x.is_some()` asks about, and whether it asks for a value.
fn asked(test: &Expr) -> Option<(String, bool)> {
    match test {
        Expr::Method(value, name, _, _) if name == "is_some" || name == "is_none" => {
            variable(value).map(|variable| (variable.to_owned(), name == "is_some"))
        }
        _ => None,
    }
}

/// The variable of `x.expect(…)`, and whether it is `x.clone().expect(…)`.
fn expected(expr: &Expr) -> Option<(&str, bool)> {
    let Expr::Method(value, name, _, _) = expr else { return None };
    if name != "expect" {
        return None;
    }
    match value.clone_of() {
        Some(inner) => variable(inner).map(|name| (name, true)),
        None => variable(value).map(|name| (name, false)),
    }
}

/// How a variable is used.
struct Uses<'n> {
    name: &'n str,
    opened: u32,
    cloned: u32,
    assigned: u32,
    other: bool,
}

impl<'n> Uses<'n> {
    fn of(name: &'n str) -> Self {
        Uses { name, opened: 0, cloned: 0, assigned: 0, other: false }
    }
}

impl Visit for Uses<'_> {
    fn expr(&mut self, expr: &Expr) {
        if let Some((name, is_clone)) = expected(expr)
            && name == self.name
        {
            if is_clone {
                self.cloned += 1;
            } else {
                self.opened += 1;
            }
            return;
        }
        match expr {
            Expr::Assign(place, value) if variable(place) == Some(self.name) => {
                self.assigned += 1;
                self.expr(value);
            }
            _ => {
                self.other |= variable(expr) == Some(self.name);
                walk_expr(self, expr);
            }
        }
    }
}

/// `x.expect(…)` becomes the variable that a pattern bound.
struct Opened<'a> {
    name: &'a str,
    inner: &'a str,
    held: Held,
}

impl Opened<'_> {
    fn is_it(&self, expr: &Expr) -> bool {
        expected(expr).is_some_and(|(name, _)| name == self.name)
    }
}

impl VisitMut for Opened<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        let inner = || Expr::local(self.inner);
        match expr {
            Expr::Method(receiver, name, _, args)
                if self.is_it(receiver) && !CONSUMING.contains(&name.as_str()) =>
            {
                **receiver = inner();
                args.iter_mut().for_each(|arg| self.expr(arg));
            }
            Expr::Field(object, _) if self.is_it(object) => **object = inner(),
            Expr::Ref(value) if self.is_it(value) => {
                *expr = if self.held == Held::Lent { inner() } else { inner().by_ref() };
            }
            _ if self.is_it(expr) => {
                *expr = if self.held == Held::Copied { inner() } else { inner().cloned() };
            }
            _ => walk_expr_mut(self, expr),
        }
    }
}
