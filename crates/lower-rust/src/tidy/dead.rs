//! Dead stores: a value that nothing reads before the next one, by liveness.
//!
//! ```text
//! let mut x = 0; x = f(); use(x);      let x; x = f(); use(x);
//! x += 1; return;                      return;
//! ```
//!
//! A backward walk over the structured body; each loop is walked until the variables that live at its head stay the
//! same (Aho, Lam, Sethi, Ullman, *Compilers*, 9.2.5). Variables that a closure or generator holds are left alone.

use rustc_hash::{FxHashMap, FxHashSet};

use super::resolve::{bound, captured, variable};
use super::{is_pure, parts};
use crate::rir::visit::Visit;
use crate::rir::{Block, Closure, Expr, Fn, Pat, Stmt};

/// Removes the dead stores of `func`.
pub(super) fn run(func: &mut Fn) {
    let mut reads = Reads::default();
    reads.block(&func.body);
    let held = captured(&func.body);
    let tracked = reads.found.difference(&held).cloned().collect();
    let mut dead =
        Dead { tracked, exits: FxHashMap::default(), heads: Vec::new(), rewrites: true, ends: Vec::new() };
    dead.block(&mut func.body, &mut Live::default());
}

/// Variables that something reads.
#[derive(Default)]
pub(super) struct Reads {
    pub(super) found: FxHashSet<String>,
}

impl Visit for Reads {
    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Assign(place, value) if variable(place).is_some() || is_tuple_of_variables(place) => {
                self.expr(value);
            }
            expr => {
                self.found.extend(variable(expr).map(str::to_owned));
                crate::rir::visit::walk_expr(self, expr);
            }
        }
    }
}

/// `(a, b)` in `(a, b) = …`.
fn is_tuple_of_variables(place: &Expr) -> bool {
    matches!(place, Expr::Tuple(places) if places.iter().all(|place| variable(place).is_some()))
}

type Live = FxHashSet<String>;

struct Dead {
    /// Variables whose stores may go: read somewhere, held by no closure.
    tracked: FxHashSet<String>,
    /// What lives after the block or loop of a label.
    exits: FxHashMap<String, Live>,
    /// What lives at the head of each labelled loop, and of the innermost one.
    heads: Vec<(Option<String>, Live)>,
    /// What lives after each loop, innermost last.
    ends: Vec<Live>,
    /// Whether stores are removed: not while a loop is still looked at.
    rewrites: bool,
}

impl Dead {
    fn block(&mut self, block: &mut Block, live: &mut Live) {
        if let Some(tail) = &mut block.tail {
            self.expr(tail, live);
        }
        for at in (0..block.stmts.len()).rev() {
            if let Some(before) = self.stmt(&mut block.stmts[at], live) {
                block.stmts.insert(at, alone(before));
            }
        }
        if self.rewrites {
            block.stmts.retain(|stmt| !matches!(stmt, Stmt::Expr(Expr::Tuple(parts)) if parts.is_empty()));
            block.stmts = std::mem::take(&mut block.stmts).into_iter().map(alone).collect();
        }
    }

    /// A statement; gives what stays of its value, where nothing reads that.
    fn stmt(&mut self, stmt: &mut Stmt, live: &mut Live) -> Option<Stmt> {
        let mut before = None;
        match stmt {
            Stmt::Let { pat, init, .. } => {
                let dead = matches!(pat, Pat::Bind(name, _) if self.is_dead(name, live));
                if dead && self.rewrites && init.as_ref().is_some_and(is_pure) {
                    *init = None;
                }
                forget(live, pat);
                if let Some(init) = init {
                    self.expr(init, live);
                }
                if dead && self.rewrites {
                    before = init.take().map(|init| Stmt::Expr(crate::coerce::drop_value(init)));
                }
            }
            Stmt::LetElse(pat, value, otherwise) => {
                forget(live, pat);
                let mut other = Live::default();
                self.block(otherwise, &mut other);
                live.extend(other);
                self.expr(value, live);
            }
            Stmt::Expr(expr) => self.expr(expr, live),
        }
        before
    }

