//! What is known of the value of an expression.

use super::linear::Linear;
use super::places::{is_call, len_of, place, row_list};
use super::state::Key;
use super::walk::Walk;
use crate::rir::{BinOp, Expr, Ty, UnOp};
use crate::tidy::mentions::Mentions;
use crate::tidy::resolve::{bound, variable};

/// A value, and whether it is known to be an integer: facts about others are never written down.
pub(super) struct Value {
    pub(super) sum: Linear,
    pub(super) is_int: bool,
}

impl Walk<'_> {
    fn unknown(&mut self, is_int: bool) -> Value {
        Value { sum: Linear::term(self.terms.fresh(false)), is_int }
    }

    fn natural(&mut self) -> Linear {
        Linear::term(self.terms.fresh(true))
    }

    /// The value of `expr` in the present state; facts about its parts go into the state.
    pub(super) fn value(&mut self, expr: &Expr) -> Value {
        let known = |sum: Option<Linear>| sum.map(|sum| Value { sum, is_int: true });
        let found = match expr {
            Expr::Int(value, _) => known(Some(Linear::constant(*value))),
            Expr::Path(_) => match variable(expr).filter(|name| self.ints.contains(*name)) {
                Some(name) => {
                    let key = Key::Variable(name.to_owned());
                    let term = self.term(&key);
                    known(Some(Linear::term(term)))
                }
                None => None,
            },
            Expr::Unary(UnOp::Neg, value) => {
                let value = self.value(value);
                value.sum.times(-1).map(|sum| Value { sum, is_int: value.is_int })
            }
            Expr::Cast(value, ty) if *ty == Ty::local("i64") || *ty == Ty::local("usize") => {
                let value = self.value(value);
                known(Some(value.sum))
            }
            Expr::Try(value) => {
                let value = self.value(value);
                Some(value)
            }
            Expr::Binary(op, left, right) => self.operation(*op, left, right),
            Expr::Method(..) => self.method_value(expr),
            Expr::Call(_, args) => match (is_call(expr), args.as_slice()) {
                (Some(("int", "mul")), [left, right]) => self.operation(BinOp::Mul, left, right),
                (Some(("int", "modulo" | "try_modulo")), [left, right]) => {
                    let (left, right) = (self.value(left), self.value(right));
                    known(self.remainder(&left.sum, &right.sum))
                }
                (Some(("int", "floor_div" | "try_floor_div")), [left, right]) => {
                    let (left, right) = (self.value(left), self.value(right));
                    known(self.quotient(&left.sum, &right.sum))
                }
                (Some(("int", "abs")), [value]) => {
                    let value = self.value(value).sum;
                    let absolute = self.absolute(value);
                    known(Some(absolute))
                }
                (Some(("int", "size")), [value]) => {
                    let value = self.value(value).sum;
                    if self.is_natural(&value) {
                        known(Some(value))
                    } else {
                        let size = self.natural();
                        self.at_most(&value, &size);
                        known(Some(size))
                    }
                }
                _ => None,
            },
            _ => None,
        };
        match found {
            Some(value) => value,
            None => self.unknown(false),
        }
    }

    fn operation(&mut self, op: BinOp, left: &Expr, right: &Expr) -> Option<Value> {
        let (left, right) = (self.value(left), self.value(right));
        let is_int = left.is_int || right.is_int;
        let sum = match op {
            BinOp::Add => left.sum.plus(&right.sum, 1),
            BinOp::Sub => left.sum.plus(&right.sum, -1),
            BinOp::Mul => self.product(&left.sum, &right.sum),
            BinOp::Div if is_int && self.is_natural(&left.sum) => self.quotient(&left.sum, &right.sum),
            BinOp::Rem if is_int && self.is_natural(&left.sum) => self.remainder(&left.sum, &right.sum),
            BinOp::BitAnd if is_int => self.masked(&left.sum, &right.sum),
            BinOp::Shr if is_int && self.is_natural(&left.sum) => {
                let less = self.natural();
                self.at_most(&less, &left.sum);
                Some(less)
            }
            _ => None,
        };
        match sum {
            Some(sum) => Some(Value { sum, is_int }),
            None => Some(self.unknown(is_int)),
        }
    }

    fn absolute(&mut self, value: Linear) -> Linear {
        if self.is_natural(&value) {
            return value;
        }
        let found = self.natural();
        self.at_most(&value, &found);
        value.times(-1).into_iter().for_each(|less| self.at_most(&less, &found));
        found
    }

    fn product(&mut self, left: &Linear, right: &Linear) -> Option<Linear> {
        match (left.as_constant(), right.as_constant()) {
            (Some(times), _) => return right.times(times),
            (_, Some(times)) => return left.times(times),
            _ => {}
        }
        if !(self.is_natural(left) && self.is_natural(right)) {
            return None;
        }
        let product = self.natural();
        // Not less than the one where the other is not 0.
        for (one, other) in [(left, right), (right, left)] {
            if self.proves_positive(other) {
                self.at_most(one, &product);
            }
        }
        Some(product)
    }

    /// `left // right`, rounded down.
    fn quotient(&mut self, left: &Linear, right: &Linear) -> Option<Linear> {
        if let Some(divisor) = right.as_constant().filter(|divisor| *divisor > 0) {
            let quotient = if self.is_natural(left) { self.natural() } else { self.unknown(true).sum };
            let product = quotient.times(divisor)?;
            self.at_most(&product, left);
            self.at_most(left, &product.offset(divisor - 1)?);
            return Some(quotient);
        }
        if self.is_natural(left) && self.proves_positive(right) {
            let quotient = self.natural();
            self.at_most(&quotient, left);
            return Some(quotient);
        }
        None
    }

    /// `left % right`, of the sign of `right`.
    fn remainder(&mut self, left: &Linear, right: &Linear) -> Option<Linear> {
        if !self.proves_positive(right) {
            return None;
        }
        let rest = self.natural();
        self.at_most(&rest, &right.offset(-1)?);
        if self.is_natural(left) {
            self.at_most(&rest, left);
        }
        Some(rest)
    }

    fn masked(&mut self, left: &Linear, right: &Linear) -> Option<Linear> {
        let mask = [left, right].into_iter().find(|side| side.as_constant().is_some_and(|mask| mask >= 0))?;
        let rest = self.natural();
        self.at_most(&rest, mask);
        Some(rest)
    }

    fn method_value(&mut self, expr: &Expr) -> Option<Value> {
        let Expr::Method(receiver, name, _, args) = expr else { return None };
        let known = |sum: Option<Linear>| sum.map(|sum| Value { sum, is_int: true });
        match (name.as_str(), args.as_slice()) {
            ("len", []) => {
                let length = self.length(receiver);
                known(Some(length))
            }
            ("div_euclid", [divisor]) => {
                let (left, right) = (self.value(receiver).sum, self.value(divisor).sum);
                known(self.quotient(&left, &right))
            }
            ("rem_euclid", [divisor]) => {
                let (left, right) = (self.value(receiver).sum, self.value(divisor).sum);
                known(self.remainder(&left, &right))
            }
            ("min" | "max", [other]) => {
                let (left, right) = (self.value(receiver), self.value(other));
                let is_int = left.is_int || right.is_int;
                let found = self.unknown(is_int);
                if is_int {
                    for side in [&left.sum, &right.sum] {
                        let (low, high) = if name == "min" { (&found.sum, side) } else { (side, &found.sum) };
                        self.at_most(low, high);
                    }
                    // One that is never the greater, or never the less, is not the result.
                    let is_less = self.proves_at_most(&left.sum, &right.sum);
                    let is_more = self.proves_at_most(&right.sum, &left.sum);
                    let is_min = name == "min";
                    if is_less || is_more {
                        let result = if is_less == is_min { &left.sum } else { &right.sum };
                        self.equal(&found.sum, result);
                    } else {
                        // Above what both are above.
                        for least in [-1, 0, 1] {
                            let least = Linear::constant(least);
                            let both =
                                [&left.sum, &right.sum].iter().all(|side| self.proves_at_most(&least, side));
                            if both {
                                self.at_most(&least, &found.sum);
                            }
                        }
                    }
                }
                Some(found)
            }
            ("abs", []) => {
                let value = self.value(receiver);
                if !value.is_int {
                    return None;
                }
                let absolute = self.absolute(value.sum);
                known(Some(absolute))
            }
            _ => None,
        }
    }

    /// The length of a list or a text.
    pub(super) fn length(&mut self, list: &Expr) -> Linear {
        if let Some(name) = place(list).filter(|_| self.has_length(list)) {
            let term = self.term(&Key::Length(name));
            return Linear::term(term);
        }
        let width = row_list(list).and_then(|of| self.state.as_ref()?.width(&of));
        match width {
            Some(term) => Linear::term(term),
            None => Linear::term(self.terms.length()),
        }
    }

    /// The length of what a `Vec` is made with, and that of its items where they are lists of one length.
    pub(super) fn made_with(&mut self, value: &Expr) -> (Option<Linear>, Option<Linear>) {
        match value {
            Expr::Vec(items) => {
                let widths: Vec<Option<Linear>> = items.iter().map(|item| self.made_with(item).0).collect();
                let width = match widths.split_first() {
                    Some((Some(first), rest)) if rest.iter().all(|width| width.as_ref() == Some(first)) => {
                        Some(first.clone())
                    }
                    _ => None,
                };
                (i64::try_from(items.len()).ok().map(Linear::constant), width)
            }
            Expr::Filled(item, count) => (Some(self.value(count).sum), self.made_with(item).0),
            Expr::Call(..) if matches!(is_call(value), Some(("Vec", "new"))) => {
                (Some(Linear::constant(0)), None)
            }
            Expr::Method(inner, name, _, args) => match (name.as_str(), args.as_slice()) {
                ("collect", []) => self.collected(inner),
                ("clone" | "to_vec" | "copied", []) if place(inner).is_some() && self.has_length(inner) => {
                    let width = place(inner).and_then(|of| self.state.as_ref()?.width(&of)).map(Linear::term);
                    (Some(self.length(inner)), width)
                }
                ("plus", [other]) => {
                    let other = if let Expr::Ref(other) = other { other } else { other };
                    let (left, right) = (self.listed(inner), self.listed(other));
                    (left.zip(right).and_then(|(left, right)| left.plus(&right, 1)), None)
                }
                _ => (None, None),
            },
            _ => (None, None),
        }
    }

    /// The length of a list that an expression names or makes.
    fn listed(&mut self, list: &Expr) -> Option<Linear> {
        if place(list).is_some() && self.has_length(list) {
            return Some(self.length(list));
        }
        match list {
            Expr::Array(items) => i64::try_from(items.len()).ok().map(Linear::constant),
            Expr::Ref(inner) => self.listed(inner),
            list => self.made_with(list).0,
        }
    }

    /// The length of what an iterator gives, and that of its lists.
    fn collected(&mut self, items: &Expr) -> (Option<Linear>, Option<Linear>) {
        match items {
            Expr::Range(Some(start), Some(end)) => {
                let (start, end) = (self.value(start).sum, self.value(end).sum);
                let Some(length) = end.plus(&start, -1) else { return (None, None) };
                if self.is_natural(&length) {
                    return (Some(length), None);
                }
                let size = self.natural();
                self.at_most(&length, &size);
                (Some(size), None)
            }
            Expr::Method(inner, name, _, args) => match (name.as_str(), args.as_slice()) {
                ("map", [Expr::Closure(closure)]) => {
                    let length = self.collected(inner).0;
                    // What the closure makes anew in each round may not depend on the round.
                    let mut params = Vec::new();
                    for (pat, _) in &closure.params {
                        params.extend(bound(pat));
                    }
                    let depends = params.iter().any(|name| Mentions::in_expr(name, &closure.body));
                    let is_same = !depends && is_steady_list(&closure.body);
                    let width = if is_same { self.made_with(&closure.body).0 } else { None };
                    (length, width)
                }
                ("rev" | "copied" | "cloned" | "enumerate", []) => (self.collected(inner).0, None),
                ("iter", []) => (self.listed(inner), None),
                _ => (None, None),
            },
            _ => (None, None),
        }
    }

    /// Whether the place of an expression is known to be a list or a text whose length only its own uses change.
    pub(super) fn has_length(&self, list: &Expr) -> bool {
        let is_hidden = place(list).is_some_and(|name| self.hidden.contains(&name));
        !is_hidden && self.known.ty_of(list).is_some_and(len_of)
    }
}

