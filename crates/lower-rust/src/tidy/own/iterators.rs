//! Iterators over lists: which of their items are asked for while the list is held, and by whom.

use rustc_hash::FxHashSet;

use super::changes::Mentioned;
use super::places::Place;
use super::shapes::{builtin, enumerated, items_of_ref, row_of};
use super::uses::Look;
use crate::rir::visit::Visit;
use crate::rir::{Block, Closure, Expr, Pat};

/// Methods of iterators that make another, lazily.
pub(super) const LAZY: &[&str] = &[
    "map",
    "filter",
    "filter_map",
    "enumerate",
    "zip",
    "chain",
    "rev",
    "skip",
    "take",
    "step_by",
    "peekable",
    "copied",
    "cloned",
    "flat_map",
    "take_while",
    "skip_while",
    "inspect",
    "flatten",
];

/// Methods of iterators that ask for all items at once, or for as many as they need.
pub(in crate::tidy) const EAGER: &[&str] = &[
    "collect",
    "sum",
    "count",
    "any",
    "all",
    "min",
    "max",
    "fold",
    "product",
    "for_each",
    "last",
    "position",
    "find",
    "find_map",
    "max_by_key",
    "min_by_key",
    "try_fold",
];

/// Functions of the runtime that do.
pub(in crate::tidy) const CONSUMERS: &[&str] = &[
    "sorted",
    "sorted_by_key",
    "sum",
    "sum_big",
    "sum_float",
    "sum_floats",
    "sum_from",
    "sum_num",
    "any",
    "all",
    "min",
    "max",
    "min_or",
    "max_or",
    "try_min",
    "try_max",
    "min_by_key",
    "max_by_key",
    "min_float",
    "max_float",
];

/// Functions of the runtime that make an iterator of others, lazily.
const ADAPTERS: &[&str] = &["zip", "zip3", "enumerate"];

/// Methods of iterators whose closure is handed each item.
pub(super) const EACH: &[&str] = &["map", "for_each", "any", "all", "flat_map", "filter_map"];

impl Look<'_> {
    /// An iterator whose items are all asked for before the statement around it ends, or by the loop that runs over it.
    pub(super) fn items(&mut self, items: &Expr) {
        match items {
            Expr::Method(list, name, _, args)
                if matches!(name.as_str(), "iter" | "reversed") && args.is_empty() =>
            {
                match (self.place(list), self.row(list)) {
                    // Its items are lists, that whoever asks for them would hold.
                    (Some(place), _) if self.places.rows(place).is_some() => self.places.share(place),
                    (Some(place), _) => self.borrowed.push(place),
                    (None, Some(of)) => {
                        self.borrowed.push(of);
                        row_of(list).into_iter().for_each(|(_, index)| self.expr(index));
                    }
                    (None, None) => self.expr(items),
                }
            }
            Expr::Method(list, name, _, args) if name == "into_items" && args.is_empty() => {
                match self.place(list) {
                    Some(place) if self.closures > 0 || self.places.is_ref(place) => self.places.share(place),
                    Some(_) => {}
                    None => self.expr(items),
                }
            }
            Expr::Method(inner, name, _, args) if LAZY.contains(&name.as_str()) => {
                match (self.rows_of(inner), args.as_slice()) {
                    (Some(of), [Expr::Closure(closure)])
                        if self.is_row(closure) && EACH.contains(&name.as_str()) =>
                    {
                        self.borrowed.push(of);
                    }
                    _ => self.items(inner),
                }
                for arg in args {
                    match arg {
                        Expr::Closure(closure) => self.run_at_once(closure, None),
                        arg => self.items(arg),
                    }
                }
            }
            _ => match builtin(items) {
                Some((name, args)) if ADAPTERS.contains(&name) => args.iter().for_each(|arg| self.items(arg)),
                _ => match self.named(items) {
                    Some(place) if items_of_ref(items) => self.borrowed.push(place),
                    _ => self.expr(items),
                },
            },
        }
    }

    /// A closure that runs while the expression around it does, and gives what `to` holds.
    pub(super) fn run_at_once(&mut self, closure: &Closure, to: Option<Place>) {
        let mut found = Mentioned(FxHashSet::default());
        found.expr(&closure.body);
        for name in found.0 {
            self.borrowed.extend(self.places.variable(self.func, &name));
        }
        let result = self.result.take();
        self.closures += 1;
        match to {
            Some(to) => self.value(&closure.body, to),
            None => self.expr(&closure.body),
        }
        self.closures -= 1;
        self.result = result;
    }

    /// A loop whose iterator holds lists while its body runs.
    pub(super) fn loop_over(&mut self, pat: &Pat, iter: &Expr, body: &Block) {
        let outer = std::mem::take(&mut self.borrowed);
        let row = match pat {
            Pat::Bind(name, _) => Some(name),
            Pat::Tuple(pats) => match (pats.as_slice(), enumerated(iter)) {
                ([_, Pat::Bind(name, _)], Some(_)) => Some(name),
                _ => None,
            },
            _ => None,
        };
        let row = row.and_then(|name| self.places.variable(self.func, name));
        match (self.rows_of(enumerated(iter).unwrap_or(iter)), row) {
            (Some(of), Some(row)) => {
                self.borrowed.push(of);
                self.held(of, row, body);
            }
            (Some(of), None) if matches!(pat, Pat::Wild) => self.borrowed.push(of),
            _ => self.items(iter),
        }
        let borrowed = std::mem::replace(&mut self.borrowed, outer);
        for place in borrowed {
            self.unchanged(place, |changes| changes.block(body));
        }
        self.block(body);
    }
}
