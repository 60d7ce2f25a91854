//! The walk over a function: what holds where, and what follows for indices, divisions and variables.
//!
//! Forward, over the structured body. A condition gives facts to its branches; where ways meet, what holds on both
//! remains; a loop is walked until what is assumed at its head holds after each round (candidates that do not are
//! dropped). All integers are exact: an `i64` that overflows ends the program.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use super::effects::{lent_as_slice, of_node};
use super::index::{is_read, looks};
use super::linear::{Linear, Term};
use super::loops::Frame;
use super::params::{Params, callee_of};
use super::places::{Known, Lengths, is_row, is_text, len_of, lengths, place};
use super::sizes::{Sizes, Use};
use super::state::{Key, State, Terms, join};
use crate::rir::visit::{VisitMut, walk_block_mut, walk_expr_mut};
use crate::rir::{BinOp, Block, Expr, Fn, Pat, Stmt, Ty, UnOp};
use crate::tidy::mentions::Mentions;
use crate::tidy::resolve::{bound, is_temporary, variable};

/// What a walk is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// To find out what holds at the head of a loop.
    Quiet,
    /// To find out what holds of the parameters of functions.
    Facts,
    /// To count how variables are used.
    Count,
    /// To write.
    Write,
}

pub(super) struct Walk<'a> {
    pub(super) known: &'a Known<'a>,
    pub(super) terms: Terms,
    /// `None` where control does not come.
    pub(super) state: Option<State>,
    pub(super) mode: Mode,
    /// Variables that are integers.
    pub(super) ints: FxHashSet<String>,
    /// Variables that closures change.
    pub(super) hidden: &'a FxHashSet<String>,
    pub(super) sizes: &'a mut Sizes,
    pub(super) params: &'a mut Params,
    pub(super) frames: Vec<Frame>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(
        known: &'a Known<'a>,
        hidden: &'a FxHashSet<String>,
        (sizes, params): (&'a mut Sizes, &'a mut Params),
        work: u32,
        mode: Mode,
    ) -> Self {
        let is_int = |ty: &Ty| *ty == Ty::local("i64") || *ty == Ty::local("usize");
        let ints = known.types.iter().filter(|(name, ty)| is_int(ty) && !hidden.contains(*name));
        let ints = ints.map(|(name, _)| name.clone()).collect();
        let mut lists: Vec<&String> =
            known.types.iter().filter(|(_, ty)| len_of(ty)).map(|(name, _)| name).collect();
        lists.sort();
        let terms = Terms::new(work, lists.into_iter().cloned());
        let state = Some(State::default());
        Walk { known, terms, state, mode, ints, hidden, sizes, params, frames: Vec::new() }
    }

    pub(super) fn function(&mut self, func: &mut Fn) {
        self.assume_params(func);
        self.block(&mut func.body);
    }

    pub(super) fn term(&mut self, key: &Key) -> Term {
        match &self.state {
            Some(state) => state.term(key, &mut self.terms),
            None => self.terms.fresh(false),
        }
    }

    pub(super) fn at_most(&mut self, a: &Linear, b: &Linear) {
        self.state.iter_mut().for_each(|state| state.at_most(a, b));
    }

    pub(super) fn equal(&mut self, a: &Linear, b: &Linear) {
        self.state.iter_mut().for_each(|state| state.equal(a, b));
    }

    pub(super) fn proves_at_most(&mut self, a: &Linear, b: &Linear) -> bool {
        self.state.as_ref().is_some_and(|state| state.proves_at_most(a, b, &mut self.terms))
    }

    pub(super) fn is_natural(&mut self, value: &Linear) -> bool {
        self.state.as_ref().is_some_and(|state| state.proves(value, &mut self.terms))
    }

    pub(super) fn proves_positive(&mut self, value: &Linear) -> bool {
        value.offset(-1).is_some_and(|less| self.is_natural(&less))
    }

    pub(super) fn forget(&mut self, keys: impl IntoIterator<Item = Key>) {
        if let Some(state) = &mut self.state {
            keys.into_iter().for_each(|key| state.forget(&key, &mut self.terms));
        }
    }

    /// Walks `expr` without a trace, and gives what holds after it.
    pub(super) fn joined(&mut self, other: Option<State>) {
        let state = self.state.take();
        self.state = join(state, other, &mut self.terms);
    }

    /// The body of a closure: what holds where it is made, holds where it runs, as it lends or copies what it uses.
    fn closure_body(&mut self, body: &mut Expr) {
        let (state, frames) = (self.state.clone(), std::mem::take(&mut self.frames));
        self.expr(body);
        self.state = state;
        self.frames = frames;
    }

    fn branches(
        &mut self,
        yes: Option<State>,
        no: Option<State>,
        then: &mut Block,
        otherwise: Option<&mut Expr>,
    ) {
        self.state = yes;
        self.block(then);
        let after = std::mem::replace(&mut self.state, no);
        otherwise.into_iter().for_each(|otherwise| self.expr(otherwise));
        self.joined(after);
    }

    /// What a node changes when all of its parts are evaluated.
    pub(super) fn after(&mut self, expr: &Expr) {
        if let Expr::Method(receiver, name, _, _) = expr
            && let Some(list) = place(receiver)
            && self.has_length(receiver)
            && !self.known.ty_of(receiver).is_some_and(is_text)
        {
            let by = match lengths(name) {
                Lengths::OneMore => 1,
                Lengths::OneLess if !name.starts_with("try_") => -1,
                _ => 0,
            };
            if by != 0 {
                let length = self.length(receiver).offset(by);
                self.made(list, (length, None));
                return;
            }
        }
        let mut changed = BTreeSet::new();
        of_node(expr, self.known, &mut changed);
        self.forget(changed);
    }
}

