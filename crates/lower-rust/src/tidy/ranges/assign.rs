//! What gives a value to a variable or a place.

use std::collections::BTreeSet;

use super::effects::of_node;
use super::linear::Linear;
use super::places::place;
use super::sizes::take;
use super::state::Key;
use super::walk::{Mode, Walk};
use crate::rir::visit::VisitMut;
use crate::rir::{BinOp, Expr, Pat, Ty};
use crate::tidy::resolve::variable;

/// What a variable is bound to.
enum Bound {
    Int(Linear),
    /// The length of a list, and of its lists.
    List((Option<Linear>, Option<Linear>)),
    Nothing,
}

impl Walk<'_> {
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
    pub(super) fn made(&mut self, name: String, (length, width): (Option<Linear>, Option<Linear>)) {
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
    pub(super) fn bind(&mut self, pat: &mut Pat, ty: Option<&mut Ty>, init: &mut Expr) {
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
        self.veto(name);
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

    pub(super) fn assign(&mut self, to: &mut Expr, value: &mut Expr) {
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
        variable(to).into_iter().for_each(|name| self.veto(name));
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
    pub(super) fn place_parts(&mut self, to: &mut Expr) {
        match to {
            Expr::Field(object, _) | Expr::TupleField(object, _) => self.place_parts(object),
            Expr::Tuple(items) => items.iter_mut().for_each(|item| self.place_parts(item)),
            Expr::Path(_) => {}
            other => self.expr(other),
        }
    }

    /// `x = x / 2` is `x /= 2`.
    pub(super) fn operator_of(&mut self, expr: &mut Expr) {
        let Expr::Assign(to, value) = expr else { return };
        let is_int = variable(to).is_some_and(|name| self.ints.contains(name));
        if self.mode == Mode::Write
            && is_int
            && let Expr::Binary(op, left, right) = &mut **value
            && variable(left) == variable(to)
            && !op.is_comparison()
        {
            *expr = Expr::AssignOp(*op, Box::new(take(to)), Box::new(take(right)));
        }
    }

    /// `x op= value` of an integer variable.
    pub(super) fn operated(&mut self, op: BinOp, name: &str, value: &mut Expr) {
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
}