/// Whether a list is as long each time that it is made, as long as no variable changes.
fn is_steady_list(list: &Expr) -> bool {
    match list {
        Expr::Vec(_) | Expr::Array(_) => true,
        Expr::Filled(_, count) => is_steady(count),
        Expr::Method(inner, name, _, args) => match name.as_str() {
            "collect" | "map" | "rev" | "copied" | "cloned" | "iter" => is_steady_list(inner),
            "plus" => is_steady_list(inner) && args.iter().all(is_steady_list),
            _ => false,
        },
        Expr::Range(Some(start), Some(end)) => is_steady(start) && is_steady(end),
        Expr::Ref(inner) => is_steady_list(inner),
        list => place(list).is_some(),
    }
}

/// Whether an integer is the same each time, as long as no variable changes.
fn is_steady(value: &Expr) -> bool {
    match value {
        Expr::Int(..) | Expr::Path(_) => true,
        Expr::Unary(_, value) | Expr::Cast(value, _) => is_steady(value),
        Expr::Binary(_, left, right) => is_steady(left) && is_steady(right),
        Expr::Method(value, name, _, args) => match name.as_str() {
            "len" => place(value).is_some(),
            "min" | "max" | "div_euclid" | "rem_euclid" => is_steady(value) && args.iter().all(is_steady),
            _ => false,
        },
        Expr::Call(_, args) => matches!(is_call(value), Some(("int", _))) && args.iter().all(is_steady),
        _ => false,
    }
}