impl VisitMut for Walk<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        match expr {
            Expr::If(test, then, otherwise) => {
                let (yes, no) = self.test(test);
                self.branches(yes, no, then, otherwise.as_deref_mut());
            }
            Expr::IfLet(_, value, then, otherwise) => {
                self.expr(value);
                let state = self.state.take();
                self.branches(state.clone(), state, then, otherwise.as_deref_mut());
            }
            Expr::Match(value, arms) => {
                self.expr(value);
                let before = self.state.take();
                let mut after = None;
                for arm in arms {
                    self.state = before.clone();
                    if let Some(guard) = &mut arm.guard {
                        let (yes, _) = self.test(guard);
                        self.state = yes;
                    }
                    self.expr(&mut arm.body);
                    let state = self.state.take();
                    after = join(after, state, &mut self.terms);
                }
                self.state = after;
            }
            Expr::Binary(BinOp::And | BinOp::Or, ..) | Expr::Unary(UnOp::Not, _) => {
                let (yes, no) = self.test(expr);
                self.state = join(yes, no, &mut self.terms);
            }
            Expr::Binary(op, left, right) if op.is_comparison() => {
                let op = *op;
                self.compared(op, left, right);
            }
            Expr::While(label, test, body) => {
                let keys = self.changed_in(&[&**test], body);
                self.looped(label.as_ref(), keys, &mut |walk| {
                    let (yes, no) = walk.test(test);
                    walk.state = yes;
                    walk.block(body);
                    no
                });
            }
            Expr::WhileLet(label, _, value, body) => {
                let keys = self.changed_in(&[&**value], body);
                self.looped(label.as_ref(), keys, &mut |walk| {
                    walk.expr(value);
                    let end = walk.state.clone();
                    walk.block(body);
                    end
                });
            }
            Expr::Loop(label, body) => {
                let keys = self.changed_in(&[], body);
                self.looped(label.as_ref(), keys, &mut |walk| {
                    walk.block(body);
                    None
                });
            }
            Expr::For(label, pat, items, body) => {
                let label = label.clone();
                self.for_loop(label.as_ref(), pat, items, body);
            }
            Expr::Labelled(label, body) => {
                self.frames.push(Frame {
                    label: Some(label.clone()),
                    is_loop: false,
                    breaks: None,
                    continues: None,
                });
                self.block(body);
                let breaks = self.frames.pop().and_then(|frame| frame.breaks);
                self.joined(breaks);
            }
            Expr::Break(label, value) => {
                value.iter_mut().for_each(|value| self.expr(value));
                let label = label.clone();
                self.jump(label.as_ref(), true);
            }
            Expr::Continue(label) => {
                let label = label.clone();
                self.jump(label.as_ref(), false);
            }
            Expr::Return(value) => {
                value.iter_mut().for_each(|value| self.expr(value));
                self.state = None;
            }
            Expr::Attempt(label, value) => {
                let before = self.state.clone();
                self.expr(value);
                let label = label.clone();
                let after = self.state.clone();
                self.jump(Some(&label), true);
                self.state = before;
                self.jump(Some(&label), true);
                self.state = after;
            }
            Expr::Closure(closure) => self.closure_body(&mut closure.body),
            Expr::AsyncMove(body) => {
                let (state, frames) = (self.state.clone(), std::mem::take(&mut self.frames));
                self.block(body);
                self.state = state;
                self.frames = frames;
            }
            Expr::Assign(to, value) => {
                self.assign(to, value);
                self.operator_of(expr);
            }
            Expr::AssignOp(op, to, value) => {
                let op = *op;
                match variable(to).filter(|name| self.ints.contains(*name)).map(str::to_owned) {
                    Some(name) => self.operated(op, &name, value),
                    None => {
                        self.expr(value);
                        self.place_parts(to);
                    }
                }
            }
            Expr::Call(callee, args) => {
                let func = callee_of(callee).map(str::to_owned);
                func.iter().for_each(|func| self.check_params(func, args));
                let writes = matches!(self.mode, Mode::Count | Mode::Write);
                let is_size =
                    |walk: &Self, at| func.as_ref().is_some_and(|func| walk.params.is_size(func, at));
                for (at, arg) in args.iter_mut().enumerate() {
                    let list = lent_as_slice(callee, at, arg, self.known).and_then(place);
                    match list {
                        Some(list) => self.forget([Key::Width(list)]),
                        None if writes && is_size(self, at) => {
                            if func.as_ref().is_some_and(|func| self.params.is_index(func, at)) {
                                self.fits(arg, Use::Index);
                            }
                            self.sized(arg);
                        }
                        None => self.expr(arg),
                    }
                }
                self.after(expr);
                self.simpler(expr);
            }
            expr => self.other(expr),
        }
    }

    fn block(&mut self, block: &mut Block) {
        walk_block_mut(self, block);
        if self.mode == Mode::Write {
            unheld(&mut block.stmts);
        }
    }

    fn stmt(&mut self, stmt: &mut Stmt) {
        match stmt {
            Stmt::Let { pat, ty, init: Some(init) } => self.bind(pat, ty.as_mut(), init),
            Stmt::Let { pat, ty, init: None } => {
                if let (Pat::Bind(name, _), Some(ty), Mode::Write) = (&*pat, ty, self.mode)
                    && self.sizes.is_size(name)
                {
                    *ty = Ty::local("usize");
                }
                let names = bound(pat);
                self.forget(
                    names
                        .into_iter()
                        .filter(|name| self.ints.contains(name))
                        .map(Key::Variable)
                        .collect::<Vec<_>>(),
                );
            }
            Stmt::LetElse(_, value, otherwise) => {
                self.expr(value);
                let state = self.state.clone();
                self.block(otherwise);
                self.state = state;
            }
            Stmt::Expr(expr) if is_read(expr) => self.dropped(expr),
            Stmt::Expr(expr) => self.expr(expr),
        }
    }
}

