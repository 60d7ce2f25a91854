//! Variables that are sizes: `usize` where all they hold is proven to be one, and most they are used for is an index.
//!
//! A value is a size where it is not negative and not more than the length of a list, give or take, or than 31 bits: it
//! fits on a machine of 32 bits too. What a variable is used for is counted by the walk: each index, bound of a range and
//! length speaks for `usize`, each use as an `i64`, which becomes `x as i64`, against it.

use rustc_hash::{FxHashMap, FxHashSet};

use super::linear::Linear;
use super::loops::enumerated;
use super::places::is_call;
use super::walk::{Mode, Walk};
use crate::rir::visit::{Visit, VisitMut, walk_expr, walk_stmt};
use crate::rir::{BinOp, Block, Expr, Pat, Path, Stmt, Ty};
use crate::tidy::resolve::variable;

/// The variables of a function that are sizes, and what is said for and against each.
#[derive(Default)]
pub(super) struct Sizes {
    chosen: FxHashSet<String>,
    vetoed: FxHashSet<String>,
    uses: FxHashMap<String, Uses>,
    /// Variables that meet: compared, assigned to each other, bounds of each other.
    near: Vec<(String, String)>,
    /// Methods that are called no more, and such that are new.
    pub(super) dropped: Vec<&'static str>,
    pub(super) added: Vec<&'static str>,
    /// What Clippy would say to what is written.
    pub(super) lints: Vec<&'static str>,
    /// How many variables are new.
    pub(super) n_items: u32,
}

#[derive(Clone, Copy, Default)]
struct Uses {
    /// As an index, or a length.
    indices: u32,
    /// As a bound of a range, or compared with another size.
    bounds: u32,
    /// As an `i64`.
    casts: u32,
}

/// What a variable is used as.
#[derive(Clone, Copy)]
pub(super) enum Use {
    Index,
    Bound,
    Cast,
}

impl Sizes {
    /// All variables of `body` whose declarations can say that they are sizes, and the parameters `params`.
    pub(super) fn of(body: &Block, params: impl Iterator<Item = String>, hidden: &FxHashSet<String>) -> Self {
        struct Declared(FxHashSet<String>);
        impl Declared {
            fn add(&mut self, pat: &Pat, ty: Option<&Ty>) {
                match (pat, ty) {
                    (Pat::Bind(name, _), ty) if ty.is_none_or(|ty| *ty == Ty::local("i64")) => {
                        self.0.insert(name.clone());
                    }
                    (Pat::Tuple(pats), None) => pats.iter().for_each(|pat| self.add(pat, None)),
                    (Pat::Tuple(pats), Some(Ty::Tuple(types))) => {
                        pats.iter().zip(types).for_each(|(pat, ty)| self.add(pat, Some(ty)));
                    }
                    _ => {}
                }
            }
        }
        impl Visit for Declared {
            fn stmt(&mut self, stmt: &Stmt) {
                if let Stmt::Let { pat, ty, init } = stmt {
                    let has_parts =
                        matches!((pat, init), (Pat::Tuple(_), Some(Expr::Tuple(_))) | (Pat::Bind(..), _));
                    if has_parts {
                        self.add(pat, ty.as_ref());
                    }
                }
                walk_stmt(self, stmt);
            }
            fn expr(&mut self, expr: &Expr) {
                match expr {
                    Expr::For(_, pat @ Pat::Bind(..), ..) => self.add(pat, None),
                    Expr::For(_, Pat::Tuple(parts), items, _) if enumerated(items).is_some() => {
                        parts.first().into_iter().for_each(|pat| self.add(pat, None));
                    }
                    Expr::Closure(closure) => {
                        if let [(pat @ Pat::Bind(..), None)] = closure.params.as_slice() {
                            self.add(pat, None);
                        }
                    }
                    _ => {}
                }
                walk_expr(self, expr);
            }
        }
        let mut declared = Declared(FxHashSet::default());
        declared.block(body);
        declared.0.extend(params);
        declared.0.retain(|name| !hidden.contains(name));
        Sizes { chosen: declared.0, ..Sizes::default() }
    }

