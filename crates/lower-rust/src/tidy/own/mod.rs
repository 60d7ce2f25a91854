//! Ownership: lists that nobody can observe as shared are `Vec`s, lent as slices.
//!
//! ```text
//! pub fn squares(numbers: &List<i64>) -> List<i64> {      pub fn squares(numbers: &[i64]) -> Vec<i64> {
//!     let found = List::<i64>::new();                         let mut found: Vec<i64> = Vec::new();
//!     for x in numbers.iter() {                               for &x in numbers {
//!         found.append(x * x);                                    found.push(x * x);
//!     }                                                       }
//!     found                                                   found
//! }                                                       }
//! ```
//!
//! The places of a file are its functions' variables, parameters and results that are declared as lists. Places between
//! which a list moves are one class (union-find); a class is **owned** unless one of its places is used in a way that
//! this pass does not know to keep no second handle: stored in something, captured by a closure that may run later, cloned
//! as a handle, handed to what is no function of the file. A list that is changed while a loop runs over it is shared, as
//! its iterator looks at it anew each time; one that is changed by whom it is lent to, while another argument reads it,
//! is read before. Owned and shared are decided for all functions at once: a parameter's class holds what its callers lend.
//!
//! Sound without rustc's help: every use that is not listed in [`uses`] shares. Where rustc refuses what this pass made all
//! the same, the driver asks for the file again with all lists shared.

mod changes;
mod declare;
mod iterate;
pub(super) mod iterators;
mod lent;
mod methods;
mod places;
mod rewrite;
mod shapes;
mod uses;

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

pub(super) use self::changes::only_reads;
use self::declare::declare;
use self::places::Places;
pub(super) use self::places::is_copy;
pub(super) use self::places::is_copy as is_copied;
use self::rewrite::Rewrite;
use self::uses::Look;
use super::borrow::Called;
use super::object::Plain;
use crate::rir::{Fn, Item, Path};

/// Decides for the lists of `items`, whose variables are resolved, and writes them so. `copied` are the names of plain
/// fields that are copied.
pub(super) fn run(items: &mut [Item], copied: FxHashSet<String>, plain: &Plain) -> Traits {
    let known = known(items);
    let mut places = Places::of_functions(functions(items).count(), copied);
    places.declare_fields(items, plain);
    for (func, _) in functions(items).filter(|(func, is_free)| *is_free && known.contains(&func.name)) {
        places.declare_result(func);
    }
    for (at, (func, is_free)) in functions(items).enumerate() {
        declare(&mut places, at, func, is_free && known.contains(&func.name));
    }
    for (at, (func, is_free)) in functions(items).enumerate() {
        Look::at(&mut places, at, func, is_free && known.contains(&func.name)).function(func);
    }
    places.settle();
    let names: FxHashMap<(String, usize), String> = functions(items)
        .flat_map(|(func, _)| {
            func.params.iter().enumerate().map(|(at, param)| ((func.name.clone(), at), param.name.clone()))
        })
        .collect();
    let name_of = |func: &str, at: usize| names.get(&(func.to_owned(), at)).cloned();
    let mut traits = Traits::default();
    let mut at = 0;
    for item in items.iter_mut() {
        match item {
            Item::Fn(func) => {
                let is_known = known.contains(&func.name);
                Rewrite::new(&places, at, &mut traits, &name_of).function(func, is_known);
                at += 1;
            }
            Item::Impl(item) => {
                for func in &mut item.fns {
                    Rewrite::new(&places, at, &mut traits, &name_of).function(func, false);
                    at += 1;
                }
            }
            Item::Struct(item) => {
                for (name, ty) in &mut item.fields {
                    if let Some(place) = places.field(name).filter(|place| places.is_owned(*place)) {
                        *ty = places.ty(place);
                    }
                }
            }
            _ => {}
        }
    }
    traits
}

/// How often the methods of each trait of the runtime for `Vec` are called.
#[derive(Default)]
pub(super) struct Traits(BTreeMap<&'static str, usize>);

impl Traits {
    /// A method is called once more.
    pub(super) fn called(&mut self, method: &str) {
        if let Some(name) = methods::trait_of(method) {
            *self.0.entry(name).or_default() += 1;
        }
    }

    /// A method is called once less.
    pub(super) fn dropped(&mut self, method: &str) {
        if let Some(count) = methods::trait_of(method).and_then(|name| self.0.get_mut(name)) {
            *count = count.saturating_sub(1);
        }
    }

    /// The `use` lines for them.
    pub(super) fn uses(self) -> impl Iterator<Item = Item> {
        self.0.into_iter().filter(|(_, count)| *count > 0).map(|(name, _)| Item::Use(Path::Rt(name)))
    }
}

/// Whether a method of a list changes it.
pub(super) fn changes_list(method: &str) -> bool {
    matches!(methods::kind(method), Some(methods::Kind::Changes | methods::Kind::Grows))
}

/// All functions, and whether each is one of its own, not a method.
fn functions(items: &[Item]) -> impl Iterator<Item = (&Fn, bool)> {
    items.iter().flat_map(|item| {
        let (free, methods) = match item {
            Item::Fn(func) => (Some(func), [].as_slice()),
            Item::Impl(item) => (None, item.fns.as_slice()),
            _ => (None, [].as_slice()),
        };
        free.into_iter().map(|func| (func, true)).chain(methods.iter().map(|func| (func, false)))
    })
}

/// The functions of which all callers are in the text.
fn known(items: &[Item]) -> FxHashSet<String> {
    let called = Called::of(items);
    let free = functions(items).filter(|(_, is_free)| *is_free).map(|(func, _)| func.name.clone());
    free.filter(|name| !called.as_values.contains(name)).collect()
}
