//! Declarations where the value comes: a `let` without a value joins the statement that gives it one.
//!
//! ```text
//! let x: i64; f(); x = 1;                          f(); let x: i64 = 1;
//! let x = f(); x                                   f()
//! let x: i64; f(); while c { x = 1; }              f(); let x: i64; while c { x = 1; }
//! let x: i64; if c { x = 1; } else { x = 2; }      let x: i64 = if c { 1 } else { 2 };
//! let x: i64; while c { x = 1; g(x); }             while c { let x: i64 = 1; g(x); }
//! ```

use super::mentions::Mentions;
use super::resolve::variable;
use crate::rir::visit::{Visit, VisitMut, walk_block_mut, walk_expr, walk_expr_mut, walk_stmt_mut};
use crate::rir::{Block, Expr, Fn, Pat, Stmt, Ty};

/// Joins the declarations of `func`; `has_ends` where it is seen when a variable lets go of what it holds.
pub(super) fn run(func: &mut Fn, has_ends: bool) {
    Late { has_ends }.block(&mut func.body);
}

struct Late {
    has_ends: bool,
}

impl VisitMut for Late {
    fn block(&mut self, block: &mut Block) {
        walk_block_mut(self, block);
        let mut at = 0;
        while at < block.stmts.len() {
            if !join(block, at, self.has_ends) {
                at += 1;
            }
        }
        at_once(block);
    }
}

/// `let x = v; x` at the end of a block is `v`.
fn at_once(block: &mut Block) {
    let named = match (block.stmts.as_slice(), &block.tail) {
        ([.., Stmt::Let { pat: Pat::Bind(name, _), init: Some(init), .. }], Some(tail)) => {
            variable(tail) == Some(name) && !super::flow::Attempts::inside(init)
        }
        _ => false,
    };
    if named && let Some(Stmt::Let { init, .. }) = block.stmts.pop() {
        block.tail = init.map(Box::new);
    }
    let returned = match (block.stmts.as_slice(), &block.tail) {
        (
            [
                ..,
                Stmt::Let { pat: Pat::Bind(name, _), init: Some(init), .. },
                Stmt::Expr(Expr::Return(Some(value))),
            ],
            None,
        ) => variable(value) == Some(name) && !super::flow::Attempts::inside(init),
        _ => false,
    };
    if returned {
        block.stmts.pop();
        if let Some(Stmt::Let { init: Some(init), .. }) = block.stmts.pop() {
            block.stmts.push(Stmt::Expr(Expr::Return(Some(Box::new(init)))));
        }
    }
}

/// Joins the declaration at `at` with the first statement that mentions it, where that gives it its value.
fn join(block: &mut Block, at: usize, has_ends: bool) -> bool {
    let Stmt::Let { pat: Pat::Bind(name, _), init: None, .. } = &block.stmts[at] else { return false };
    let name = name.clone();
    let Some(to) = (at + 1..block.stmts.len()).find(|&n| Mentions::in_stmt(&name, &block.stmts[n])) else {
        let is_tail = block.tail.as_ref().is_some_and(|tail| Mentions::in_expr(&name, tail));
        if !is_tail {
            // All that was ever stored there is gone.
            block.stmts.remove(at);
        }
        return !is_tail;
    };
    let gives_it = matches!(&block.stmts[to], Stmt::Expr(first) if gives(&name, first));
    let Stmt::Expr(first) = &mut block.stmts[to] else { return !has_ends && sink(block, at, to) };
    if !gives_it {
        return !has_ends && sink(block, at, to);
    }
    let init = Some(give(&name, std::mem::replace(first, Expr::unit())));
    let Stmt::Let { pat, ty, .. } = block.stmts.remove(at) else { return false };
    block.stmts[to - 1] = Stmt::Let { pat, ty, init };
    true
}

/// Moves the declaration at `at` to where it is needed, before the statement at `to` and the declarations that stand there.
fn sink(block: &mut Block, at: usize, to: usize) -> bool {
    let (name, ty) = match &block.stmts[at] {
        Stmt::Let { pat: Pat::Bind(name, _), ty: Some(ty), .. } => (name.clone(), ty.clone()),
        _ => return false,
    };
    let mut homes = Homes { name: &name, ty: &ty, is_all: true, declares: false };
    homes.statements(block, at + 1);
    if homes.is_all {
        homes.declares = true;
        homes.statements(block, at + 1);
        block.stmts.remove(at);
        return true;
    }
    let is_declaration = |stmt: &Stmt| matches!(stmt, Stmt::Let { init: None, .. });
    let n_declared = block.stmts[at + 1..to].iter().rev().take_while(|stmt| is_declaration(stmt)).count();
    block.stmts[at..to - n_declared].rotate_left(1);
    to - n_declared > at + 1
}

/// The blocks in which a variable is given a value before all else, and which nothing but them mentions.
struct Homes<'a> {
    name: &'a str,
    ty: &'a Ty,
    /// Whether all that mentions it is in one.
    is_all: bool,
    /// Whether the first assignment of each becomes a declaration.
    declares: bool,
}

