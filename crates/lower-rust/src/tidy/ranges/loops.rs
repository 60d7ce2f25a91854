//! Loops: what holds at the head however often they have gone round, and the variables of ranges.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use super::effects::{Inside, Mentioned};
use super::items::{item_name, only_list, rewrite};
use super::linear::Linear;
use super::places::{is_call, item_of};
use super::sizes::take;
use super::state::{Head, Key, State, join};
use super::walk::{Mode, Walk};
use crate::rir::visit::{Visit, VisitMut};
use crate::rir::{Block, Expr, Pat, Ty};

/// How many rounds of a loop are walked before nothing is assumed of it.
const MOST_ROUNDS: u32 = 8;

/// Where `break` and `continue` go.
pub(super) struct Frame {
    pub(super) label: Option<String>,
    pub(super) is_loop: bool,
    pub(super) breaks: Option<State>,
    pub(super) continues: Option<State>,
}

/// The variable of a range, and its bounds.
pub(super) struct Binder {
    name: String,
    low: Linear,
    high: Linear,
}

impl Walk<'_> {
    /// A loop that changes `keys`: `round` walks one round of it and gives what holds where it ends at its head.
    pub(super) fn looped(
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
    pub(super) fn round(
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
    pub(super) fn changed_in(&self, parts: &[&Expr], body: &Block) -> (BTreeSet<Key>, FxHashSet<String>) {
        let mut inside = Inside { known: self.known, found: BTreeSet::new() };
        parts.iter().for_each(|part| inside.expr(part));
        inside.block(body);
        let mut mentioned = Mentioned::default();
        parts.iter().for_each(|part| mentioned.expr(part));
        mentioned.block(body);
        (inside.found, mentioned.0)
    }

    pub(super) fn jump(&mut self, label: Option<&String>, is_break: bool) {
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

    pub(super) fn for_loop(
        &mut self,
        label: Option<&String>,
        pat: &mut Pat,
        items: &mut Expr,
        body: &mut Block,
    ) {
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
            let ty = self.known.types.get(&found.list).filter(|_| is_whole && !found.is_inner);
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
        if let Pat::Tuple(parts) = &*pat
            && let [Pat::Bind(name, _), _] = parts.as_slice()
            && enumerated(items).is_some()
        {
            return Some(self.enumerated(name.clone(), items));
        }
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

    /// `builtins::enumerate(items, 0)`, which is `items.iter().enumerate()` where what counts is a size.
    fn enumerated(&mut self, name: String, items: &mut Expr) -> Binder {
        let of = enumerated(items);
        let length = of.map_or(Linear::constant(0), |of| self.length(walked(of)));
        let iter = of.and_then(|of| self.iterator_of(of));
        self.expr(items);
        if self.mode == Mode::Count && iter.is_none() {
            self.sizes.veto(&name);
        }
        if self.mode == Mode::Write
            && self.sizes.is_size(&name)
            && let Expr::Call(_, args) = &mut *items
            && let [of, _] = args.as_mut_slice()
        {
            let of = match take(of) {
                Expr::Ref(list) if iter == Some("iter") => *list,
                of => of,
            };
            let each = match iter {
                Some("") | None => of,
                Some(iter) => of.method(iter, Vec::new()),
            };
            *items = each.method("enumerate", Vec::new());
        }
        Binder { name, low: Linear::constant(0), high: length }
    }

    /// The method that gives an iterator over what is enumerated; none where it is one.
    fn iterator_of(&self, items: &Expr) -> Option<&'static str> {
        match items {
            Expr::Ref(list) => matches!(self.known.ty_of(list), Some(Ty::Named(..))).then_some("iter"),
            Expr::Path(_) => match self.known.ty_of(items)? {
                Ty::Ref(_) => Some("iter"),
                Ty::Named(..) => Some("into_iter"),
                _ => None,
            },
            Expr::Method(_, name, ..) => {
                matches!(name.as_str(), "iter" | "cloned" | "copied" | "rev" | "map" | "filter" | "into_iter")
                    .then_some("")
            }
            _ => None,
        }
    }

    /// `range::range(start, end, step).iter()`, which is `(start..end).step_by(step)` where the step is positive.
    pub(super) fn stepped(&mut self, name: String, range: &mut Expr) -> Option<Binder> {
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

    pub(super) fn range(&mut self, name: String, start: &mut Expr, end: &mut Expr) -> Binder {
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
}

/// What `builtins::enumerate(items, 0)` counts.
pub(super) fn enumerated(expr: &Expr) -> Option<&Expr> {
    match (is_call(expr)?, expr) {
        (("builtins", "enumerate"), Expr::Call(_, args)) => match args.as_slice() {
            [items, Expr::Int(0, _)] => Some(items),
            _ => None,
        },
        _ => None,
    }
}

/// The list whose items, in order, an iterator gives.
fn walked(items: &Expr) -> &Expr {
    match items {
        Expr::Method(list, name, ..) if matches!(name.as_str(), "iter" | "cloned" | "copied" | "rev") => {
            walked(list)
        }
        items => items,
    }
}

/// `range::range(…)`.
fn is_range(expr: &Expr) -> bool {
    matches!(is_call(expr), Some(("range", "range")))
}
