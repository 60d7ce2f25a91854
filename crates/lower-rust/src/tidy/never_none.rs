//! A variable that is asked for `None` wherever it gets a value, and left there if it is, needs no `Option`.
//!
//! ```text
//! let mut node = find(name);                           let Some(mut node) = find(name) else { return };
//! if node.is_none() { return; }
//! for key in keys {                                    for key in keys {
//!     node = node.clone().expect("…").next.get();          let Some(next) = node.next.get() else { return };
//!     if node.is_none() { return; }                        node = next;
//! }                                                    }
//! ```

use rustc_hash::{FxHashMap, FxHashSet};

use super::mentions::{Counts, Mentions};
use super::resolve::{captured, variable};
use crate::rir::visit::{Visit, VisitMut, walk_block, walk_block_mut, walk_expr, walk_expr_mut};
use crate::rir::{Block, Expr, Fn, Pat, Path, Stmt, Ty};

/// Takes the `Option`s of `func` off.
pub(super) fn run(func: &mut Fn) {
    let mut found = Found::default();
    found.block(&func.body);
    if found.declared.is_empty() {
        return;
    }
    let mut counts = Counts::default();
    counts.block(&func.body);
    let held = captured(&func.body);
    found.declared.retain(|name| {
        let known = found.known.get(name).copied().unwrap_or_default();
        !held.contains(name) && counts.0.get(name) == Some(&known)
    });
    if !found.declared.is_empty() {
        Take { names: found.declared, count: 0 }.block(&mut func.body);
    }
}

/// What a value is, if it is one.
fn some(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::Call(callee, args) if super::is_named(callee, "Some") => args.first(),
        _ => None,
    }
}

/// The variable of `x.expect(…)`, or of `x.clone().expect(…)`.
fn expected(expr: &Expr) -> Option<&str> {
    let Expr::Method(value, name, _, _) = expr else { return None };
    let value = value.clone_of().unwrap_or(value);
    variable(value).filter(|_| name == "expect")
}

/// What leaves where `name` is `None`: `if name.is_none() { … }`.
fn guard<'s>(stmt: Option<&'s Stmt>, name: &str) -> Option<&'s Block> {
    let Some(Stmt::Expr(Expr::If(test, out, None))) = stmt else { return None };
    let Expr::Method(asked, is_none, _, _) = &**test else { return None };
    let is_mentioned = out.stmts.iter().any(|stmt| Mentions::in_stmt(name, stmt))
        || out.tail.as_deref().is_some_and(|tail| Mentions::in_expr(name, tail));
    (is_none == "is_none" && variable(asked) == Some(name) && out.diverges() && !is_mentioned).then_some(out)
}

/// The variable that a statement gives a value, which is declared by it or not.
fn given(stmt: &Stmt) -> Option<(&str, &Expr, bool)> {
    match stmt {
        Stmt::Let { pat: Pat::Bind(name, _), init: Some(init), ty } => {
            let is_option = ty
                .as_ref()
                .is_some_and(|ty| matches!(ty, Ty::Named(Path::Local(name), _) if name == "Option"));
            is_option.then_some((name.as_str(), init, true))
        }
        Stmt::Expr(Expr::Assign(place, value)) => variable(place).map(|name| (name, &**value, false)),
        _ => None,
    }
}

/// Variables that are given a value, or asked at once.
#[derive(Default)]
struct Found {
    declared: FxHashSet<String>,
    /// How often each is named in a way that is known.
    known: FxHashMap<String, u32>,
}

impl Found {
    fn know(&mut self, name: &str, count: u32) {
        *self.known.entry(name.to_owned()).or_default() += count;
    }
}

impl Visit for Found {
    fn block(&mut self, block: &Block) {
        for (at, stmt) in block.stmts.iter().enumerate() {
            let Some((name, value, is_declared)) = given(stmt) else { continue };
            let is_asked = guard(block.stmts.get(at + 1), name).is_some();
            if some(value).is_none() && !is_asked {
                continue;
            }
            if is_declared {
                self.declared.insert(name.to_owned());
            }
            // Assigned, and asked.
            self.know(name, u32::from(!is_declared) + u32::from(some(value).is_none()));
        }
        walk_block(self, block);
    }

    fn expr(&mut self, expr: &Expr) {
        if let Some(name) = expected(expr) {
            self.know(name, 1);
            return;
        }
        walk_expr(self, expr);
    }
}

struct Take {
    names: FxHashSet<String>,
    count: u32,
}

impl VisitMut for Take {
    fn block(&mut self, block: &mut Block) {
        let mut at = 0;
        while at < block.stmts.len() {
            at += self.give(block, at);
        }
        walk_block_mut(self, block);
    }

    fn expr(&mut self, expr: &mut Expr) {
        if expected(expr).is_some_and(|name| self.names.contains(name))
            && let Expr::Method(value, ..) = expr
        {
            *expr = std::mem::replace(value, Expr::unit());
            return;
        }
        walk_expr_mut(self, expr);
    }
}

impl Take {
    /// Gives the variable of the statement at `at` what the `Option` holds; how many statements that are now.
    fn give(&mut self, block: &mut Block, at: usize) -> usize {
        let Some((name, value, is_declared)) = given(&block.stmts[at]) else { return 1 };
        if !self.names.contains(name) {
            return 1;
        }
        let (name, held, option) = (name.to_owned(), some(value).cloned(), value.clone());
        let is_mut = matches!(&block.stmts[at], Stmt::Let { pat: Pat::Bind(_, true), .. });
        if let Some(held) = held {
            block.stmts[at] = if is_declared {
                Stmt::Let { pat: Pat::Bind(name, is_mut), ty: None, init: Some(held) }
            } else {
                Stmt::Expr(Expr::Assign(Box::new(Expr::local(name)), Box::new(held)))
            };
            return 1;
        }
        let Stmt::Expr(Expr::If(_, out, _)) = block.stmts.remove(at + 1) else { return 1 };
        let bound = if is_declared {
            name.clone()
        } else {
            self.count += 1;
            format!("{name}.{}", self.count)
        };
        let pat = Pat::Call(Path::local("Some"), vec![Pat::Bind(bound.clone(), is_mut)]);
        block.stmts[at] = Stmt::LetElse(pat, Box::new(option), out);
        if is_declared {
            return 1;
        }
        let assign = Expr::Assign(Box::new(Expr::local(name)), Box::new(Expr::local(bound)));
        block.stmts.insert(at + 1, Stmt::Expr(assign));
        2
    }
}
