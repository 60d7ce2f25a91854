//! The walk over a function: what holds where, and what follows for indices, divisions and variables.
//!
//! Forward, over the structured body. A condition gives facts to its branches; where ways meet, what holds on both
//! remains; a loop is walked until what is assumed at its head holds after each round (candidates that do not are
//! dropped). All integers are exact: an `i64` that overflows ends the program.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use super::effects::{Inside, Mentioned, lent_as_slice, of_node};
use super::index::{is_read, looks};
use super::items::{item_name, only_list, rewrite};
use super::linear::{Linear, Term};
use super::params::{Params, callee_of};
use super::places::{Known, Lengths, is_call, is_row, is_text, item_of, len_of, lengths, place};
use super::sizes::{Sizes, Use, take};
use super::state::{Head, Key, State, Terms, join};
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

/// Where `break` and `continue` go.
struct Frame {
    label: Option<String>,
    is_loop: bool,
    breaks: Option<State>,
    continues: Option<State>,
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
    frames: Vec<Frame>,
}

/// How many rounds of a loop are walked before nothing is assumed of it.
const MOST_ROUNDS: u32 = 8;

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
    fn joined(&mut self, other: Option<State>) {
        let state = self.state.take();
        self.state = join(state, other, &mut self.terms);
    }

    /// A variable gets a value.
    pub(super) fn define(&mut self, name: &str, value: Option<&Linear>) {
        if self.hidden.contains(name) || !self.ints.contains(name) {
            return;
        }
        let key = Key::Variable(name.to_owned());
        match (value, &mut self.state) {
            (Some(value), Some(state)) => state.assign(&key, value, &mut self.terms),
            _ => self.forget([key]),
        }
    }

    /// The place of a list gets a new list, of which `made` says the lengths.
    fn made(&mut self, name: String, (length, width): (Option<Linear>, Option<Linear>)) {
        if self.hidden.contains(&name) {
            return;
        }
        self.forget([Key::Length(name.clone()), Key::Width(name.clone())]);
        if let Some(state) = &mut self.state {
            length
                .iter()
                .for_each(|length| state.assign(&Key::Length(name.clone()), length, &mut self.terms));
            width.iter().for_each(|width| state.assign(&Key::Width(name.clone()), width, &mut self.terms));
        }
    }

    /// A value is bound to a variable of its own.
    fn bind(&mut self, pat: &mut Pat, ty: Option<&mut Ty>, init: &mut Expr) {
        match (pat, init) {
            (Pat::Tuple(pats), Expr::Tuple(items)) if pats.len() == items.len() => {
                let mut types: Vec<Option<&mut Ty>> = match ty {
                    Some(Ty::Tuple(types)) => types.iter_mut().map(Some).collect(),
                    _ => pats.iter().map(|_| None).collect(),
                };
                // All values come before all names; what one changes, the next one sees.
                let mut values = Vec::new();
                for ((pat, item), ty) in pats.iter().zip(items).zip(&mut types) {
                    values.push(self.initialiser(pat, ty.as_deref_mut(), item));
                }
                for (pat, value) in pats.iter().zip(values) {
                    self.bound(pat, value);
                }
            }
            (pat, init) => {
                let value = self.initialiser(pat, ty, init);
                self.bound(pat, value);
            }
        }
    }

    /// Walks what a variable is bound to.
    fn initialiser(&mut self, pat: &Pat, ty: Option<&mut Ty>, init: &mut Expr) -> Bound {
        let Pat::Bind(name, _) = pat else {
            self.expr(init);
            return Bound::Nothing;
        };
        // The value in the state before; what it changes itself makes it unknown.
        let is_typed = ty.is_some() || self.known.types.contains_key(name);
        let value = self.value(init);
        if value.is_int && !is_typed && !self.hidden.contains(name) {
            self.ints.insert(name.clone());
        }
        if self.ints.contains(name) {
            self.sizes_defined(name, init, &value.sum);
            if let Some(ty) = ty
                && self.mode == Mode::Write
                && self.sizes.is_size(name)
            {
                *ty = Ty::local("usize");
            }
            return Bound::Int(value.sum);
        }
        self.expr(init);
        let lengths = self.made_with(init);
        Bound::List(lengths)
    }

    fn bound(&mut self, pat: &Pat, value: Bound) {
        let Pat::Bind(name, _) = pat else { return };
        match value {
            Bound::Int(sum) => self.define(name, Some(&sum)),
            Bound::List(lengths) => self.made(name.clone(), lengths),
            Bound::Nothing => {}
        }
    }

    fn assign(&mut self, to: &mut Expr, value: &mut Expr) {
        match (&mut *to, &mut *value) {
            (Expr::Tuple(places), Expr::Tuple(values)) if places.len() == values.len() => {
                let mut sums = Vec::new();
                for (place, value) in places.iter().zip(values.iter_mut()) {
                    sums.push(self.assigned_value(place, value));
                }
                for (place, value) in places.iter_mut().zip(sums) {
                    self.assigned(place, value);
                }
            }
            (to, value) => {
                let bound = self.assigned_value(to, value);
                self.assigned(to, bound);
            }
        }
    }

    fn assigned_value(&mut self, to: &Expr, value: &mut Expr) -> Bound {
        if let Some(name) = variable(to).filter(|name| self.ints.contains(*name)) {
            let sum = self.value(value).sum;
            self.sizes_defined(name, value, &sum);
            return Bound::Int(sum);
        }
        self.expr(value);
        Bound::List(self.made_with(value))
    }

    fn assigned(&mut self, to: &mut Expr, value: Bound) {
        match (variable(to), value) {
            (Some(name), Bound::Int(sum)) => {
                let name = name.to_owned();
                self.define(&name, Some(&sum));
            }
            (_, Bound::List(lengths)) => {
                let mut changed = BTreeSet::new();
                of_node(
                    &Expr::Assign(Box::new(to.clone()), Box::new(Expr::unit())),
                    self.known,
                    &mut changed,
                );
                if variable(to).is_none() {
                    self.place_parts(to);
                }
                self.forget(changed);
                if let Some(name) = place(to) {
                    self.made(name, lengths);
                }
            }
            _ => self.place_parts(to),
        }
    }

    /// The parts of a place that is assigned.
    fn place_parts(&mut self, to: &mut Expr) {
        match to {
            Expr::Field(object, _) | Expr::TupleField(object, _) => self.place_parts(object),
            Expr::Tuple(items) => items.iter_mut().for_each(|item| self.place_parts(item)),
            Expr::Path(_) => {}
            other => self.expr(other),
        }
    }

    /// `x op= value` of an integer variable.
    fn operated(&mut self, op: BinOp, name: &str, value: &mut Expr) {
        let by = self.value(value).sum;
        let key = Key::Variable(name.to_owned());
        let old = Linear::term(self.term(&key));
        let new = match op {
            BinOp::Add => old.plus(&by, 1),
            BinOp::Sub => old.plus(&by, -1),
            _ => None,
        };
        match &new {
            Some(new) if matches!(op, BinOp::Add | BinOp::Sub) => self.sizes_operated(name, value, &by, new),
            // It becomes less, and stays a size.
            _ if matches!(op, BinOp::Div | BinOp::Rem)
                && self.is_natural(&old)
                && self.proves_positive(&by) =>
            {
                self.sizes_operated(name, value, &by, &old);
            }
            _ => {
                self.sizes.veto(name);
                self.expr(value);
            }
        }
        // Division leaves what is not negative so.
        if new.is_none() && matches!(op, BinOp::Div | BinOp::Shr | BinOp::Rem) && self.is_natural(&old) {
            let less = Linear::term(self.terms.fresh(true));
            self.at_most(&less, &old);
            return self.define(name, Some(&less));
        }
        self.define(name, new.as_ref());
    }

    /// What holds where `test` is true, and where it is not.
    pub(super) fn test(&mut self, test: &mut Expr) -> (Option<State>, Option<State>) {
        match test {
            Expr::Unary(UnOp::Not, inner) => {
                let (yes, no) = self.test(inner);
                (no, yes)
            }
            Expr::Binary(op @ (BinOp::And | BinOp::Or), left, right) => {
                let is_and = *op == BinOp::And;
                let (yes, no) = self.test(left);
                let (on, over) = if is_and { (yes, no) } else { (no, yes) };
                self.state = on;
                let (yes, no) = self.test(right);
                if is_and {
                    (yes, join(over, no, &mut self.terms))
                } else {
                    (join(over, yes, &mut self.terms), no)
                }
            }
            Expr::Binary(op, left, right) if op.is_comparison() => {
                let op = *op;
                self.compared(op, left, right);
                let (a, b) = (self.value(left), self.value(right));
                let (state, is_int) = (self.state.take(), a.is_int || b.is_int);
                if !is_int {
                    return (state.clone(), state);
                }
                let yes = self.assume(state.clone(), op, &a.sum, &b.sum);
                let no = self.assume(state, opposite(op), &a.sum, &b.sum);
                (yes, no)
            }
            Expr::Bool(value) => {
                let state = self.state.take();
                if *value { (state, None) } else { (None, state) }
            }
            Expr::Method(list, name, _, args) if name == "is_empty" && args.is_empty() => {
                self.expr(list);
                let length = self.length(list);
                let state = self.state.take();
                let zero = Linear::constant(0);
                let yes = self.assume(state.clone(), BinOp::Eq, &length, &zero);
                let no = self.assume(state, BinOp::Gt, &length, &zero);
                (yes, no)
            }
            Expr::Method(range, name, _, args)
                if name == "contains" && matches!(**range, Expr::Range(..) | Expr::RangeInclusive(..)) =>
            {
                self.expr(range);
                args.iter_mut().for_each(|arg| self.expr(arg));
                let sides = match (&**range, args.as_slice()) {
                    (Expr::Range(Some(start), Some(end)), [Expr::Ref(item)]) => {
                        Some((start, end, item, BinOp::Lt))
                    }
                    (Expr::RangeInclusive(start, end), [Expr::Ref(item)]) => {
                        Some((start, end, item, BinOp::Le))
                    }
                    _ => None,
                };
                let Some((start, end, item, below)) = sides else {
                    let state = self.state.take();
                    return (state.clone(), state);
                };
                let (start, end, item) = (self.value(start), self.value(end), self.value(item));
                let state = self.state.take();
                if !(start.is_int || end.is_int || item.is_int) {
                    return (state.clone(), state);
                }
                let yes = self.assume(state.clone(), BinOp::Ge, &item.sum, &start.sum);
                (self.assume(yes, below, &item.sum, &end.sum), state)
            }
            other => {
                self.expr(other);
                let state = self.state.take();
                (state.clone(), state)
            }
        }
    }

    fn assume(&mut self, state: Option<State>, op: BinOp, a: &Linear, b: &Linear) -> Option<State> {
        let mut state = state?;
        let less = |state: &mut State, a: &Linear, b: &Linear| {
            b.offset(-1).into_iter().for_each(|b| state.at_most(a, &b));
        };
        match op {
            BinOp::Eq => state.equal(a, b),
            BinOp::Lt => less(&mut state, a, b),
            BinOp::Le => state.at_most(a, b),
            BinOp::Gt => less(&mut state, b, a),
            BinOp::Ge => state.at_most(b, a),
            BinOp::Ne => {
                if state.proves_at_most(a, b, &mut self.terms) {
                    less(&mut state, a, b);
                } else if state.proves_at_most(b, a, &mut self.terms) {
                    less(&mut state, b, a);
                }
            }
            _ => {}
        }
        Some(state)
    }

    /// A loop that changes `keys`: `round` walks one round of it and gives what holds where it ends at its head.
    fn looped(
        &mut self,
        label: Option<&String>,
        (keys, mentioned): (BTreeSet<Key>, FxHashSet<String>),
        round: &mut dyn FnMut(&mut Self) -> Option<State>,
    ) {
        let Some(entry) = self.state.take() else {
            // Nothing comes here; it is walked all the same.
            self.frames.push(Frame { label: label.cloned(), is_loop: true, breaks: None, continues: None });
            round(self);
            self.frames.pop();
            self.state = None;
            return;
        };
        let keys: Vec<Key> = keys.into_iter().collect();
        let mut head = Head::new(entry, &keys, &mentioned, &mut self.terms);
        let mode = std::mem::replace(&mut self.mode, Mode::Quiet);
        for n in 0.. {
            if n == MOST_ROUNDS {
                head.give_up();
                break;
            }
            let (_, back, _) = self.round(label, head.state(), round);
            let has_changed = back.is_some_and(|back| head.narrow(&back, &mut self.terms));
            if !has_changed {
                break;
            }
        }
        self.mode = mode;
        let (end, _, breaks) = self.round(label, head.state(), round);
        self.state = join(end, breaks, &mut self.terms);
    }

    /// One round of a loop: what holds where it ends at its head, where it goes on, where it breaks.
    fn round(
        &mut self,
        label: Option<&String>,
        head: State,
        round: &mut dyn FnMut(&mut Self) -> Option<State>,
    ) -> (Option<State>, Option<State>, Option<State>) {
        self.frames.push(Frame { label: label.cloned(), is_loop: true, breaks: None, continues: None });
        self.state = Some(head);
        let end = round(self);
        let frame = self.frames.pop();
        let (breaks, continues) = frame.map_or((None, None), |frame| (frame.breaks, frame.continues));
        let state = self.state.take();
        (end, join(state, continues, &mut self.terms), breaks)
    }

    /// What a loop changes, and all that it mentions.
    fn changed_in(&self, parts: &[&Expr], body: &Block) -> (BTreeSet<Key>, FxHashSet<String>) {
        use crate::rir::visit::Visit;
        let mut inside = Inside { known: self.known, found: BTreeSet::new() };
        parts.iter().for_each(|part| inside.expr(part));
        inside.block(body);
        let mut mentioned = Mentioned::default();
        parts.iter().for_each(|part| mentioned.expr(part));
        mentioned.block(body);
        (inside.found, mentioned.0)
    }

    fn jump(&mut self, label: Option<&String>, is_break: bool) {
        let Some(state) = self.state.take() else { return };
        let frame = self.frames.iter_mut().rev().find(|frame| match label {
            Some(_) => frame.label.as_ref() == label,
            None => frame.is_loop,
        });
        let Some(frame) = frame else { return };
        let to = if is_break { &mut frame.breaks } else { &mut frame.continues };
        let before = to.take();
        *to = join(before, Some(state), &mut self.terms);
    }

    /// The body of a closure: what holds where it is made, holds where it runs, as it lends or copies what it uses.
    fn closure_body(&mut self, body: &mut Expr) {
        let (state, frames) = (self.state.clone(), std::mem::take(&mut self.frames));
        self.expr(body);
        self.state = state;
        self.frames = frames;
    }

    fn for_loop(&mut self, label: Option<&String>, pat: &mut Pat, items: &mut Expr, body: &mut Block) {
        let binder = self.ranged(pat, items);
        let before = self.state.clone();
        let keys = self.changed_in(&[], body);
        self.looped(label, keys, &mut |walk| {
            let end = walk.state.clone();
            walk.binder(binder.as_ref());
            walk.block(body);
            end
        });
        if self.mode == Mode::Write
            && binder.is_some()
            && let Expr::Method(range, iter, ..) = &mut *items
            && iter == "iter"
            && let Expr::Call(_, args) = &mut **range
            && let [start, end, step] = args.as_mut_slice()
        {
            let range = Expr::Range(Some(Box::new(take(start))), Some(Box::new(take(end))));
            *items = range.method("step_by", vec![take(step)]);
        }
        if self.mode == Mode::Write
            && let (Some(binder), Pat::Bind(name, false), Expr::Range(..)) = (binder, &*pat, &*items)
            && let Some(found) = only_list(name, body)
        {
            let after = std::mem::replace(&mut self.state, before);
            let is_whole = self.has_length(&Expr::local(found.list.clone())) && {
                let length = self.length(&Expr::local(found.list.clone()));
                self.proves_at_most(&length, &binder.high) && self.proves_at_most(&binder.high, &length)
            };
            self.state = after;
            let ty = self.known.types.get(&found.list).filter(|_| is_whole);
            match ty.and_then(|ty| Some((ty, item_of(ty)?))) {
                Some(types) => {
                    self.sizes.n_items += 1;
                    let item = format!("{}@items{}", item_name(&found.list), self.sizes.n_items);
                    rewrite(&found, (pat, items, body), types, item);
                }
                None => self.sizes.lints.push("clippy::needless_range_loop"),
            }
        }
    }

    /// Walks what a loop or a closure gets its items from; gives the variable for which they are a range.
    pub(super) fn ranged(&mut self, pat: &mut Pat, items: &mut Expr) -> Option<Binder> {
        match (&*pat, &mut *items) {
            (Pat::Bind(name, _), Expr::Range(Some(start), Some(end))) => {
                let name = name.clone();
                Some(self.range(name, start, end))
            }
            (Pat::Bind(name, _), Expr::Method(range, method, _, args))
                if matches!(method.as_str(), "rev" | "step_by")
                    && matches!(**range, Expr::Range(Some(_), Some(_))) =>
            {
                let name = name.clone();
                let Expr::Range(Some(start), Some(end)) = &mut **range else { return None };
                let binder = self.range(name, start, end);
                args.iter_mut().for_each(|arg| self.expr(arg));
                Some(binder)
            }
            // `range(a, b, c)` with a step that is not known before.
            (Pat::Bind(name, _), Expr::Method(range, iter, ..)) if iter == "iter" && is_range(range) => {
                let name = name.clone();
                self.stepped(name, range).or_else(|| {
                    self.expr(range);
                    None
                })
            }
            (Pat::Wild, Expr::Range(Some(start), Some(end))) => {
                self.counted(start, end);
                None
            }
            _ => {
                self.expr(items);
                None
            }
        }
    }

    /// `range::range(start, end, step).iter()`, which is `(start..end).step_by(step)` where the step is positive.
    fn stepped(&mut self, name: String, range: &mut Expr) -> Option<Binder> {
        let Expr::Call(_, args) = range else { return None };
        let [start, end, step] = args.as_mut_slice() else { return None };
        let by = self.value(step).sum;
        if !self.proves_positive(&by) || !self.is_bounded(&by) {
            return None;
        }
        let binder = self.range(name, start, end);
        self.sized(step);
        Some(binder)
    }

    fn range(&mut self, name: String, start: &mut Expr, end: &mut Expr) -> Binder {
        let (low, high) = (self.value(start).sum, self.value(end).sum);
        self.sizes_ranged(&name, start, end, (&low, &high));
        Binder { name, low, high }
    }

    /// The variable of a range, at the start of a round.
    pub(super) fn binder(&mut self, binder: Option<&Binder>) {
        let Some(Binder { name, low, high }) = binder else { return };
        if self.hidden.contains(name) {
            return;
        }
        self.ints.insert(name.clone());
        let key = Key::Variable(name.clone());
        self.forget([key.clone()]);
        let value = Linear::term(self.term(&key));
        self.at_most(low, &value);
        high.offset(-1).into_iter().for_each(|last| self.at_most(&value, &last));
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

/// What a variable is bound to.
enum Bound {
    Int(Linear),
    /// The length of a list, and of its lists.
    List((Option<Linear>, Option<Linear>)),
    Nothing,
}

/// The variable of a range, and its bounds.
pub(super) struct Binder {
    name: String,
    low: Linear,
    high: Linear,
}

fn opposite(op: BinOp) -> BinOp {
    match op {
        BinOp::Eq => BinOp::Ne,
        BinOp::Ne => BinOp::Eq,
        BinOp::Lt => BinOp::Ge,
        BinOp::Le => BinOp::Gt,
        BinOp::Gt => BinOp::Le,
        BinOp::Ge => BinOp::Lt,
        op => op,
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
            Expr::Assign(to, value) => self.assign(to, value),
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

/// `range::range(…)`.
fn is_range(expr: &Expr) -> bool {
    matches!(is_call(expr), Some(("range", "range")))
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
