//! Objects that nobody can observe as shared are plain structs, lent as `&T` and `&mut T`.
//!
//! ```text
//! pub struct CounterFields { n: Field<i64> }           pub struct Counter { n: i64 }
//! portalis_rt::handle!(Counter, CounterFields);
//!
//! impl Counter {                                       impl Counter {
//!     pub fn new() -> Self {                               pub fn new() -> Self {
//!         Self::alloc(CounterFields { n: … })                  Self { n: 0 }
//!     }                                                    }
//!     pub fn add(&self, by: i64) {                         pub fn add(&mut self, by: i64) {
//!         self.n.set(self.n.get() + by);                       self.n += by;
//!     }                                                    }
//! }                                                    }
//! portalis_rt::object!(Counter, "__main__.Counter");
//! ```
//!
//! A class is plain or shared as a whole. It is plain where its objects are only held by variables, parameters and
//! results, where no second handle of one is made but to be looked at by whom it is lent to, and where nobody asks for
//! their identity. All that makes an object or gives one is a call that the file shows; so a use that [`uses`] does not
//! know makes its class shared. A trait that a handle has because Python's `object` has it goes where nobody asks for it.
//!
//! Of the others those that nothing changes are values ([`value`]): they are held as they were, and copied.
//!
//! Who changes an object is known only when its lists are: [`mod@change`] runs after them.

mod change;
mod order;
mod program;
mod rewrite;
mod types;
mod uses;
mod value;

use rustc_hash::FxHashSet;

pub(super) use self::change::run as change;
use self::program::{Program, class_of_impl, functions, key_of, trait_of_impl};
use self::rewrite::Rewrite;
use self::types::Types;
use self::uses::{Asked, Facts, Look};
use super::each;
use crate::rir::{Fn, Impl, Item};

/// The classes that are plain structs, and who may change their objects.
#[derive(Debug, Default)]
pub(super) struct Plain {
    /// The structs.
    pub(super) classes: FxHashSet<String>,
    /// Functions and methods, by name, that may change an object which they are lent.
    pub(super) changing: FxHashSet<String>,
}

/// Decides for the classes of `items`, whose variables are resolved, and writes them so.
pub(super) fn run(items: &mut Vec<Item>) -> Plain {
    let plain = plain(items);
    value::run(items);
    plain
}

fn plain(items: &mut Vec<Item>) -> Plain {
    let mut program = Program::of(items);
    if program.classes.is_empty() {
        return Plain::default();
    }
    let (facts, changing) = decide(items, &program);
    program.classes.retain(|class| !facts.shared.contains(class));
    if program.classes.is_empty() {
        return Plain::default();
    }
    rewrite(items, &program, &facts);
    Plain { classes: program.classes, changing }
}

fn decide(items: &[Item], program: &Program) -> (Facts, FxHashSet<String>) {
    let all: Vec<(&Fn, Option<&Impl>)> = functions(items).collect();
    let types: Vec<Types<'_>> =
        all.iter().map(|(func, item)| Types::of(program, func, item.and_then(class_of_impl))).collect();
    let known: Vec<(&Fn, &Types<'_>)> =
        all.iter().zip(&types).map(|((func, _), types)| (*func, types)).collect();
    let changing = uses::changing(&known);
    let mut facts = Facts::default();
    let mut is_seen = vec![false; all.len()];
    loop {
        let n_shared = facts.shared.len();
        let mut is_new = false;
        for (at, (func, item)) in all.iter().enumerate() {
            if is_seen[at] || !counts(&facts, program, func, *item) {
                continue;
            }
            is_seen[at] = true;
            is_new = true;
            Look::at(&types[at], &mut facts, &changing, key_of(func, *item)).function(func);
            // A trait of a plain struct knows no identity, and is lent its object to look at.
            if let Some(class) = item.filter(|item| item.of.is_some()).and_then(class_of_impl)
                && (rewrite::asks_identity(func) || changing.contains(&func.name))
            {
                facts.share(class);
            }
        }
        facts.settle();
        answered(&mut facts, items, program);
        if !is_new && facts.shared.len() == n_shared {
            return (facts, changing);
        }
    }
}

/// Whether what a function does counts: that of a trait does where the trait stays.
fn counts(facts: &Facts, program: &Program, func: &Fn, item: Option<&Impl>) -> bool {
    let Some(item) = item else { return true };
    let (Some(class), Some(name)) = (class_of_impl(item), trait_of_impl(item)) else { return true };
    if !program.classes.contains(class) || facts.shared.contains(class) {
        return true;
    }
    let has_str = item.fns.iter().any(|func| func.name == "str");
    rewrite::is_kept(facts, class, name) && rewrite::is_kept_fn(facts, class, name, &func.name, has_str)
}

/// What is asked of an object whose class has no answer of its own is asked of its identity. Whoever calls a method of a
/// shared class is not known, nor what becomes of the object that it gives.
fn answered(facts: &mut Facts, items: &[Item], program: &Program) {
    for class in program.given_by_others(&facts.shared) {
        facts.share(&class);
    }
    for class in &program.classes {
        let of = |name: &str| {
            items.iter().find_map(|item| match item {
                Item::Impl(item)
                    if class_of_impl(item) == Some(class) && trait_of_impl(item) == Some(name) =>
                {
                    Some(item)
                }
                _ => None,
            })
        };
        let has_str = of("Repr").is_some_and(|item| item.fns.iter().any(|func| func.name == "str"));
        if !has_str && facts.asked.contains(&(class.clone(), Asked::Str)) {
            facts.asked.insert((class.clone(), Asked::Repr));
        }
        for (what, name) in [
            (Asked::Equality, "PartialEq"),
            (Asked::Repr, "Repr"),
            (Asked::Str, "Repr"),
            (Asked::Truth, "Truth"),
        ] {
            if facts.asked.contains(&(class.clone(), what)) && of(name).is_none() {
                facts.share(class);
            }
        }
    }
}

fn rewrite(items: &mut Vec<Item>, program: &Program, facts: &Facts) {
    let all: Vec<(&Fn, Option<&Impl>)> = functions(items).collect();
    let types: Vec<Types<'_>> =
        all.iter().map(|(func, item)| Types::of(program, func, item.and_then(class_of_impl))).collect();
    let keys: Vec<Option<String>> = all.iter().map(|(func, item)| key_of(func, *item)).collect();
    let lent = rewrite::lent(&keys, &types, facts);
    let displayed = rewrite::displayed(&all, program, facts);
    drop(all);
    let mut at = 0;
    each(items, |func| {
        Rewrite::new(&types[at], &lent, &displayed).function(func, keys[at].as_ref());
        at += 1;
    });
    rewrite::items(items, &program.classes, facts);
}
