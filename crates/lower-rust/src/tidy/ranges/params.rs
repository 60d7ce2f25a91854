//! What the parameters of a function are, of which all calls are in the text.
//!
//! All that may be said of each is assumed (that it is not negative, that it fits into 31 bits, that it is an index of a
//! list that the same call passes), and dropped where a call is found for which it does not hold, until nothing is
//! dropped any more. A parameter of which it holds may be a size (`sizes.rs`), as a variable may.

use rustc_hash::{FxHashMap, FxHashSet};

use super::linear::Linear;
use super::places::item_of;
use super::state::Key;
use super::walk::{Mode, Walk};
use crate::rir::visit::{Visit, walk_expr};
use crate::rir::{Block, Expr, Fn, Item, Path, Ty};
use crate::tidy::borrow::Called;

/// What is known of an integer parameter.
#[derive(Clone, Default)]
struct Fact {
    /// What it is not less than.
    least: Option<i64>,
    /// Whether it fits into 31 bits.
    is_small: bool,
    /// The lists among the parameters whose length it does not exceed, and whether it is less.
    within: Vec<(usize, bool)>,
}

impl Fact {
    fn is_size(&self) -> bool {
        self.least.is_some_and(|least| least >= 0) && (self.is_small || !self.within.is_empty())
    }
}

/// The parameters of the functions of a file.
#[derive(Default)]
pub(super) struct Params {
    facts: FxHashMap<String, Vec<Option<Fact>>>,
    /// Which of them are sizes.
    sizes: FxHashMap<String, Vec<bool>>,
    /// Those that the function itself uses as such.
    indices: FxHashSet<(String, usize)>,
    /// Functions of whose parameters something was dropped.
    changed: FxHashSet<String>,
}

impl Params {
    /// All that may be said of the functions of `items`.
    pub(super) fn of(items: &[Item]) -> Self {
        let called = Called::of(items);
        let mut direct = Direct::default();
        for item in items {
            match item {
                Item::Fn(func) => direct.block(&func.body),
                Item::Impl(item) => item.fns.iter().for_each(|func| direct.block(&func.body)),
                _ => {}
            }
        }
        let mut elsewhere = Direct::default();
        for item in items {
            match item {
                Item::Const { value, .. } | Item::ThreadLocal { value, .. } => elsewhere.expr(value),
                Item::Impl(item) => item.consts.iter().for_each(|(_, _, value)| elsewhere.expr(value)),
                _ => {}
            }
        }
        let mut params = Params::default();
        for item in items {
            let Item::Fn(func) = item else { continue };
            let is_known = direct.0.contains(&func.name)
                && !elsewhere.0.contains(&func.name)
                && !called.as_values.contains(&func.name);
            if is_known {
                params.facts.insert(func.name.clone(), all(func));
            }
        }
        params.facts.retain(|_, facts| facts.iter().any(Option::is_some));
        params
    }

    pub(super) fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }

    /// The functions of whose parameters less is known than before.
    pub(super) fn changed(&mut self) -> FxHashSet<String> {
        std::mem::take(&mut self.changed)
    }

    pub(super) fn give_up(&mut self) {
        self.facts.clear();
    }

    /// Makes sizes of all parameters that may be.
    pub(super) fn choose(&mut self) {
        let is_size = |fact: &Option<Fact>| fact.as_ref().is_some_and(Fact::is_size);
        self.sizes = self
            .facts
            .iter()
            .map(|(name, facts)| (name.clone(), facts.iter().map(is_size).collect()))
            .collect();
    }

    pub(super) fn choose_none(&mut self) {
        self.sizes.clear();
    }

    pub(super) fn is_size(&self, func: &str, at: usize) -> bool {
        self.sizes.get(func).and_then(|sizes| sizes.get(at)).copied().unwrap_or(false)
    }

    /// Whether the function uses the parameter, which is a size, as one.
    pub(super) fn is_index(&self, func: &str, at: usize) -> bool {
        self.indices.contains(&(func.to_owned(), at))
    }

    /// What the function uses as a size by itself; whether that is news.
    pub(super) fn set_index(&mut self, func: &str, at: usize) -> bool {
        self.indices.insert((func.to_owned(), at))
    }

    pub(super) fn is_no_size(&mut self, func: &str, at: usize) {
        self.sizes
            .get_mut(func)
            .and_then(|sizes| sizes.get_mut(at))
            .into_iter()
            .for_each(|size| *size = false);
    }
}