    fn is_dead(&self, name: &str, live: &Live) -> bool {
        self.tracked.contains(name) && !live.contains(name)
    }

    fn expr(&mut self, expr: &mut Expr, live: &mut Live) {
        // `x = x` does nothing.
        if let Expr::Assign(place, value) = expr
            && let Some(name) = variable(place)
            && variable(value) == Some(name)
        {
            live.insert(name.to_owned());
            if self.rewrites {
                *expr = Expr::unit();
            }
            return;
        }
        match expr {
            Expr::Assign(place, value) | Expr::AssignOp(_, place, value) if variable(place).is_some() => {
                let name = variable(place).unwrap_or_default().to_owned();
                if self.is_dead(&name, live) {
                    self.expr(value, live);
                    if self.rewrites && is_pure(value) {
                        *expr = Expr::unit();
                    } else if self.rewrites
                        && let Expr::Assign(_, value) | Expr::AssignOp(_, _, value) = expr
                    {
                        // What is computed has its effects; the variable may have no value by now.
                        let value = std::mem::replace(&mut **value, Expr::unit());
                        *expr = crate::coerce::drop_value(value);
                    }
                    return;
                }
                if matches!(expr, Expr::AssignOp(..)) {
                    live.insert(name);
                } else {
                    live.remove(&name);
                }
                if let Expr::Assign(_, value) | Expr::AssignOp(_, _, value) = expr {
                    self.expr(value, live);
                }
            }
            Expr::Assign(place, value) if is_tuple_of_variables(place) => {
                if let Expr::Tuple(places) = &mut **place {
                    for place in places {
                        let name = variable(place).unwrap_or_default().to_owned();
                        if self.is_dead(&name, live) && self.rewrites {
                            *place = Expr::local("_");
                        }
                        live.remove(&name);
                    }
                }
                self.expr(value, live);
            }
            Expr::Path(_) => live.extend(variable(expr).map(str::to_owned)),
            Expr::Break(label, value) => {
                *live = match label {
                    Some(label) => self.exits.get(label).cloned().unwrap_or_default(),
                    None => self.ends.last().cloned().unwrap_or_default(),
                };
                if let Some(value) = value {
                    self.expr(value, live);
                }
            }
            Expr::Continue(label) => {
                let head = self.heads.iter().rev().find(|(name, _)| label.is_none() || name == label);
                *live = head.map(|(_, live)| live.clone()).unwrap_or_default();
            }
            Expr::Return(value) => {
                live.clear();
                if let Some(value) = value {
                    self.expr(value, live);
                }
            }
            Expr::Attempt(label, value) => {
                live.extend(self.exits.get(label).cloned().unwrap_or_default());
                self.expr(value, live);
            }
            Expr::Binary(crate::rir::BinOp::And | crate::rir::BinOp::Or, left, right) => {
                let mut other = live.clone();
                self.expr(right, &mut other);
                live.extend(other);
                self.expr(left, live);
            }
            Expr::If(test, then, otherwise) => {
                self.branches(then, otherwise.as_deref_mut(), live);
                self.expr(test, live);
            }
            Expr::IfLet(pat, value, then, otherwise) => {
                self.branches(then, otherwise.as_deref_mut(), live);
                forget(live, pat);
                self.expr(value, live);
            }
            Expr::Match(value, arms) => {
                let mut all = Live::default();
                for arm in arms {
                    let mut own = live.clone();
                    self.expr(&mut arm.body, &mut own);
                    if let Some(guard) = &mut arm.guard {
                        self.expr(guard, &mut own);
                    }
                    forget(&mut own, &arm.pat);
                    all.extend(own);
                }
                *live = all;
                self.expr(value, live);
            }
            Expr::Block(block) => self.block(block, live),
            Expr::Labelled(label, block) => {
                self.exits.insert(label.clone(), live.clone());
                self.block(block, live);
            }
            Expr::Loop(label, body) => {
                let label = label.clone();
                self.looped(label, &Live::default(), live, |dead, live| dead.block(body, live));
            }
            Expr::While(label, test, body) => {
                let (label, after) = (label.clone(), live.clone());
                self.looped(label, &after.clone(), live, |dead, live| {
                    dead.block(body, live);
                    live.extend(after.iter().cloned());
                    dead.expr(test, live);
                });
            }
            Expr::WhileLet(label, pat, value, body) => {
                let (label, after) = (label.clone(), live.clone());
                self.looped(label, &after.clone(), live, |dead, live| {
                    dead.block(body, live);
                    forget(live, pat);
                    live.extend(after.iter().cloned());
                    dead.expr(value, live);
                });
            }
            Expr::For(label, pat, iter, body) => {
                let (label, after) = (label.clone(), live.clone());
                self.looped(label, &after.clone(), live, |dead, live| {
                    dead.block(body, live);
                    forget(live, pat);
                    live.extend(after.iter().cloned());
                });
                self.expr(iter, live);
            }
            Expr::Closure(Closure { body, .. }) => {
                let mut inside = Live::default();
                self.apart(|dead| dead.expr(body, &mut inside));
                live.extend(inside);
            }
            Expr::AsyncMove(body) => {
                let mut inside = Live::default();
                self.apart(|dead| dead.block(body, &mut inside));
                live.extend(inside);
            }
            other => parts(other).into_iter().rev().for_each(|part| self.expr(part, live)),
        }
    }