    pub(super) fn is_size(&self, name: &str) -> bool {
        self.chosen.contains(name)
    }

    pub(super) fn veto(&mut self, name: &str) {
        self.vetoed.insert(name.to_owned());
    }

    /// Drops the variables for which too little speaks, and forgets the counts; whether there was any. One that is no
    /// index itself has to meet one that is, or one that does.
    pub(super) fn settle(&mut self) -> bool {
        let before = self.chosen.len();
        let (uses, vetoed) = (std::mem::take(&mut self.uses), std::mem::take(&mut self.vetoed));
        let near = std::mem::take(&mut self.near);
        let used = |name: &String| uses.get(name).copied().unwrap_or_default();
        self.chosen.retain(|name| !vetoed.contains(name));
        let mut supported: FxHashSet<String> =
            self.chosen.iter().filter(|name| used(name).indices > 0).cloned().collect();
        loop {
            let more: Vec<String> = near
                .iter()
                .flat_map(|(a, b)| [(a, b), (b, a)])
                .filter(|(a, b)| {
                    supported.contains(*a) && self.chosen.contains(*b) && !supported.contains(*b)
                })
                .map(|(_, b)| b.clone())
                .collect();
            if more.is_empty() {
                break;
            }
            supported.extend(more);
        }
        self.chosen.retain(|name| {
            let of = used(name);
            supported.contains(name) && of.indices + of.bounds >= of.casts
        });
        self.chosen.len() != before
    }

    pub(super) fn give_up(&mut self) {
        self.chosen.clear();
    }
}