/// All that may be said of the parameters of a function.
fn all(func: &Fn) -> Vec<Option<Fact>> {
    let lists: Vec<usize> = func
        .params
        .iter()
        .enumerate()
        .filter(|(_, param)| item_of(&param.ty).is_some())
        .map(|(at, _)| at)
        .collect();
    let fact = Fact {
        least: Some(1),
        is_small: true,
        within: lists.iter().flat_map(|list| [(*list, true), (*list, false)]).collect(),
    };
    func.params.iter().map(|param| (param.ty == Ty::local("i64")).then(|| fact.clone())).collect()
}

/// The functions of the file that are called.
#[derive(Default)]
struct Direct(FxHashSet<String>);

impl Visit for Direct {
    fn expr(&mut self, expr: &Expr) {
        if let Expr::Call(callee, _) = expr {
            self.0.extend(callee_of(callee).map(str::to_owned));
        }
        walk_expr(self, expr);
    }

    fn block(&mut self, block: &Block) {
        crate::rir::visit::walk_block(self, block);
    }
}

pub(super) fn callee_of(callee: &Expr) -> Option<&str> {
    match callee {
        Expr::Path(Path::Local(name)) => Some(name),
        _ => None,
    }
}

impl Walk<'_> {
    /// What is known of the parameters of `func` where it begins.
    pub(super) fn assume_params(&mut self, func: &Fn) {
        let Some(facts) = self.params.facts.get(&func.name).cloned() else { return };
        for (param, fact) in func.params.iter().zip(facts) {
            let Some(fact) = fact.filter(|_| !self.hidden.contains(&param.name)) else { continue };
            let value = Linear::term(self.term(&Key::Variable(param.name.clone())));
            if let Some(least) = fact.least {
                self.at_most(&Linear::constant(least), &value);
            }
            if fact.is_small {
                self.at_most(&value, &Linear::constant(i64::from(i32::MAX)));
            }
            for (list, is_less) in &fact.within {
                let Some(list) = func.params.get(*list).filter(|list| !self.hidden.contains(&list.name))
                else {
                    continue;
                };
                let length = Linear::term(self.term(&Key::Length(list.name.clone())));
                let most = if *is_less { length.offset(-1) } else { Some(length) };
                most.iter().for_each(|most| self.at_most(&value, most));
            }
        }
    }

    /// Drops what does not hold of the parameters in a call, before its arguments are evaluated.
    pub(super) fn check_params(&mut self, func: &str, args: &[Expr]) {
        if self.mode != Mode::Facts {
            return;
        }
        let Some(facts) = self.params.facts.get(func).cloned() else { return };
        let mut kept = facts.clone();
        for (at, fact) in facts.iter().enumerate() {
            let (Some(fact), Some(arg)) = (fact, args.get(at)) else { continue };
            let value = self.value(arg).sum;
            let Some(kept) = &mut kept[at] else { continue };
            while let Some(least) = kept.least {
                if self.proves_at_most(&Linear::constant(least), &value) {
                    break;
                }
                kept.least = (least > 0).then_some(least - 1);
            }
            kept.is_small =
                fact.is_small && self.proves_at_most(&value, &Linear::constant(i64::from(i32::MAX)));
            kept.within.retain(|(list, is_less)| {
                let length = args.get(*list).map(|list| self.length(list));
                let most = length.and_then(|length| length.offset(-i64::from(*is_less)));
                most.is_some_and(|most| self.proves_at_most(&value, &most))
            });
            let is_less = kept.least != fact.least
                || kept.is_small != fact.is_small
                || kept.within.len() != fact.within.len();
            if is_less {
                self.params.changed.insert(func.to_owned());
            }
        }
        self.params.facts.insert(func.to_owned(), kept);
    }
}
