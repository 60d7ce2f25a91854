//! Ranges: what integers can be, and what follows for indices, divisions, and the types of variables.
//!
//! ```text
//! for i in 0..xs.len() as i64 - 1 {              for i in 0..xs.len() - 1 {
//!     if xs.at(i) > xs.at(i + 1) {                   if xs[i] > xs[i + 1] {
//!         xs.swap_at(i, i + 1);                          xs.swap(i, i + 1);
//!     }                                              }
//! }                                              }
//! ```
//!
//! An abstract interpretation over the structured body (`walk.rs`) with linear inequalities between the values of variables and
//! the lengths of lists and texts (`linear.rs`, `state.rs`): an interval is an inequality of one variable, `i < xs.len()`
//! one of two. The lengths of lists are known as long as nobody else has the list: those of owned ones and lent ones,
//! not of handles. Each function is walked a few times to see which of its variables are sizes (`sizes.rs`), then once to
//! write (`index.rs`, `arithmetic.rs`).
//!
//! Source: Cousot and Halbwachs, Automatic discovery of linear restraints among variables of a program (1978); the
//! candidates for what a loop keeps as in Flanagan and Leino, Houdini (2001).

mod arithmetic;
mod assign;
mod conditions;

mod effects;
mod index;
mod items;
mod linear;
mod loops;
mod params;
mod places;
mod sizes;
mod state;
mod value;
mod walk;

use rustc_hash::{FxHashMap, FxHashSet};

use self::effects::by_closures;
use self::params::Params;
use self::places::Known;
use self::sizes::Sizes;
use self::walk::{Mode, Walk};
use super::fields::attribute_types;
use super::own::Traits;
use crate::rir::{Fn, Item, Param, Ty};

/// How many steps of proofs a function may take.
const MOST_WORK: u32 = 400_000;
/// How often the uses of variables are counted before none is a size.
const MOST_COUNTS: u32 = 6;

/// How often what is known of parameters is looked at again.
const MOST_ROUNDS: u32 = 8;

/// Rewrites the functions of `items`, whose variables are resolved; `traits` are the uses of the runtime's traits.
pub(super) fn run(items: &mut [Item], traits: &mut Traits) {
    let (fields, slices) = (attribute_types(items), slices(items));
    let mut params = Params::of(items);
    let types = (&fields, &slices);
    find_facts(items, types, &mut params);
    params.choose();
    let mut sizes = Vec::new();
    for n in 0.. {
        let mut has_changed = false;
        sizes.clear();
        super::each(items, |func| {
            let (its_sizes, changed) = choose(func, types, &mut params);
            sizes.push(its_sizes);
            has_changed |= changed;
        });
        if !has_changed {
            break;
        }
        if n == MOST_ROUNDS {
            params.choose_none();
        }
    }
    let mut sizes = sizes.into_iter();
    super::each(items, |func| {
        if let Some(sizes) = sizes.next() {
            write(func, sizes, types, &mut params, traits);
        }
    });
}

/// The types of attributes, and which parameters of functions are slices.
type Types<'a> = (&'a FxHashMap<String, Ty>, &'a FxHashMap<String, Vec<bool>>);

/// Finds what holds of parameters in all calls.
fn find_facts(items: &mut [Item], (fields, slices): Types<'_>, params: &mut Params) {
    let mut to_walk: Option<FxHashSet<String>> = None;
    for n in 0.. {
        if params.is_empty() {
            return;
        }
        if n == MOST_ROUNDS {
            return params.give_up();
        }
        super::each(items, |func| {
            if to_walk.as_ref().is_some_and(|names| !names.contains(&func.name)) {
                return;
            }
            let known = Known::new(func, fields, slices);
            let hidden = by_closures(&func.body, &known);
            let mut sizes = Sizes::default();
            Walk::new(&known, &hidden, (&mut sizes, params), MOST_WORK, Mode::Facts).function(func);
        });
        let changed = params.changed();
        if changed.is_empty() {
            return;
        }
        to_walk = Some(changed);
    }
}

/// The variables of a function that are sizes.
fn settled(func: &mut Fn, known: &Known<'_>, hidden: &FxHashSet<String>, params: &mut Params) -> Sizes {
    let is_param = |(at, param): (usize, &Param)| params.is_size(&func.name, at).then(|| param.name.clone());
    let mut sizes = Sizes::of(&func.body, func.params.iter().enumerate().filter_map(is_param), hidden);
    for _ in 0..MOST_COUNTS {
        Walk::new(known, hidden, (&mut sizes, params), MOST_WORK, Mode::Count).function(func);
        if !sizes.settle() {
            return sizes;
        }
    }
    sizes.give_up();
    sizes
}

/// The variables of `func` that are sizes. Drops its parameters that are better none; whether there are any.
fn choose(func: &mut Fn, (fields, slices): Types<'_>, params: &mut Params) -> (Sizes, bool) {
    let known = Known::new(func, fields, slices);
    let hidden = by_closures(&func.body, &known);
    let sizes = settled(func, &known, &hidden, params);
    let mut has_changed = false;
    for (at, param) in func.params.iter().enumerate() {
        if !params.is_size(&func.name, at) {
            continue;
        }
        has_changed |= if sizes.is_size(&param.name) {
            params.set_index(&func.name, at)
        } else {
            params.is_no_size(&func.name, at);
            true
        };
    }
    (sizes, has_changed)
}

fn write(
    func: &mut Fn,
    mut sizes: Sizes,
    (fields, slices): Types<'_>,
    params: &mut Params,
    traits: &mut Traits,
) {
    let known = Known::new(func, fields, slices);
    let hidden = by_closures(&func.body, &known);
    Walk::new(&known, &hidden, (&mut sizes, params), MOST_WORK, Mode::Write).function(func);
    for (at, param) in func.params.iter_mut().enumerate() {
        if params.is_size(&func.name, at) {
            param.ty = Ty::local("usize");
        }
    }
    for lint in sizes.lints {
        if !func.expects.contains(&lint) {
            func.expects.push(lint);
        }
    }
    sizes.dropped.iter().for_each(|method| traits.dropped(method));
    sizes.added.iter().for_each(|method| traits.called(method));
}

/// Which parameters of functions are slices that are lent to be changed.
fn slices(items: &[Item]) -> FxHashMap<String, Vec<bool>> {
    let is_slice = |ty: &Ty| matches!(ty, Ty::RefMut(of) if matches!(**of, Ty::Slice(_)));
    let functions = items.iter().filter_map(|item| if let Item::Fn(func) = item { Some(func) } else { None });
    functions
        .map(|func| (func.name.clone(), func.params.iter().map(|param| is_slice(&param.ty)).collect()))
        .collect()
}