impl Walk<'_> {
    fn count(&mut self, name: &str, used: Use) {
        if self.mode == Mode::Count {
            let uses = self.sizes.uses.entry(name.to_owned()).or_default();
            let count = match used {
                Use::Index => &mut uses.indices,
                Use::Bound => &mut uses.bounds,
                Use::Cast => &mut uses.casts,
            };
            *count += 1;
        }
    }

    /// The sizes among the operands of `expr` meet the variable `name`.
    fn meets(&mut self, name: &str, expr: &Expr) {
        if self.mode == Mode::Count {
            let near = self.sizes_in(expr).into_iter().map(|other| (name.to_owned(), other));
            self.sizes.near.extend(near);
        }
    }

    pub(super) fn veto(&mut self, name: &str) {
        if self.mode == Mode::Count {
            self.sizes.veto(name);
        }
    }

    /// Whether a value is not more than what fits into a `usize` everywhere.
    pub(super) fn is_bounded(&mut self, value: &Linear) -> bool {
        if self.proves_at_most(value, &Linear::constant(i64::from(i32::MAX))) {
            return true;
        }
        let lengths = self.state.as_ref().map(|state| state.lengths(&self.terms)).unwrap_or_default();
        // Twice a length and one more fits as well: a list has no more than 31 bits of bytes there.
        lengths.into_iter().map(Linear::term).any(|length| {
            [(1, 2), (2, 1)].into_iter().any(|(times, more)| {
                let most = length.times(times).and_then(|most| most.offset(more));
                most.is_some_and(|most| self.proves_at_most(value, &most))
            })
        })
    }

    /// A variable gets the value `value`, which is `sum`.
    pub(super) fn sizes_defined(&mut self, name: &str, value: &mut Expr, sum: &Linear) {
        if self.mode == Mode::Quiet || !self.sizes.is_size(name) {
            return self.expr(value);
        }
        if !self.is_natural(sum) || !self.is_bounded(sum) {
            self.veto(name);
            return self.expr(value);
        }
        self.meets(name, value);
        if !self.sized(value) {
            self.count(name, Use::Cast);
        }
    }

    /// A variable is changed by `value`, which is `by`, to `new`.
    pub(super) fn sizes_operated(&mut self, name: &str, value: &mut Expr, by: &Linear, new: &Linear) {
        if self.mode == Mode::Quiet || !self.sizes.is_size(name) {
            return self.expr(value);
        }
        if !self.is_natural(by) || !self.is_natural(new) || !self.is_bounded(new) {
            self.veto(name);
            return self.expr(value);
        }
        if !self.sized(value) {
            self.count(name, Use::Cast);
        }
    }

    /// A variable runs from `start` to before `end`.
    pub(super) fn sizes_ranged(
        &mut self,
        name: &str,
        start: &mut Expr,
        end: &mut Expr,
        (low, high): (&Linear, &Linear),
    ) {
        let is_size = self.mode != Mode::Quiet && self.sizes.is_size(name);
        if !is_size || !self.is_natural(low) || !self.is_bounded(low) || !self.is_bounded(high) {
            if is_size {
                self.veto(name);
            }
            self.expr(start);
            return self.expr(end);
        }
        for bound in [&*start, &*end] {
            self.fits(bound, Use::Bound);
            self.meets(name, bound);
        }
        if !self.sized(start) {
            self.count(name, Use::Cast);
        }
        if self.is_natural(high) {
            if !self.sized(end) {
                self.count(name, Use::Cast);
            }
            return;
        }
        // No round where it is negative.
        self.count(name, Use::Cast);
        self.expr(end);
        if self.mode == Mode::Write {
            let bound = std::mem::replace(end, Expr::unit());
            *end = Expr::call(Path::RtIn("int", "size".to_owned()), vec![bound]);
        }
    }

    /// Walks the bounds of a range that only counts rounds.
    pub(super) fn counted(&mut self, start: &mut Expr, end: &mut Expr) {
        let is_size = self.mode != Mode::Quiet
            && self.mentions_size(end, true)
            && self.is_size(start)
            && self.is_size(end);
        for bound in [start, end] {
            if is_size {
                self.fits(bound, Use::Bound);
                self.make_size(bound);
            } else {
                self.expr(bound);
            }
        }
    }

    /// The sizes among the operands of `expr` are used as such.
    pub(super) fn fits(&mut self, expr: &Expr, used: Use) {
        if self.mode == Mode::Count {
            self.sizes_in(expr).iter().for_each(|name| self.count(name, used));
        }
    }

    /// The sizes among the operands of `expr`.
    fn sizes_in(&self, expr: &Expr) -> Vec<String> {
        match expr {
            Expr::Binary(_, left, right) => [self.sizes_in(left), self.sizes_in(right)].concat(),
            Expr::Method(left, name, _, args) if is_operator(name) => {
                let mut all = self.sizes_in(left);
                all.extend(args.iter().flat_map(|arg| self.sizes_in(arg)));
                all
            }
            Expr::Call(_, args) if is_division(expr) => {
                args.iter().flat_map(|arg| self.sizes_in(arg)).collect()
            }
            expr => variable(expr)
                .filter(|name| self.sizes.is_size(name))
                .map(str::to_owned)
                .into_iter()
                .collect(),
        }
    }

    /// Whether a size, or a length, is among the operands of `expr`; of sizes alone where `or_length` is not said.
    pub(super) fn mentions_size(&self, expr: &Expr, or_length: bool) -> bool {
        match expr {
            Expr::Binary(_, left, right) => {
                self.mentions_size(left, or_length) || self.mentions_size(right, or_length)
            }
            Expr::Method(left, name, _, args) if is_operator(name) => {
                self.mentions_size(left, or_length)
                    || args.iter().any(|arg| self.mentions_size(arg, or_length))
            }
            Expr::Call(_, args) if is_division(expr) => {
                args.iter().any(|arg| self.mentions_size(arg, or_length))
            }
            expr if length_cast(expr) => or_length,
            expr => variable(expr).is_some_and(|name| self.sizes.is_size(name)),
        }
    }

    /// Whether an `i64` can be computed as a `usize`, without a cast.
    pub(super) fn is_size(&mut self, expr: &Expr) -> bool {
        match expr {
            Expr::Int(value, _) => *value >= 0,
            Expr::Binary(BinOp::Add, left, right) => self.is_size(left) && self.is_size(right),
            Expr::Binary(BinOp::Sub, left, right) => {
                self.is_size(left) && self.is_size(right) && {
                    let difference = self.value(expr).sum;
                    self.is_natural(&difference)
                }
            }
            Expr::Binary(BinOp::Mul, left, right) => {
                let is_small = |side: &Expr| matches!(side, Expr::Int(0..=16, _));
                (is_small(left) || is_small(right)) && self.is_size(left) && self.is_size(right)
            }
            Expr::Binary(BinOp::Div | BinOp::Rem, left, right) => {
                matches!(**right, Expr::Int(1.., _)) && self.is_size(left)
            }
            Expr::Method(left, name, _, args) if is_operator(name) => {
                let is_literal = matches!(args.as_slice(), [Expr::Int(1.., _)]);
                (is_literal || matches!(name.as_str(), "min" | "max"))
                    && self.is_size(left)
                    && args.iter().all(|arg| self.is_size(arg))
            }
            Expr::Call(_, args) if is_division(expr) => match args.as_slice() {
                [left, right] => {
                    self.is_size(left) && self.is_size(right) && {
                        let divisor = self.value(right).sum;
                        self.proves_positive(&divisor)
                    }
                }
                _ => false,
            },
            expr if length_cast(expr) => true,
            expr => variable(expr).is_some_and(|name| self.sizes.is_size(name)),
        }
    }

    /// Makes a `usize` of what [`is_size`](Self::is_size).
    pub(super) fn make_size(&mut self, expr: &mut Expr) {
        let is_written = self.mode == Mode::Write;
        match expr {
            Expr::Int(_, suffix) if is_written => *suffix = None,
            Expr::Binary(_, left, right) => {
                self.make_size(left);
                self.make_size(right);
            }
            Expr::Method(left, name, _, args) => {
                self.make_size(left);
                args.iter_mut().for_each(|arg| self.make_size(arg));
                let op = match name.as_str() {
                    "div_euclid" => BinOp::Div,
                    "rem_euclid" => BinOp::Rem,
                    _ => return,
                };
                if is_written && let [right] = args.as_mut_slice() {
                    *expr = Expr::binary(op, take(left), take(right));
                }
            }
            Expr::Call(..) => {
                let op = match is_call(expr) {
                    Some((_, "floor_div")) => BinOp::Div,
                    _ => BinOp::Rem,
                };
                let Expr::Call(_, args) = expr else { return };
                args.iter_mut().for_each(|arg| self.make_size(arg));
                if is_written && let [left, right] = args.as_mut_slice() {
                    *expr = Expr::binary(op, take(left), take(right));
                }
            }
            Expr::Cast(length, _) => {
                if let Expr::Method(list, ..) = &mut **length {
                    self.receiver(list);
                }
                if is_written {
                    *expr = take(length);
                }
            }
            _ => {}
        }
    }

    /// Makes a `usize` of an `i64` that is not negative; whether that takes no cast.
    pub(super) fn sized(&mut self, expr: &mut Expr) -> bool {
        if self.mode == Mode::Quiet {
            self.expr(expr);
            return true;
        }
        if self.is_size(expr) {
            self.make_size(expr);
            return true;
        }
        if self.mentions_size(expr, true)
            && let Expr::Binary(BinOp::Add | BinOp::Sub, left, right) = expr
        {
            let (a, b) = (self.value(left).sum, self.value(right).sum);
            if self.is_natural(&a) && self.is_natural(&b) && self.is_bounded(&a) {
                self.sized(left);
                self.sized(right);
                return false;
            }
        }
        self.expr(expr);
        if self.mode == Mode::Write {
            let value = take(expr);
            *expr = Expr::Cast(Box::new(value), Ty::local("usize"));
        }
        false
    }

    /// Walks a comparison.
    pub(super) fn compared(&mut self, op: BinOp, left: &mut Expr, right: &mut Expr) {
        let is_one = self.mode != Mode::Quiet
            && (self.mentions_size(left, true) || self.mentions_size(right, true))
            && !is_always(op, left, right)
            && self.is_size(left)
            && self.is_size(right);
        if is_one {
            for (side, other) in [(&*left, &*right), (&*right, &*left)] {
                let met = self.sizes_in(other);
                if !met.is_empty() {
                    self.fits(side, Use::Bound);
                    met.iter().for_each(|name| self.meets(name, side));
                }
            }
            self.make_size(left);
            self.make_size(right);
        } else {
            self.receiver(left);
            self.receiver(right);
        }
    }

    /// Walks an expression in which a size may stand as it is, or is an `i64` by a cast; whether it is one.
    pub(super) fn sized_place(&mut self, expr: &mut Expr) -> bool {
        match expr {
            Expr::Path(_) => {
                let Some(name) = variable(expr).filter(|name| self.sizes.is_size(name)).map(str::to_owned)
                else {
                    return false;
                };
                self.count(&name, Use::Cast);
                if self.mode == Mode::Write {
                    *expr = Expr::Cast(Box::new(take(expr)), Ty::local("i64"));
                }
                true
            }
            Expr::RefMut(inner) => {
                if let Some(name) = variable(inner).map(str::to_owned) {
                    self.veto(&name);
                }
                false
            }
            Expr::Format { args, .. } => {
                for arg in args {
                    if !variable(arg).is_some_and(|name| self.sizes.is_size(name)) {
                        self.receiver(arg);
                    }
                }
                true
            }
            Expr::Cast(inner, ty) if *ty == Ty::local("f64") => {
                variable(inner).is_some_and(|name| self.sizes.is_size(name))
            }
            Expr::Filled(item, count) => {
                self.expr(item);
                match &mut **count {
                    Expr::Call(_, args) if self.mode != Mode::Quiet => {
                        let value = args.first().map(|arg| self.value(arg).sum);
                        let is_natural = value.is_some_and(|value| self.is_natural(&value));
                        match args.as_mut_slice() {
                            [arg] if is_natural && self.mentions_size(arg, true) && self.is_size(arg) => {
                                self.fits(arg, Use::Index);
                                self.make_size(arg);
                                let size = take(arg);
                                if self.mode == Mode::Write {
                                    **count = size;
                                } else {
                                    *arg = size;
                                }
                            }
                            _ => args.iter_mut().for_each(|arg| self.expr(arg)),
                        }
                    }
                    count => self.expr(count),
                }
                true
            }
            _ => false,
        }
    }
}

pub(super) fn take(expr: &mut Expr) -> Expr {
    std::mem::replace(expr, Expr::unit())
}

/// `list.len() as i64`.
fn length_cast(expr: &Expr) -> bool {
    matches!(expr, Expr::Cast(length, _) if matches!(&**length, Expr::Method(_, name, _, args) if name == "len" && args.is_empty()))
}

fn is_operator(method: &str) -> bool {
    matches!(method, "min" | "max" | "div_euclid" | "rem_euclid")
}

fn is_division(expr: &Expr) -> bool {
    matches!(is_call(expr), Some(("int", "floor_div" | "modulo")))
}

/// Whether a comparison of a `usize` has but one answer, or would have.
fn is_always(op: BinOp, left: &Expr, right: &Expr) -> bool {
    let is_zero = |side: &Expr| matches!(side, Expr::Int(0, _));
    match op {
        BinOp::Ge | BinOp::Lt => is_zero(right) || (op == BinOp::Ge && is_zero(left)),
        BinOp::Le | BinOp::Gt => is_zero(left) || (op == BinOp::Le && is_zero(right)),
        _ => false,
    }
}