impl Walk<'_> {
    /// A method's receiver and arguments. A closure over a range has its variable.
    fn method(&mut self, receiver: &mut Expr, name: &str, args: &mut [Expr]) {
        let is_place = is_row(receiver) || (is_read(receiver) && looks(name, self.known.ty_of(receiver)));
        if let ([Expr::Closure(closure)], Expr::Range(Some(_), Some(_))) = (&mut *args, &mut *receiver)
            && let [(pat, None)] = closure.params.as_mut_slice()
        {
            let binder = self.ranged(pat, receiver);
            let (state, frames) = (self.state.clone(), std::mem::take(&mut self.frames));
            self.binder(binder.as_ref());
            self.expr(&mut closure.body);
            self.state = state;
            self.frames = frames;
            return;
        }
        if is_place {
            self.receiver(receiver);
        } else {
            self.expr(receiver);
        }
        args.iter_mut().for_each(|arg| self.expr(arg));
    }

    /// What has no control flow: its parts, then what it changes.
    fn other(&mut self, expr: &mut Expr) {
        if self.indexed(expr) || self.sized_place(expr) {
            return;
        }
        if let Expr::Method(list, name, _, args) = expr {
            self.method(list, name, args);
        } else {
            walk_expr_mut(self, expr);
        }
        self.after(expr);
        self.simpler(expr);
    }
}

/// `let row = &mut grid[i]; row[j] += 1;` is `grid[i][j] += 1;`.
fn unheld(stmts: &mut Vec<Stmt>) {
    let mut at = 0;
    while at + 1 < stmts.len() {
        let [Stmt::Let { pat: Pat::Bind(name, _), init: Some(Expr::RefMut(row)), .. }, Stmt::Expr(next)] =
            &mut stmts[at..at + 2]
        else {
            at += 1;
            continue;
        };
        let held = match next {
            Expr::AssignOp(_, place, value) => match &mut **place {
                Expr::Index(list, index) if variable(list) == Some(name) => {
                    let is_only = ![&**index, &**value].iter().any(|part| Mentions::in_expr(name, part));
                    is_only.then_some(list)
                }
                _ => None,
            },
            _ => None,
        };
        let is_temporary = is_temporary(name) && matches!(&**row, Expr::Index(..));
        match held.filter(|_| is_temporary) {
            Some(list) => {
                **list = std::mem::replace(row, Expr::unit());
                stmts.remove(at);
            }
            None => at += 1,
        }
    }
}