    fn branches(&mut self, then: &mut Block, otherwise: Option<&mut Expr>, live: &mut Live) {
        let mut other = live.clone();
        if let Some(otherwise) = otherwise {
            self.expr(otherwise, &mut other);
        }
        self.block(then, live);
        live.extend(other);
    }

    /// Walks a loop until its head stays the same; `live` is what lives after it, and then before it.
    fn looped(
        &mut self,
        label: Option<String>,
        start: &Live,
        live: &mut Live,
        mut body: impl FnMut(&mut Self, &mut Live),
    ) {
        if let Some(label) = &label {
            self.exits.insert(label.clone(), live.clone());
        }
        self.ends.push(live.clone());
        let mut head = start.clone();
        let rewrites = std::mem::replace(&mut self.rewrites, false);
        loop {
            let before = head.len();
            self.heads.push((label.clone(), head.clone()));
            let mut round = head.clone();
            body(self, &mut round);
            self.heads.pop();
            head.extend(round);
            if head.len() == before {
                break;
            }
        }
        self.rewrites = rewrites;
        if rewrites {
            self.heads.push((label, head.clone()));
            body(self, &mut head.clone());
            self.heads.pop();
        }
        self.ends.pop();
        *live = head;
    }

    /// A body that is not run here: nothing outside lives at its end.
    fn apart(&mut self, inside: impl FnOnce(&mut Self)) {
        let (exits, heads, ends) = (
            std::mem::take(&mut self.exits),
            std::mem::take(&mut self.heads),
            std::mem::take(&mut self.ends),
        );
        inside(self);
        (self.exits, self.heads, self.ends) = (exits, heads, ends);
    }
}

/// The one statement of a block that is none but that.
fn alone(stmt: Stmt) -> Stmt {
    match stmt {
        Stmt::Expr(Expr::Block(Block { mut stmts, tail: None }))
            if matches!(stmts.as_slice(), [Stmt::Expr(_) | Stmt::Let { pat: Pat::Wild, .. }]) =>
        {
            stmts.pop().unwrap_or(Stmt::Expr(Expr::unit()))
        }
        stmt => stmt,
    }
}

/// What a pattern binds does not live before it.
fn forget(live: &mut Live, pat: &Pat) {
    for name in bound(pat) {
        live.remove(&name);
    }
}
