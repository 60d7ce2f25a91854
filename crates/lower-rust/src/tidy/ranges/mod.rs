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
mod effects;
mod index;
mod items;
mod linear;
mod places;
mod sizes;
mod state;
mod value;
mod walk;

use rustc_hash::FxHashMap;

use self::effects::by_closures;
use self::places::Known;
use self::sizes::Sizes;
use self::walk::{Mode, Walk};
use super::own::Traits;
use crate::rir::{Fn, Item, Ty};

/// How many steps of proofs a function may take.
const MOST_WORK: u32 = 400_000;
/// How often the uses of variables are counted before none is a size.
const MOST_COUNTS: u32 = 6;

/// Rewrites the functions of `items`, whose variables are resolved; `traits` are the uses of the runtime's traits.
pub(super) fn run(items: &mut [Item], traits: &mut Traits) {
    let (fields, slices) = (fields(items), slices(items));
    super::each(items, |func| function(func, &fields, &slices, traits));
}

fn function(
    func: &mut Fn,
    fields: &FxHashMap<String, Ty>,
    slices: &FxHashMap<String, Vec<bool>>,
    traits: &mut Traits,
) {
    let known = Known::new(func, fields, slices);
    let hidden = by_closures(&func.body, &known);
    let mut sizes = Sizes::of(&func.body, &hidden);
    let walk = |func: &mut Fn, sizes: &mut Sizes, mode| {
        Walk::new(&known, &hidden, sizes, MOST_WORK, mode).function(func);
    };
    for n in 0.. {
        walk(func, &mut sizes, Mode::Count);
        if !sizes.settle() {
            break;
        }
        if n == MOST_COUNTS {
            sizes.give_up();
            break;
        }
    }
    walk(func, &mut sizes, Mode::Write);
    for lint in sizes.lints {
        if !func.expects.contains(&lint) {
            func.expects.push(lint);
        }
    }
    sizes.dropped.iter().for_each(|method| traits.dropped(method));
    sizes.added.iter().for_each(|method| traits.called(method));
}

/// The types of attributes, where all structs that have one of the name agree.
fn fields(items: &[Item]) -> FxHashMap<String, Ty> {
    let mut found: FxHashMap<String, Option<Ty>> = FxHashMap::default();
    for item in items {
        let Item::Struct(item) = item else { continue };
        for (name, ty) in &item.fields {
            let known = found.entry(name.clone()).or_insert_with(|| Some(ty.clone()));
            if known.as_ref() != Some(ty) {
                *known = None;
            }
        }
    }
    found.into_iter().filter_map(|(name, ty)| Some((name, ty?))).collect()
}

/// Which parameters of functions are slices that are lent to be changed.
fn slices(items: &[Item]) -> FxHashMap<String, Vec<bool>> {
    let is_slice = |ty: &Ty| matches!(ty, Ty::RefMut(of) if matches!(**of, Ty::Slice(_)));
    let functions = items.iter().filter_map(|item| if let Item::Fn(func) = item { Some(func) } else { None });
    functions
        .map(|func| (func.name.clone(), func.params.iter().map(|param| is_slice(&param.ty)).collect()))
        .collect()
}
