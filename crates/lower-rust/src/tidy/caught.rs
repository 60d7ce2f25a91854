//! A `try` with one call that may raise is a `match` on what the call gives.
//!
//! ```text
//! let outcome: Result<(), Exception> = 'try_1: {       match parse(&text) {
//!     let n = attempt!('try_1: parse(&text));              Ok(n) => show(n),
//!     show(n);                                             Err(error) => { … }
//!     Ok(())                                           }
//! };
//! if let Err(error) = outcome { … }
//! ```

use super::flow::never_ends;
use super::mentions::Counts;
use super::resolve::{renamed, variable};
use crate::rir::visit::{Visit, VisitMut, walk_block_mut, walk_expr};
use crate::rir::{Arm, Block, Expr, Fn, Pat, Path, Stmt};

/// Rewrites the `try`s of `func`, whose variables are resolved.
pub(super) fn run(func: &mut Fn) {
    let mut counts = Counts::default();
    counts.block(&func.body);
    Caught(counts).block(&mut func.body);
}

struct Caught(Counts);

impl VisitMut for Caught {
    fn block(&mut self, block: &mut Block) {
        walk_block_mut(self, block);
        if let Some(tail) = block.tail.take_if(|tail| matches!(**tail, Expr::IfLet(..))) {
            block.stmts.push(Stmt::Expr(*tail));
        }
        let mut at = 0;
        while at + 1 < block.stmts.len() {
            if let Some(stmts) = self.caught(&block.stmts[at], &block.stmts[at + 1]) {
                let is_end = matches!(stmts.last(), Some(Stmt::Expr(expr)) if never_ends(expr));
                let end = at + stmts.len();
                block.stmts.splice(at..at + 2, stmts);
                if is_end {
                    block.stmts.truncate(end);
                    block.tail = None;
                }
            }
            at += 1;
        }
    }
}

impl Caught {
    /// What a `try` and its handlers become.
    fn caught(&self, tried: &Stmt, handled: &Stmt) -> Option<Vec<Stmt>> {
        let Stmt::Let { pat: Pat::Bind(outcome, _), init: Some(Expr::Labelled(label, body)), .. } = tried
        else {
            return None;
        };
        let Stmt::Expr(Expr::IfLet(error, subject, handler, otherwise)) = handled else { return None };
        let is_outcome = variable(subject) == Some(outcome) && self.0.0.get(outcome) == Some(&1);
        let Pat::Call(Path::Local(err), _) = error else { return None };
        if !is_outcome || err != "Err" || !ends(body) {
            return None;
        }
        let at = body.stmts.iter().position(|stmt| names(label, |v| v.stmt(stmt)))?;
        let (before, rest) = body.stmts.split_at(at);
        let (one, after) = rest.split_first()?;
        if after.iter().any(|stmt| names(label, |v| v.stmt(stmt))) {
            return None;
        }
        let (value, call, one) = self.split(one, label, outcome)?;
        let mut then = Block { stmts: one.into_iter().chain(after.iter().cloned()).collect(), tail: None };
        match otherwise.as_deref() {
            None => {}
            Some(Expr::Block(block)) => {
                then.stmts.extend(block.stmts.iter().cloned());
                then.tail.clone_from(&block.tail);
            }
            Some(_) => return None,
        }
        let mut out = before.to_vec();
        if then.stmts.is_empty() && then.tail.is_none() {
            let handled = Expr::IfLet(error.clone(), Box::new(call), handler.clone(), None);
            out.push(Stmt::Expr(handled));
            return Some(out);
        }
        let ok = Pat::Call(Path::local("Ok"), vec![value]);
        let arms = vec![
            Arm { pat: ok, guard: None, body: Expr::Block(then) },
            Arm { pat: error.clone(), guard: None, body: Expr::Block(handler.clone()) },
        ];
        out.push(Stmt::Expr(Expr::Match(Box::new(call), arms)));
        Some(out)
    }

    /// What the call's value is bound to, the call, and the statement with that value for the call.
    fn split(&self, stmt: &Stmt, label: &str, outcome: &str) -> Option<(Pat, Expr, Option<Stmt>)> {
        let mut stmt = stmt.clone();
        let is_value = matches!(stmt, Stmt::Expr(Expr::Attempt(..) | Expr::Call(..)));
        let first = match &mut stmt {
            Stmt::Let { init: Some(init), .. } => init,
            Stmt::Expr(Expr::Assign(place, value)) if variable(place).is_some() => value,
            Stmt::Expr(Expr::Return(Some(value))) => value,
            Stmt::Expr(expr) => expr,
            _ => return None,
        };
        let attempt = innermost(first);
        let Expr::Attempt(of, call) = attempt else { return None };
        if of != label || names(label, |v| v.expr(call)) {
            return None;
        }
        let call = std::mem::replace(&mut **call, Expr::unit());
        let value = renamed("value", outcome);
        *attempt = Expr::local(value.clone());
        let bound = Pat::Bind(value.clone(), false);
        Some(match &stmt {
            // The variable that is declared is the arm's.
            Stmt::Let { pat: Pat::Bind(name, is_mut), init: Some(init), .. }
                if variable(init) == Some(&value) =>
            {
                (Pat::Bind(name.clone(), *is_mut), call, None)
            }
            // Nobody wants the value.
            Stmt::Expr(_) if is_value => (Pat::Wild, call, None),
            _ => (bound, call, Some(stmt)),
        })
    }
}

/// The expression inside of constructors: `Ok(…)`, `Number::Int(…)`.
fn innermost(expr: &mut Expr) -> &mut Expr {
    if !matches!(&*expr, Expr::Call(callee, args) if args.len() == 1 && is_constructor(callee)) {
        return expr;
    }
    match expr {
        Expr::Call(_, args) => innermost(&mut args[0]),
        expr => expr,
    }
}

fn is_constructor(callee: &Expr) -> bool {
    match callee {
        Expr::Path(Path::Local(name)) => matches!(name.as_str(), "Ok" | "Some"),
        // A variant.
        Expr::Path(Path::Assoc(of, name)) => {
            matches!(**of, Path::Local(_)) && name.starts_with(char::is_uppercase)
        }
        _ => false,
    }
}

/// Whether the body of a `try` ends with `Ok(())`, or not at all.
fn ends(body: &Block) -> bool {
    match body.tail.as_deref() {
        None => true,
        Some(Expr::Call(callee, args)) => {
            matches!(&**callee, Expr::Path(Path::Local(name)) if name == "Ok")
                && matches!(args.as_slice(), [Expr::Tuple(items)] if items.is_empty())
        }
        Some(_) => false,
    }
}

/// Whether what `visit` visits names `label`.
fn names(label: &str, visit: impl FnOnce(&mut Names<'_>)) -> bool {
    let mut names = Names { label, found: false };
    visit(&mut names);
    names.found
}

struct Names<'a> {
    label: &'a str,
    found: bool,
}

impl Visit for Names<'_> {
    fn expr(&mut self, expr: &Expr) {
        if let Expr::Break(Some(label), _) | Expr::Attempt(label, _) | Expr::Continue(Some(label)) = expr {
            self.found |= label == self.label;
        }
        walk_expr(self, expr);
    }
}