impl Homes<'_> {
    /// Looks for homes in the statements of `block` from `start` on, each of which mentions the variable in homes only.
    fn statements(&mut self, block: &mut Block, start: usize) {
        for stmt in &mut block.stmts[start..] {
            if Mentions::in_stmt(self.name, stmt) {
                walk_stmt_mut(self, stmt);
            }
        }
        if let Some(tail) = &mut block.tail
            && Mentions::in_expr(self.name, tail)
        {
            self.expr(tail);
        }
    }
}

impl VisitMut for Homes<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        match expr {
            // What runs later may find what another run has left.
            Expr::Closure(_) | Expr::AsyncMove(_) => {
                self.is_all &= !Mentions::in_expr(self.name, expr);
            }
            expr => {
                self.is_all &= variable(expr) != Some(self.name);
                walk_expr_mut(self, expr);
            }
        }
    }

    fn block(&mut self, block: &mut Block) {
        let first = block.stmts.iter().position(|stmt| Mentions::in_stmt(self.name, stmt));
        let given = first.filter(|&first| {
            matches!(&block.stmts[first], Stmt::Expr(Expr::Assign(place, value))
                if variable(place) == Some(self.name) && !Mentions::in_expr(self.name, value))
        });
        let Some(given) = given else { return self.statements(block, 0) };
        if self.declares
            && let Stmt::Expr(Expr::Assign(_, value)) =
                std::mem::replace(&mut block.stmts[given], Stmt::Expr(Expr::unit()))
        {
            let is_mut = block.stmts[given + 1..].iter().any(|stmt| {
                let mut assigned = Assigned { name: self.name, is_found: false };
                assigned.stmt(stmt);
                assigned.is_found
            });
            let (pat, ty) = (Pat::Bind(self.name.to_owned(), is_mut), Some(self.ty.clone()));
            block.stmts[given] = Stmt::Let { pat, ty, init: Some(*value) };
        }
    }
}

/// Looks for an assignment.
struct Assigned<'a> {
    name: &'a str,
    is_found: bool,
}

impl Visit for Assigned<'_> {
    fn expr(&mut self, expr: &Expr) {
        if let Expr::Assign(place, _) | Expr::AssignOp(_, place, _) | Expr::RefMut(place) = expr {
            self.is_found |= variable(place) == Some(self.name);
        }
        walk_expr(self, expr);
    }
}

/// Whether `expr` does nothing with `name` but to give it its value at its very end.
fn gives(name: &str, expr: &Expr) -> bool {
    match expr {
        Expr::Assign(place, value) => variable(place) == Some(name) && !Mentions::in_expr(name, value),
        Expr::If(test, then, Some(otherwise)) => {
            !Mentions::in_expr(name, test) && block_gives(name, then) && gives_or_leaves(name, otherwise)
        }
        Expr::IfLet(_, value, then, Some(otherwise)) => {
            !Mentions::in_expr(name, value) && block_gives(name, then) && gives_or_leaves(name, otherwise)
        }
        Expr::Match(value, arms) => {
            !Mentions::in_expr(name, value)
                && arms.iter().all(|arm| {
                    arm.guard.as_ref().is_none_or(|guard| !Mentions::in_expr(name, guard))
                        && gives_or_leaves(name, &arm.body)
                })
                && arms.iter().any(|arm| !super::flow::never_ends(&arm.body))
        }
        Expr::Block(block) => block_gives(name, block),
        _ => false,
    }
}

fn gives_or_leaves(name: &str, expr: &Expr) -> bool {
    gives(name, expr) || (super::flow::never_ends(expr) && !Mentions::in_expr(name, expr))
}

fn block_gives(name: &str, block: &Block) -> bool {
    let (last, first) = match (&block.tail, block.stmts.as_slice()) {
        (Some(tail), stmts) => (&**tail, stmts),
        (None, [stmts @ .., Stmt::Expr(last)]) => (last, stmts),
        _ => return false,
    };
    !first.iter().any(|stmt| Mentions::in_stmt(name, stmt)) && gives_or_leaves(name, last)
}

/// The value that [`gives`] found.
fn give(name: &str, expr: Expr) -> Expr {
    match expr {
        Expr::Assign(place, value) if variable(&place) == Some(name) => *value,
        Expr::If(test, then, otherwise) => Expr::If(
            test,
            block_give(name, then),
            otherwise.map(|otherwise| Box::new(give(name, *otherwise))),
        ),
        Expr::IfLet(pat, value, then, otherwise) => Expr::IfLet(
            pat,
            value,
            block_give(name, then),
            otherwise.map(|otherwise| Box::new(give(name, *otherwise))),
        ),
        Expr::Match(value, mut arms) => {
            for arm in &mut arms {
                arm.body = give(name, std::mem::replace(&mut arm.body, Expr::unit()));
            }
            Expr::Match(value, arms)
        }
        Expr::Block(block) => block_give(name, block).into_expr(),
        other => other,
    }
}

fn block_give(name: &str, mut block: Block) -> Block {
    let last = match block.tail.take() {
        Some(tail) => Some(*tail),
        None => match block.stmts.pop() {
            Some(Stmt::Expr(last)) => Some(last),
            _ => None,
        },
    };
    let Some(last) = last else { return block };
    if super::flow::never_ends(&last) && !gives(name, &last) {
        block.stmts.push(Stmt::Expr(last));
    } else {
        block.tail = Some(Box::new(give(name, last)));
    }
    block
}
